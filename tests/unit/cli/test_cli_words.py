"""Help, complaints and completion: every command, both languages."""

import shutil
import subprocess

import pytest

from layout.cli import COMMANDS, main
from layout.cli.completion import parser_of
from layout.cli.wording import wrapped
from layout.report.excerpt import cells


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_terminal(command, lang, capsys):
    words = [*filter(None, [command]), "--help", "--lang", lang]
    try:
        assert main(words) == 0
    except SystemExit as stop:
        assert stop.code == 0
    out = capsys.readouterr().out
    assert out.strip() and all(cells(line) <= 80 for line in out.splitlines())
    assert ("用法" in out) == (lang == "zh")
    if lang == "en":
        assert not any("\u4e00" <= char <= "\u9fff" for char in out.replace("13字", "").replace("宋", ""))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command):
    for lang in ("zh", "en"):
        for action in parser_of(command, [f"--lang={lang}"])._actions:
            assert action.help or action.dest == "format" or action.metavar, action.dest


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (["check"], "还要写 spec", "required"),
        (["render", "a", "--ppi", "x"], "要写整数", "invalid int"),
        (["check", "a", "--report", "xml"], "没有 'xml' 这个值", "invalid choice"),
        (["check", "a", "--report"], "后面要写一个值", "expected one argument"),
        (["fmt", "a", "--chek"], "没有 --chek 这个选项", "unrecognized"),
        (["init", "a", "b"], "没有 b", "unrecognized"),
    ],
)
def test_complaints_in_the_reader_s_language(words, zh, en, capsys):
    for lang, expected in (("zh", zh), ("en", en)):
        with pytest.raises(SystemExit) as stop:
            main([*words, "--lang", lang])
        assert stop.value.code == 2
        err = capsys.readouterr().err
        assert expected in err and ("用法" in err) == (lang == "zh")


def test_chinese_is_wrapped_between_characters_but_not_before_a_mark():
    lines = wrapped("版面文件，可以写几个，也可以写 PDF 文件。" * 4, 20)
    assert all(cells(line) <= 20 for line in lines)
    assert not any(line.startswith(("，", "。")) for line in lines)
    assert "".join(lines).replace(" ", "") == ("版面文件，可以写几个，也可以写PDF文件。" * 4)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_sound_and_knows_all_commands(shell, capsys, tmp_path):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(command in script for command in COMMANDS) and "supplement" in script
    if shutil.which(shell):
        file = tmp_path / "script"
        file.write_text(script, "utf-8")
        assert subprocess.run([shell, "-n", str(file)], capture_output=True, check=False).stderr == b""


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_words(capsys, tmp_path):
    main(["completion", "bash"])
    (tmp_path / "script").write_text(capsys.readouterr().out, "utf-8")

    def completed(*words: str) -> list[str]:
        typed = " ".join(f'"{word}"' for word in words)
        state = f"COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}"
        text = f'. {tmp_path}/script; {state}; _layout; echo "${{COMPREPLY[@]}}"'
        done = subprocess.run(["bash", "-c", text], capture_output=True, text=True, check=True)
        return done.stdout.split()

    assert completed("layout", "ex") == ["explain"]
    assert completed("layout", "init", "-t", "s") == ["school", "supplement"]
    assert completed("layout", "check", "a", "--report", "j") == ["json", "junit"]
    assert "--fix" in completed("layout", "check", "--f")


@pytest.mark.skipif(not shutil.which("zsh"), reason="needs zsh")
@pytest.mark.parametrize("load", ["fpath=({folder} $fpath); autoload -U _layout", ". {folder}/_layout"])
def test_zsh_completes_at_the_first_call(load, capsys, tmp_path):
    main(["completion", "zsh"])
    (tmp_path / "_layout").write_text(capsys.readouterr().out, "utf-8")
    shell_s = "compdef() { told=$*; }; _describe() { print $1 $told; }; _arguments() { print -l -- $@; }"
    text = f"{shell_s}; {load.format(folder=tmp_path)}; words=(layout in); CURRENT=2; _layout"
    text += "; words=(layout check --us); CURRENT=3; _layout"
    done = subprocess.run(["zsh", "-fc", text], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("command") and "--using[" in done.stdout and done.stderr == ""
