"""`layout completion SHELL`: what a shell needs to complete our commands, made from their parsers."""

from argparse import Action
from collections.abc import Iterator
from importlib import import_module

from layout.cli.options import SHOW, Parser, Shown, parser, pick

SHELLS = ("bash", "zsh", "fish")


def run(words: list[str]) -> int:
    """Print the script for a shell."""
    zh, en = "打印 shell 的补全脚本。", "Print a shell's completion script."
    made = parser("completion", zh, en, words)
    made.add_argument("shell", choices=SHELLS, help=pick(words, "哪种 shell", "which shell"))
    options = made.parse_args(words)
    write = {"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell]
    print("\n".join(write(words)))
    return 0


def parser_of(command: str, words: list[str]) -> Parser:
    """A command's parser."""
    from layout.cli import COMMANDS

    try:
        import_module(COMMANDS[command][0]).run([SHOW, *(w for w in words if w.startswith("--lang"))])
    except Shown as shown:
        return shown.parser
    raise AssertionError(command)


def _commands(words: list[str]) -> Iterator[tuple[str, str, list[Action]]]:
    """Each command, what it does, its options and arguments."""
    from layout.cli import COMMANDS

    for name, (_, zh, en) in COMMANDS.items():
        yield name, pick(words, zh, en), list(parser_of(name, words)._actions)


def _values(action: Action) -> list[str]:
    return [str(choice) for choice in action.choices or ()]


def _bash(words: list[str]) -> Iterator[str]:
    names, cases, values = [], [], []
    for name, _, actions in _commands(words):
        names.append(name)
        known = [o for a in actions for o in a.option_strings]
        known += [v for a in actions if not a.option_strings for v in _values(a)]
        cases.append(f'    {name}) known="{" ".join(known)}" ;;')
        values += [
            f'    {name}:{"|".join(f"{o}" for o in a.option_strings)}) known="{" ".join(_values(a))}" ;;'
            for a in actions
            if a.option_strings and a.choices
        ]
    values = [v if "|" not in v else v.replace("|", f"|{v.strip().partition(':')[0]}:") for v in values]
    yield "# layout completion bash"
    yield "_layout() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" last="${COMP_WORDS[COMP_CWORD-1]}" known=""'
    yield "  COMPREPLY=()"
    yield '  if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'    COMPREPLY=($(compgen -W "{" ".join(names)}" -- "$word"))'
    yield "    return"
    yield "  fi"
    yield '  case "${COMP_WORDS[1]}:$last" in'
    yield from values
    yield "  esac"
    yield '  if [ -z "$known" ]; then case "${COMP_WORDS[1]}" in'
    yield from cases
    yield "  esac; fi"
    yield '  COMPREPLY=($(compgen -W "$known" -- "$word"))'
    yield "}"
    yield "complete -o default -F _layout layout"


def _zsh(words: list[str]) -> Iterator[str]:
    yield "#compdef layout"
    yield "_layout() {"
    yield "  local -a commands"
    yield "  commands=("
    all_ = list(_commands(words))
    yield from (f"    {_quoted(f'{name}:{told}')}" for name, told, _ in all_)
    yield "  )"
    yield "  if (( CURRENT == 2 )); then _describe command commands; return; fi"
    yield "  local command=$words[2]"
    yield "  shift words; (( CURRENT-- ))"
    yield "  case $command in"
    for name, _, actions in all_:
        yield f"    {name}) _arguments -s \\"
        for action in actions:
            yield from (f"      {one} \\" for one in _zsh_specs(action))
        yield "      ;;"
    yield "  esac"
    yield "}"
    # read as a file, it says what it is for; found in $fpath, this is its first call
    yield 'if [ "$funcstack[1]" = _layout ]; then _layout "$@"; else compdef _layout layout; fi'


def _zsh_specs(action: Action) -> Iterator[str]:
    told = _plain(action)
    values = f"({' '.join(_values(action))})" if action.choices else "_files"
    if not action.option_strings:
        yield _quoted(f"*:{action.dest}:{values}")
    for option in action.option_strings:
        value = "" if action.nargs == 0 else f":{action.dest}:{values}"
        yield _quoted(f"{option}[{told}]{value}")


def _fish(words: list[str]) -> Iterator[str]:
    yield "# layout completion fish"
    none = "__fish_use_subcommand"
    for name, told, actions in _commands(words):
        yield f"complete -c layout -n {none} -f -a {name} -d {_quoted(told)}"
        here = f"'__fish_seen_subcommand_from {name}'"
        for action in actions:
            parts = [f"complete -c layout -n {here}"]
            parts += [f"-l {o[2:]}" if o.startswith("--") else f"-s {o[1:]}" for o in action.option_strings]
            if action.choices:
                parts.append(
                    f"-{'x' if action.option_strings else 'f'} -a {_quoted(' '.join(_values(action)))}"
                )
            elif action.option_strings and action.nargs != 0:
                parts.append("-r")
            if action.option_strings or action.choices:
                yield " ".join([*parts, f"-d {_quoted(_plain(action))}"])


def _plain(action: Action) -> str:
    """What an option does, without what shells take for their own."""
    return (action.help or "").translate(str.maketrans("[]:", "()："))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
