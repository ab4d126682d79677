"""Détente: a text-mode explorer for the relations between states."""

__version__ = "0.1.0"
