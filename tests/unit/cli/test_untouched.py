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


def test_a_name_of_a_late_module_loads_it_when_it_is_called() -> None:
    program = (
        "import pathlib; from urllib.parse import quote_from_bytes as quote; late = 'ipaddress' in sys.modules;"
        " print(type(sys.modules['urllib.parse']).__name__, quote('版'.encode()),"
        " type(sys.modules['urllib.parse']).__name__, quote(b'a b'), pathlib.PurePosixPath('/版').as_uri())"
    )
    assert said(program) == "_LateModule %E7%89%88 module a%20b file:///%E7%89%88"


def test_another_name_of_a_late_module_loads_it_too() -> None:
    program = "import inspect, gettext; print(inspect.isclass(int), gettext.NullTranslations().gettext('版'))"
    assert said(program) == "True 版"


def test_the_values_given_are_those_of_the_modules() -> None:
    program = (
        "from layout.cli.untouched import VALUES; import inspect, gettext, platform, uuid\n"
        "print(*(m for m in VALUES if type(sys.modules[m]).__name__ != '_LateModule'))\n"
        "inspect.isclass, gettext.find, platform.machine\n"
        "print(all(getattr(inspect, n) == v for n, v in VALUES['inspect'].items()))\n"
        "print(all(getattr(platform, n)() == give() for n, give in VALUES['platform'].items()))\n"
        "given = VALUES['gettext']; print(all(gettext.ngettext('a', 'b', n) == given['ngettext']('a', 'b', n)"
        " for n in range(4)), gettext.gettext('usage: ') == given['gettext']('usage: '))"
    )
    assert said(program).split() == ["True", "True", "True", "True"]


def test_harfbuzz_s_numbers_are_numbers() -> None:
    """The binding takes and gives them as it does its enumerations, and other enumerations stay what they are."""
    program = (
        "import enum, uharfbuzz as hb; order = hb.SubsetInput();"
        " order.flags = hb.SubsetFlags(0) | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.RETAIN_GIDS;"
        " print(int(order.flags), int(hb.SubsetFlags.NO_HINTING), enum.IntFlag.__name__, enum.IntEnum.__name__)"
    )
    assert said(program) == "3 1 IntFlag IntEnum"


def test_reportlab_does_without_its_accelerator() -> None:
    assert said("from reportlab.lib.rl_accel import fp_str; print(fp_str(1.5, 2))") == "1.5 2"
