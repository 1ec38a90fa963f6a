"""The built-in themes, as data: `NAME.theme.yaml`. A theme is read by `layout.spec` like any other file."""

from pathlib import Path

FOLDER = Path(__file__).parent
