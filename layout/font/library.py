"""Composite families and their faces: which face sets which character."""

from typing import Literal, TypeAlias

from msgspec import Struct

from layout.font.face import Face, FaceSource

Script: TypeAlias = Literal["han", "latin", "digits"]


class Family(Struct, frozen=True):
    """A composite family: face ids to try, in order, for each kind of character. Empty `latin` or `digits`
    mean the Han faces. `fallback` is tried after them, for any character."""

    name: str
    han: tuple[str, ...]
    latin: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()

    def order(self, script: Script) -> tuple[str, ...]:
        """Face ids in the order of preference for `script`."""
        own = {"han": self.han, "latin": self.latin or self.han, "digits": self.digits or self.han}[script]
        return (*own, *(f for f in (*self.han, *self.fallback) if f not in own))


class FontLibrary:
    """The faces a page may use, opened when first asked for."""

    def __init__(self, families: dict[str, Family], sources: dict[str, FaceSource]) -> None:
        self.families = families
        self.sources = sources
        self._faces: dict[str, Face] = {}
        self._orders: dict[tuple[str, Script], tuple[str, ...]] = {}
        self._chosen: dict[tuple[str, Script, str], Face | None] = {}

    def face(self, face_id: str) -> Face:
        """The open face; KeyError if no such face is known."""
        found = self._faces.get(face_id)
        if found is None:
            found = self._faces[face_id] = Face(self.sources[face_id])
        return found

    def choose(self, family: str, char: str, script: Script = "han") -> Face | None:
        """The first face of `family` that has `char`, looking through its fallbacks; None if none has."""
        key = (family, script, char)
        if key in self._chosen:
            return self._chosen[key]
        for face_id in self._order(family, script):
            face = self.face(face_id)
            if face.has(char):
                self._chosen[key] = face
                return face
        self._chosen[key] = None
        return None

    def _order(self, family: str, script: Script) -> tuple[str, ...]:
        """The family's faces for `script`, put in order once."""
        key = (family, script)
        if key not in self._orders:
            self._orders[key] = self.families[family].order(script)
        return self._orders[key]
