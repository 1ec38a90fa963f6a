"""A wheel of this very copy of the program, for projects that keep it: no index and no host is asked."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from layout.spec.fonts import PACKAGE, fonts_folder

# What an installer writes beside a wheel's own metadata.
INSTALLER_S = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json", "uv_build.json", "uv_cache.json")
BEGAN = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can say


def wheel(installed: Distribution) -> tuple[str, bytes]:
    """Its file name and its bytes, the same each time (binary distribution format: PEP 427, PEP 491). An editable
    copy is packed as an installed one is: the package with the fonts in it."""
    stem = f"{installed.metadata['Name']}-{installed.version}"
    files = {**dict(_package()), **dict(_metadata(installed, f"{stem}.dist-info"))}
    record = f"{stem}.dist-info/RECORD"
    rows = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in sorted(files.items())]
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for name, data in (*sorted(files.items()), (record, "\n".join((*rows, f"{record},,", "")).encode())):
            entry = ZipInfo(name, BEGAN)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o100644 << 16
            packed.writestr(entry, data)
    return f"{stem}-py3-none-any.whl", out.getvalue()


def _package() -> Iterator[tuple[str, bytes]]:
    for folder, name in ((PACKAGE, "layout"), (fonts_folder(), "layout/fonts")):
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _metadata(installed: Distribution, folder: str) -> Iterator[tuple[str, bytes]]:
    for file in installed.files or ():
        inside = file.as_posix().partition(f"{folder}/")[2]
        if inside and inside not in INSTALLER_S:
            yield f"{folder}/{inside}", Path(str(file.locate())).read_bytes()


def _digest(data: bytes) -> str:
    return urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
