"""Characters to classes, in context."""

import pytest

from layout.text.classify import classify
from layout.text.vertical import vertical_text


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("河东，", "HHP"),
        ("——……", "D+E+"),
        ("—…", "NE"),
        ("———", "D+N"),
        ("？！", "SQ"),
        ("！", "S"),
        ("？？？", "SSS"),
        ("说“好”", "HOHC"),
        ("say “ok” to", "aaasaaaasaa"),
        ("他说“I have”。", "HHOasaaaaCS"),
        ("——“", "D+O"),
        ("McDonald’s", "aaaaaaaaaa"),
        ("’90", "add"),
        ("8.2%", "dmdu"),
        ("气温-5℃", "HHpdu"),
        ("2-1", "dmd"),
        ("秦-淮", "HNH"),
        ("甲/乙", "HLH"),
        ("km/h", "aama"),
        ("5元/人", "dHLH"),
        ("e\u0301", "a+"),
        ("\u0301e", "za"),
        ("葛\U000e0100", "H+"),
        ("👩\u200d👧", "Y++"),
        ("①★▲", "YYk"),
        ("🇨🇳🇫🇷🇨", "Y+Y+Y"),
        ("\ue000", "Y"),
        ("あ々", "HI"),
        ("\u202e字", "zH"),
        ("Привет", "aaaaaa"),
    ],
)
def test_classes(text: str, classes: str) -> None:
    assert classify(text) == classes


def test_every_character_has_one_letter() -> None:
    every = "".join(map(chr, (*range(0x3000), *range(0xE000, 0x10000), 0x1F600, 0x10FFFF)))
    assert len(classify(every)) == len(every)


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("2026年两会", "二〇二六年两会"),
        ("12345热线", "12345热线"),
        ("98年", "98年"),
        ("3.1998年", "3.1998年"),
    ],
)
def test_years_of_vertical_lines(written: str, set_: str) -> None:
    assert vertical_text(written) == set_
