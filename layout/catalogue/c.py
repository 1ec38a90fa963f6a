"""Findings about copy: markup, marks and quotes as they were written."""

from layout.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {}
