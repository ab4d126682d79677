"""From YAML files to a dataset and the problems in it."""

from explorer.loading.dataset import load
from explorer.loading.discovery import find_dataset, shipped_dataset
from explorer.loading.excerpt import excerpt

__all__ = ["excerpt", "find_dataset", "load", "shipped_dataset"]
