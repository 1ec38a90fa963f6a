"""Findings about copy: markup, marks and quotes as they were written."""

from layout.catalogue.entry import Entry

_SUBSET_ZH = (
    "稿件正文用 Markdown 的一部分：段落、## 小标题、**黑体**、*楷体*、> 引文、列表、--- 空行、链接。"
    "其余写法不会被悄悄略过，而是指名报错。"
)
_SUBSET_EN = (
    "A body is written in a part of Markdown: paragraphs, ## crossheads, **bold**, *em*, > quotations, lists, "
    "--- for a line space, links. Anything else is refused by name, never skipped in silence."
)
_WIRE_ZH = (
    "来稿整理只改半角标点、引号、破折号、省略号和空格；"
    "看上去有误之处只提示，不代为改动（排版规则 NRM-LINT）。"
)
_WIRE_EN = (
    "Normalisation changes half-width marks, quotes, dashes, ellipses and spaces; what looks wrong beyond that "
    "is reported and left as it is (rule NRM-LINT)."
)
_ODD_ZH = (
    "看不见的字符多来自网页、文字处理软件或转码错误，会妨碍断行、检索和核对，因此略去或换成空格，并逐处说明。"
)
_ODD_EN = (
    "Characters that can't be seen come from web pages, word processors and wrong encodings. They disturb "
    "line breaks, search and comparison, so they are left out or become a space, and each place is said."
)


def _refused(zh: str, en: str, zh_hint: str, en_hint: str) -> Entry:
    return Entry(zh, en, zh_hint, en_hint, _SUBSET_ZH, _SUBSET_EN)


def _odd(zh: str, en: str) -> Entry:
    return Entry(zh, en, "从稿件中删去它", "delete it from the copy", _ODD_ZH, _ODD_EN)


def _doubtful(zh: str, en: str, zh_hint: str, en_hint: str) -> Entry:
    return Entry(zh, en, zh_hint, en_hint, _WIRE_ZH, _WIRE_EN)


