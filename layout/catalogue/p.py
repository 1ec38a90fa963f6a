"""Findings about preflight: the finished page."""

from layout.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {}
