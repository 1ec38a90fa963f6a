"""Scenes as canonical JSON, so that a version control diff reads like a proof.

Integers only, keys sorted, defaults left out, Chinese unescaped, one item per line (a group's items one line
each between its own two), a line feed at the end. Equal scenes give equal bytes.
"""

from layout.scene.items import Group, Item, Scene

VERSION = 1


def dump(scene: Scene) -> bytes:
    """`scene` as canonical JSON, UTF-8."""
    from msgspec.json import Encoder

    encode = Encoder(order="sorted").encode

    def line(item: Item) -> bytes:
        if not isinstance(item, Group):
            return encode(item)
        return spread(encode(Group((), item.clip, item.tag)), item.items)

    def spread(holder: bytes, items: tuple[Item, ...]) -> bytes:
        if not items:
            return holder
        # Quotation marks inside a string are escaped, so the first match is the key itself.
        head, tail = holder.split(b'"items":[]', 1)
        return head + b'"items":[\n' + b",\n".join(map(line, items)) + b"\n]" + tail

    frame = Scene(scene.trim, scene.bleed, (), scene.meta, scene.version, scene.facts, scene.press)
    return spread(encode(frame), scene.items) + b"\n"


def load(data: bytes) -> Scene:
    """The scene in `data`; `load(dump(scene)) == scene`.

    Raises msgspec.ValidationError (msgspec.DecodeError for what is not JSON at all) naming the place that is
    wrong, and ValueError for a version of the format that this module does not know.
    """
    from msgspec.json import decode

    scene = decode(data, type=Scene)
    if scene.version != VERSION:
        raise ValueError(f"scene format {scene.version}, this is {VERSION}")
    return scene