ENTRIES: dict[str, Entry] = {
    "C001": _odd(
        "稿件中有控制字符 {characters}（{count} 个），已略去",
        "control character {characters} in the copy ({count}), left out",
    ),
    "C002": _odd(
        "稿件中有残缺的字符 {characters}（{count} 个），已略去",
        "half of a character {characters} in the copy ({count}), left out",
    ),
    "C003": _odd(
        "稿件中有改变书写方向的字符 {characters}（{count} 个），已略去",
        "character that turns the direction of text {characters} in the copy ({count}), left out",
    ),
    "C004": _odd(
        "稿件中有看不见的字符 {characters}（{count} 个），已略去",
        "invisible character {characters} in the copy ({count}), left out",
    ),
    "C005": _odd(
        "稿件中有特殊空格 {characters}（{count} 个），按普通空格处理",
        "special space {characters} in the copy ({count}), read as a plain space",
    ),
    "C006": Entry(
        "稿件中有 {count} 个“�”：原字在转码时已经丢失",
        "{count} × “�” in the copy: the characters were lost in a wrong encoding",
        "对照原稿补上",
        "restore them from the original",
        _ODD_ZH,
        _ODD_EN,
    ),
    "C007": Entry(
        "来稿整理：{before} → {after}",
        "normalised: {before} → {after}",
        "layout check --fix 把它写回稿件；不要整理就写 normalise: off",
        "layout check --fix writes it into the copy; normalise: off leaves the copy as it is",
        _WIRE_ZH,
        _WIRE_EN,
    ),
    "C008": Entry(
        "“{story}”还有 {count} 处整理没有列出",
        "story {story}: {count} more changes of normalisation are not listed",
        "layout check --fix --dry-run 全部显示",
        "layout check --fix --dry-run shows them all",
        "一篇稿里的整理最多列出二十处，其余的只报数目。",
        "Of a story twenty changes of normalisation are listed; the others are counted.",
    ),
    "C010": _refused(
        "小标题只有一级，写作 ##，不用 {found}",
        "there is one level of crosshead, ##, not {found}",
        "写作：{hint}",
        "write: {hint}",
    ),
    "C011": _refused(
        "“{found}”的井号后面缺空格", "no space after the # of “{found}”", "写作：{hint}", "write: {hint}"
    ),
    "C012": _refused(
        "“{found}”用了全角符号，此处须用半角",
        "“{found}” has full-width characters where Markdown needs its own",
        "写作：{hint}",
        "write: {hint}",
    ),
    "C013": _refused(
        "正文不排代码：{found}", "no code in copy: {found}", "去掉反引号", "take the backticks away"
    ),
    "C014": _refused(
        "段首有 {count} 个空格，Markdown 会当作代码",
        "{count} spaces at the start of a paragraph: Markdown reads them as code",
        "去掉空格，段首缩进由排版完成",
        "take them away, the indent is the layout's work",
    ),
    "C015": _refused(
        "图片不写在正文里：{found}",
        "no pictures in the body: {found}",
        "写在稿件头部的 pictures: 里，在版面上用 picture: 安排",
        "name it under pictures: in the front matter and place it on the page with picture:",
    ),
    "C016": _refused(
        "正文不用 HTML 标签：{found}",
        "no HTML in copy: {found}",
        "去掉标签；黑体写作 **…**，换行在行末写 \\",
        "take the tag away; bold is **…**, a line break is \\ at the end of the line",
    ),
    "C017": _refused(
        "报纸不排脚注：{found}",
        "no footnotes: {found}",
        "写进正文，用括号",
        "put it in the text, in brackets",
    ),
    "C018": _refused(
        "标题下划线 {found} 不能用",
        "no headings with an underline {found}",
        "小标题写作 ## 小标题",
        "write ## crosshead",
    ),
    "C019": _refused(
        "正文不排删除线：{found}",
        "no struck-out text: {found}",
        "删去文字，或去掉 ~~",
        "delete the words, or the ~~",
    ),
    "C020": _refused(
        "表格不完整：{found}",
        "this is no whole table: {found}",
        "前面空一行；第一行是表头，第二行写 |---|---|，各列一个",
        "leave a line free above it; heads in its first row, under them |---|---|, one for each column",
    ),
    "C022": _refused(
        "没有写读音：{found}",
        "a reading is missing: {found}",
        "写作 [生僻]{{ruby=shēng pì}}",
        "write [生僻]{{ruby=shēng pì}}",
    ),
    "C023": _refused(
        "不认识的花括号属性：{found}",
        "unknown attribute in braces: {found}",
        "去掉方括号和花括号",
        "take the brackets and braces away",
    ),
    "C024": _refused("列表不用 {found} 开头", "no list items with {found}", "写作：{hint}", "write: {hint}"),
    "C025": _refused(
        "列表和引文里不能再套列表、引文或小标题：{found}",
        "no lists, quotations or crossheads inside a list or a quotation: {found}",
        "顶格另起一段",
        "begin a new paragraph at the edge",
    ),
    "C026": _refused(
        "强调不用下划线：{found}", "no emphasis with underscores: {found}", "写作：{hint}", "write: {hint}"
    ),
    "C027": _refused(
        "{found} 没有成对",
        "{found} has no mate",
        "补上另一个，要印星号就写 \\*",
        "add the other one; for a printed asterisk write \\*",
    ),
    "C028": _refused(
        "{found} 与文字之间有空格，不成强调",
        "{found} is parted from its text by a space",
        "去掉空格：**重点**，要印星号就写 \\*",
        "take the space away: **words**; for a printed asterisk write \\*",
    ),
    "C029": _refused(
        "单个星号照印",
        "a single asterisk is printed as it is",
        "确要印星号就写作：{hint}",
        "if it is meant, write: {hint}",
    ),
    "C030": _refused(
        "链接不用引用式写法：{found}",
        "no reference links: {found}",
        "写作 [文字](网址)",
        "write [text](address)",
    ),
    "C031": _refused(
        "正文不用 HTML 代码：{found}",
        "no HTML entities in copy: {found}",
        "直接写：{hint}",
        "write the character: {hint}",
    ),
    "C032": _refused("空行不用 {found}", "a line space is not {found}", "写作：{hint}", "write: {hint}"),
    "C033": _refused(
        "小标题没有文字", "a crosshead without words", "写上文字，或删去 #", "write its words or delete the #"
    ),
    "C034": _refused(
        "这一行以全角空格开头，前面却没有空行；按另起一段处理",
        "a full-width indent without a blank line before it; read as a new paragraph",
        "段与段之间空一行，段首不必空格",
        "part paragraphs by a blank line, without an indent",
    ),
    "C035": _refused(
        "列表的一项只有一段",
        "an item of a list has one paragraph",
        "顶格另起一段，或并入上一段",
        "begin at the edge, or join it to the one before",
    ),
    "C036": _refused(
        "链接写得不完整：{found}",
        "not a whole link: {found}",
        "写作 [文字](网址)，网址中不留空格",
        "write [text](address), without spaces in the address",
    ),
    "C039": _refused(
        "表格这一行有 {count} 格，表头只有 {want} 格",
        "this row has {count} cells, the heads are {want}",
        "去掉多出的竖线；文字里的竖线写作 \\|",
        "take out the bars that are too many; a bar in the text is \\|",
    ),
    "C040": Entry(
        "标题中的 {found} 没有成对",
        "{found} in a head has no mate",
        "花括号成对使用：{{不拆开的词}}",
        "braces come in pairs: {{words kept together}}",
        "标题中用半角花括号括起的词不会被拆到两行，花括号本身不印。",
        "Words in braces stay on one line of a head; the braces are not printed.",
    ),
    "C041": Entry(
        "标题中的花括号里没有文字，或又套了花括号：{found}",
        "braces in a head hold nothing, or other braces: {found}",
        "每组花括号里只写不拆开的词",
        "let each pair hold the words to keep together and nothing else",
        "标题中用半角花括号括起的词不会被拆到两行，花括号不能套用。",
        "Words in braces stay on one line of a head; braces don't nest.",
    ),
    "C042": Entry(
        "标题中的 {found} 是全角花括号",
        "{found} in a head is a full-width brace",
        "写半角的 {{ }}",
        "write {{ }}",
        "标题中用半角花括号括起的词不会被拆到两行，花括号本身不印。",
        "Words in braces stay on one line of a head; the braces are not printed.",
    ),
    "C101": _doubtful(
        "{mark} 没有对应的后半个", "{mark} is never closed", "补上后半个", "add the closing mark"
    ),
    "C102": _doubtful(
        "{mark} 没有对应的前半个", "{mark} was never opened", "补上前半个", "add the opening mark"
    ),
    "C103": _doubtful(
        "{mark} 出现在应当用 {closing} 的地方",
        "{mark} where {closing} belongs",
        "改为 {closing}",
        "make it {closing}",
    ),
    "C104": _doubtful(
        "段落“…{end}”没有句末标点，下一段以“{start}…”开头，可能是一句话被截断",
        "the paragraph “…{end}” ends without a stop and “{start}…” follows: a sentence may be cut in two",
        "并成一段，或补上标点",
        "join the two, or add the stop",
    ),
    "C105": _doubtful("标点重复：{marks}", "marks doubled: {marks}", "只留一个", "keep one"),
    "C106": _doubtful(
        "并列的引号、书名号之间通常不用顿号：{marks}",
        "usually no 、 between quotations or titles in a list: {marks}",
        "去掉顿号",
        "take the 、 away",
    ),
    "C107": _doubtful(
        "汉字旁有半角标点 {marks}", "half-width {marks} beside Chinese", "改为全角标点", "make it full-width"
    ),
    "C108": _doubtful(
        "去掉了“{before}”与“{after}”之间的空格",
        "the space between “{before}” and “{after}” was taken out",
        "如果该有标点，请补上",
        "add a mark if one belongs there",
    ),
}
