"""What the command puts off: absent while nobody touches it, and itself when somebody does."""

import subprocess
import sys

PUT_OFF = "from layout.cli.untouched import MODULES, PATTERNS, put_off; put_off(); import re, sys\n"


def said(program: str) -> str:
    """What a fresh interpreter prints that has put off what it can."""
    done = subprocess.run(
        [sys.executable, "-c", PUT_OFF + program], capture_output=True, encoding="utf-8", check=False
    )
    assert not done.stderr
    return done.stdout.strip()


def test_a_module_is_loaded_by_its_first_use() -> None:
    program = "print('_pickle' in sys.modules, pickle.loads(pickle.dumps('版')), '_pickle' in sys.modules)"
    assert said(f"import pickle; {program}") == "False 版 True"


def test_pillow_works_as_ever() -> None:
    assert said("from PIL import Image; print(Image.new('L', (3, 2)).size)") == "(3, 2)"


def test_a_pattern_is_compiled_by_its_first_use() -> None:
    program = (
        "import yaml.reader; late = yaml.reader.Reader.NON_PRINTABLE; print(type(late).__name__,"
        " late.search('版').__class__.__name__, late.search('\\x01')[0] == '\\x01', late.flags == re.UNICODE)"
    )
    assert said(program) == "_LatePattern NoneType True True"


def test_other_modules_compile_at_once() -> None:
    assert said("import yaml, textwrap; print(type(re.compile('a')).__name__)") == "Pattern"


def test_yaml_reads_what_it_reads() -> None:
    assert said("import yaml; print(yaml.safe_load('[2026-11-23, 1.5, yes, 版]')[1:])") == "[1.5, True, '版']"


def test_reportlab_s_own_fonts_are_there_for_who_asks() -> None:
    program = (
        "from reportlab.pdfbase import pdfdoc; print('reportlab.pdfbase._fontdata' in sys.modules,"
        " pdfdoc.pdfmetrics.stringWidth('ab', 'Helvetica', 10) > 0)"
    )
    assert said(program) == "False True"
