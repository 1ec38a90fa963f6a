"""`layout check --fix`: what can be set right without asking what was meant.

In documents: full-width colons, commas, brackets and spaces where YAML wants its own, a missing space after a colon,
tabs, and keys by names that are not ours but known (`layout.spec.guess`). In stories: what normalisation does to the
copy, written back. Each round of edits is read again and dropped unless it leaves fewer errors and the same copy.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from layout.copy.heads import read_head
from layout.copy.markup import read_body
from layout.copy.types import Change
from layout.diag import Diagnostic, SpecError, Where
from layout.edit.edits import Edit, apply
from layout.edit.normalised import changed, heads, stories
from layout.spec.load import Loaded, load
from layout.spec.source_map import SourceMap
from layout.world import FileWorld

_ROUNDS = 12


class Fixed(Struct, frozen=True):
    """A file that is to change: its name as the user writes it, its text before and after."""

    name: str
    before: str
    after: str


class Overlay(FileWorld):
    """The files of this machine, some of them with another text."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = {str(Path.cwd() / name): text for name, text in texts.items()}

    def read_bytes(self, path: str) -> bytes:
        """The text that a file is to have, else the file's bytes."""
        text = self._texts.get(str(Path(path)))
        return super().read_bytes(path) if text is None else text.encode()


class _State(Struct, frozen=True):
    """The documents as they would be read: their findings, sources and, without an error, the page."""

    found: tuple[Diagnostic, ...]
    sources: SourceMap
    loaded: Loaded | None

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(d.severity == "error" for d in self.found)


def fixes(spec: str, font_paths: tuple[str, ...] = ()) -> tuple[Fixed, ...]:
    """What would change in the page file `spec`, its stories and its themes. Writes nothing."""
    texts: dict[str, str] = {}
    state = _read(spec, texts, font_paths)
    before = dict(state.sources.texts)
    for _ in range(_ROUNDS):
        if not state.errors:
            break
        better = _round(spec, state, texts, font_paths, _repairs(state))
        if better is None:
            break
        texts, state = better
        before = state.sources.texts | before  # a document is first read as it is on the disk
    if state.loaded is not None:
        done = _round(spec, state, texts, font_paths, _normalised(state.loaded))
        texts = texts if done is None else done[0]
    return tuple(
        Fixed(name, before[name], text) for name, text in sorted(texts.items()) if text != before[name]
    )


def _read(spec: str, texts: dict[str, str], font_paths: tuple[str, ...]) -> _State:
    try:
        loaded = load(spec, Overlay(texts), font_paths=font_paths)
    except SpecError as error:
        return _State(error.diagnostics, error.sources, None)
    return _State(loaded.diagnostics, loaded.sources, loaded)


def _round(
    spec: str,
    state: _State,
    texts: dict[str, str],
    font_paths: tuple[str, ...],
    edits: Iterable[tuple[str, Edit]],
) -> tuple[dict[str, str], _State] | None:
    """The texts after some edits, and what is read then; None if nothing gets better."""
    made: dict[str, list[Edit]] = {}
    for name, edit in edits:
        if _ours(name, state, texts):
            made.setdefault(name, []).append(edit)
    if not made:
        return None
    after = texts | {name: apply(state.sources.texts[name], some) for name, some in made.items()}
    new = _read(spec, after, font_paths)
    if state.loaded is None:
        return (after, new) if _better(new, state) else None
    kept = new.loaded is not None and _copy(new.loaded) == _copy(state.loaded)
    return (after, new) if kept else None


def _better(new: _State, old: _State) -> bool:
    """Fewer errors; or the very first ones, which hid others, are gone from where they were."""
    if new.errors < old.errors:
        return True
    first = {(d.code, d.where) for d in old.found}
    return not first & {(d.code, d.where) for d in new.found}


def _ours(name: str, state: _State, texts: dict[str, str]) -> bool:
    """Whether a document is a file of the user's; a built-in theme is not."""
    file = Path(name)
    try:
        data = file.read_bytes().decode("utf-8-sig") if file.is_file() else None
    except (OSError, UnicodeDecodeError):
        return False
    return data is not None and (name in texts or _unix(data) == state.sources.texts.get(name))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


# --- documents ----------------------------------------------------------------------------------------


def _repairs(state: _State) -> Iterator[tuple[str, Edit]]:
    for found in state.found:
        position = state.sources.locate(found.where)
        if position is None:
            continue
        text = state.sources.texts[position.file]
        at = _line_start(text, position.line) + position.column - 1
        edit = _repair(found, text, at, position.length)
        if edit is not None:
            yield position.file, edit


def _repair(found: Diagnostic, text: str, at: int, length: int) -> Edit | None:
    stop = text.find("\n", at)
    line = text[at : stop if stop >= 0 else len(text)]
    match found.code:
        case "S110":
            return Edit(at, at + len(_blank(r"：\s*", line)), ": " if line[1:].strip() else ":")
        case "S111" if found.hint.startswith("["):
            start, end = text.rfind("[", 0, at), text.find("]", at)
            return Edit(start, end + 1, found.hint) if 0 <= start < end else None
        case "S111":
            return Edit(at, at + len(_blank(r"[，、]\s*", line)), ", ")
        case "S112" | "S113":
            blank = _blank(r"[\s\u3000\u00a0]+", line)
            return Edit(at, at + len(blank), "".join("  " if c in "\u3000\u00a0\t" else c for c in blank))
        case "S114" if line[:1] in "＃－" or "：" not in line:
            return Edit(at, at + len(line.rstrip()), found.hint)
        case "S119":
            colon = text.find(":", at)
            return Edit(colon + 1, colon + 1 + len(_blank(r"[\u3000\u00a0]*", text[colon + 1 :])), " ")
        case "S012" if _known(str(found.facts.get("name", "")), found.hint):
            return Edit(at, at + length, found.hint)
    return None


def _blank(pattern: str, text: str) -> str:
    match = re.match(pattern, text)
    return match[0] if match else ""


def _known(name: str, hint: str) -> bool:
    """Whether `name` is another word for a key of ours, and not a slip that may have meant something else."""
    from layout.spec.guess import other_name

    return bool(hint) and other_name(name, (hint,)) == hint


def _line_start(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


# --- copy ---------------------------------------------------------------------------------------------


def _normalised(loaded: Loaded) -> Iterator[tuple[str, Edit]]:
    """What normalisation changes, as edits of the stories' files."""
    for _, where, change in changed(loaded):
        yield from _edit(loaded.sources, where, change)


def _edit(sources: SourceMap, where: Where, change: Change) -> Iterator[tuple[str, Edit]]:
    """The change where it stands in the file; nothing where it is written in another way there (escapes)."""
    position = sources.locate(where)
    if position is None or not change.before or not change.before.strip() and change.after == "\u3000":
        return  # how wide a space is between names is the layout's work
    text = sources.texts[position.file]
    at = _line_start(text, position.line) + position.column - 1
    end = at + len(change.before)
    if text[at:end] == change.before and text[at - 1 : at] != "\\":
        yield position.file, Edit(at, end, change.after)


def _copy(loaded: Loaded) -> list[str]:
    """The copy as it would be set."""
    found: list[str] = []
    for story in stories(loaded):
        found += (block.text for block in read_body(story.body).value.blocks)
        found += (read_head(text, normalise=True).value.text for _, _, text in heads(story))
    return found
