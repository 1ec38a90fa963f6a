"""Profiles of printing conditions that come with the package, as data. README.md says where they come from."""

from pathlib import Path
from zlib import decompress

FOLDER = Path(__file__).parent
NEWSPRINT = "newsprint.icc.z"


def newsprint() -> bytes:
    """The ICC profile of coldset newsprint, deflated (zlib): as a PDF embeds it."""
    return (FOLDER / NEWSPRINT).read_bytes()


def inflated(data: bytes) -> bytes:
    """The profile itself."""
    return decompress(data)
