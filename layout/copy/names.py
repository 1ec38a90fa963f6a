"""Names and who did what: bylines, credits, credit boxes.

Names are read without spaces inside them and set with the space of the trade: two characters over three cells,
a name one em from the next, a role one em from its names.
"""

from layout.copy.characters import is_han
from layout.copy.types import Credit

# A word that ends like one of these stands before the names it belongs to (本报记者, 见习记者, 责任编辑 …).
_ROLES = (
    "记者", "通讯员", "实习生", "评论员", "特约撰稿", "特约撰稿人", "撰稿人", "作者", "责编", "编辑", "校对",
    "美编", "版式", "校检", "检校", "主编", "编审", "审读", "组版", "值班主任", "值班编委", "首席",
    "特派员", "观察员", "统稿", "编委",
)  # fmt: skip
# These stand before or after the names: 摄影 王川, 王川 摄影.
_EITHER = (
    "摄影", "撰文", "撰稿", "制图", "绘图", "插图", "漫画", "设计", "整理", "执笔", "策划", "统筹", "监制", "编译",
    "翻译", "供稿", "供图", "采写", "剪辑", "口述", "文字", "图片", "视频", "审核", "改编", "题字", "书法",
)  # fmt: skip
# These stand after the names, unless they begin the line: 王川 摄, 王川 文/图.
_WORKS = frozenset(
    (
        "摄",
        "文",
        "图",
        "绘",
        "译",
        "文/图",
        "图/文",
        "文图",
        "图文",
        "文并摄",
        "摄并文",
        "摄影报道",
        "报道",
        "综合报道",
    )
)
# Those of them that are nothing else in running text.
_CREDITED = frozenset(
    ("摄", "摄影", "文/图", "图/文", "文并摄", "摄并文", "摄影报道", "制图", "撰文", "供图")
)
_SIGNS = "□■●◆▲△○◇★☆"
_SPACES = str.maketrans(dict.fromkeys("\u3000\t\n\r\xa0\u2002\u2003\u2009", " "))
_DOTS = str.maketrans(dict.fromkeys("•・‧･", "·"))
_COMMAS = str.maketrans(dict.fromkeys("、，,；;", "|"))


def read_names(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """The names in a value: separated by spaces, 、 or ，, or the entries of a list. Single characters beside each
    other are a name with a space in it (李 楠), and words in Latin letters are one name (John Smith)."""
    values = (value,) if isinstance(value, str) else value
    parts = (part for one in values for part in one.translate(_COMMAS).translate(_SPACES).split("|"))
    return tuple(name for part in parts for name in _names(_words(part)))


def space_name(name: str) -> str:
    """A name as it is set in a byline or a list: two Han characters take three cells (李　楠), others are as is."""
    bare = "".join(name.translate(_SPACES).split(" "))
    return f"{bare[0]}\u3000{bare[1]}" if len(bare) == 2 and is_han(bare[0]) and is_han(bare[1]) else name


def read_byline(value: str) -> tuple[Credit, ...]:
    """A byline's credits in order: `本报记者 林岚 通讯员 许知远 乔一`, `记者 王川 文/图`, `责编：林岚`, `林岚`.

    A sign before a role (□本报记者) stays with it. A role may be glued to its first name (记者林岚).
    """
    words = _words(value.translate(_COMMAS).replace("|", " ").translate(_SPACES))
    words = [part for word in words for part in _unglued(word)]
    leading = bool(words) and (_is_role(words[0]) or _is_either(words[0]) or words[0] in _WORKS)
    result: list[Credit] = []
    role, names = "", list[str]()
    for i, word in enumerate(words):
        last = i + 1 == len(words) or _is_role(words[i + 1])
        if names and (
            word in _WORKS and not _begins_with_work(words) or _is_either(word) and (last or not leading)
        ):
            result.append(Credit(role, _names(names), word))
            role, names = "", []
        elif _is_role(word) or _is_either(word) or word in _WORKS:
            if names:
                result.append(Credit(role, _names(names)))
                role, names = "", []
            role = f"{role}\u3000{word}" if role else word
        else:
            names.append(word)
    if role or names:
        result.append(Credit(role, _names(names)))
    return tuple(result)


def set_byline(byline: tuple[Credit, ...]) -> tuple[str, ...]:
    """A byline's groups, one a credit, to be set one em apart; a line may end only between them. Inside, role,
    names and work are one em apart."""
    parts = ((credit.role, *map(space_name, credit.names), credit.work) for credit in byline)
    return tuple("\u3000".join(part for part in group if part) for group in parts)


def carries_role(text: str, line: bool = False) -> bool:
    """Whether names stand with their roles in `text`: in a bracket one of the words is a role; a whole `line`
    begins with a role, has one with a colon (责编：) or ends with a work, since running text may have the word 记者
    anywhere."""
    words = text.translate(_SPACES).split()
    if len(words) < 2:
        return False
    roles = any(_is_role(part) for word in (words[:1] if line else words) for part in _labels(word))
    roles = roles or any(_is_role(_labels(word)[-1]) for word in words if "：" in word)
    return roles or any(word in _CREDITED for word in (words[:1] + words[-1:] if line else words))


def _labels(word: str) -> tuple[str, ...]:
    return (word, word.partition("：")[0]) if "：" in word else (word,)


def _is_role(word: str) -> bool:
    return word.strip(_SIGNS).endswith(_ROLES)


def _is_either(word: str) -> bool:
    return word in _EITHER


def _begins_with_work(words: list[str]) -> bool:
    return words[0] in _WORKS


def _words(text: str) -> list[str]:
    """The words of a value, a middle dot joined to its neighbours: 买买提 · 艾力 is one."""
    text = text.translate(_DOTS)
    while " ·" in text or "· " in text:
        text = text.replace(" ·", "·").replace("· ", "·")
    return text.split()


def _unglued(word: str) -> tuple[str, ...]:
    """A role and the name glued to it, by a colon or by nothing."""
    for colon in "：:":
        head, found, rest = word.partition(colon)
        if found and head:
            return (head, rest) if rest else (head,)
    for end in ("记者", "通讯员", "实习生", "评论员", "特约撰稿人", "撰稿人", "责编", "校对", "美编"):
        head, found, rest = word.partition(end)
        if found and 2 <= len(rest) <= 4 and len(head) <= 6 and all(map(is_han, rest)) and not _is_role(rest):
            return (head + end, rest)
    return (word,)


def _names(words: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    half = False
    for word in words:
        single = len(word) == 1 and is_han(word)
        latin = word[0].isascii() and word[0].isalpha()
        if single and half:
            names[-1] += word
        elif latin and names and names[-1].isascii():
            names[-1] += " " + word
        else:
            names.append(word)
        half = single and not half
    return tuple(names)
