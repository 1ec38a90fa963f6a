"""`layout schema`: the JSON Schema of the documents, for editors."""

import json
from pathlib import Path

from layout.cli.options import parser, pick
from layout.cli.place import place
from layout.spec.schema import Document, schema

DOCUMENTS: tuple[Document, ...] = ("page", "story", "theme")


def run(words: list[str]) -> int:
    """Print one schema, or write all of them with an editor's settings. 2 if a file can't be written."""
    made = parser(
        "schema", "打印 JSON Schema，供编辑器补全和检查。", "Print a JSON Schema for editors.", words
    )
    made.add_argument(
        "document",
        nargs="?",
        choices=DOCUMENTS,
        default="page",
        help=pick(words, "哪种文件", "which document"),
    )
    made.add_argument(
        "--install",
        metavar="DIR",
        nargs="?",
        const=".",
        help=pick(words, "写到 DIR/.vscode，连同设置", "write them to DIR/.vscode, with settings"),
    )
    options = made.parse_args(words)
    if options.install is None:
        print(text_of(options.document), end="")
        return 0
    return place(
        editor_files(), Path(options.install), words, renew=tuple(schema_files()), quiet=options.quiet
    )


def text_of(document: Document) -> str:
    """A schema as JSON."""
    return json.dumps(schema(document), ensure_ascii=False, indent=1) + "\n"


def schema_files() -> dict[str, bytes]:
    """The schemas by the names that they have in a project."""
    return {f".vscode/{name}.schema.json": text_of(name).encode() for name in DOCUMENTS}


def editor_files() -> dict[str, bytes]:
    """The schemas and an editor's settings that use them."""
    from layout.templates import FOLDER

    settings = (FOLDER / "common" / "vscode" / "settings.json").read_bytes()
    return {**schema_files(), ".vscode/settings.json": settings}
