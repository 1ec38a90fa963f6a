"""`python -m layout`."""

from layout.cli import process

process()
