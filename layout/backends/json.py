"""The JSON backend: the display list itself, for the diff, for goldens and for whoever wants to read it."""

from layout.scene.codec import dump
from layout.scene.items import Scene


def render(scene: Scene) -> bytes:
    """One page as canonical JSON (`layout.scene.codec`)."""
    return dump(scene)
