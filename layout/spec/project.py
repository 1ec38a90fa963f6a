"""Shape of `layout.yaml`, the file at a project's root."""

from layout.spec.scalars import Text
from layout.spec.shapes import Key, ListOf, Record

PROJECT: Record[tuple[str, ...]] = Record(
    lambda roots=(): roots,
    {"roots": Key(ListOf(Text(), single=True), "项目之外可以取文件的文件夹")},
)
