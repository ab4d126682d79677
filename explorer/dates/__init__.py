"""Dates that keep their uncertainty: EDTF (ISO 8601-2:2019) as intervals of days."""
