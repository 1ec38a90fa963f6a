"""Findings about files: where they lie, how they are written, and what YAML would make of them."""

from layout.catalogue.entry import Entry

FILES: dict[str, Entry] = {
    # Finding a file
    "S001": Entry(
        "找不到文件 {file}",
        "there is no file {file}",
        "是不是 {hint}？",
        "did you mean {hint}?",
        "路径从写它的那个文件所在的文件夹算起，大小写要一致。",
        "A path is relative to the file that names it; upper and lower case must agree.",
    ),
    "S002": Entry(
        "{file} 不是普通文件",
        "{file} is no regular file",
        "这里要写一个文件，不能是文件夹、设备或管道",
        "write the name of a file here, not of a folder, a device or a pipe",
    ),
    "S003": Entry(
        "{file} 在项目文件夹之外",
        "{file} lies outside the project's folder",
        "把文件放进项目，或在 layout.yaml 的 roots: 里列出它所在的文件夹",
        "put the file inside the project, or list its folder under roots: in layout.yaml",
        "项目从最近的、放着 edition.yaml 或 layout.yaml 的上级文件夹算起，没有就从版面文件所在的文件夹算起。"
        "符号链接按它指向的地方算。",
        "The project is the nearest folder above that holds an edition.yaml or layout.yaml, else the page's own "
        "folder. A symbolic link counts as what it points at.",
    ),
    "S004": Entry(
        "{file} 太大：{size} 字节，最多 {limit} 字节",
        "{file} is too large: {size} bytes, at most {limit} are read",
    ),
    "S005": Entry(
        "{file} 的写法与文件夹里的名字不一致：{step}",
        "{file} is not spelled as in its folder: {step}",
        "写成 {hint}",
        "write {hint}",
        "大小写、全角半角不同的名字在有的电脑上能打开，换一台就打不开，所以要求写得一模一样。",
        "A name that differs in case or in Unicode form opens here and not there; write it exactly.",
    ),
    "S006": Entry(
        "{file} 不是 UTF-8 文本：第 {byte} 个字节读不通",
        "{file} is not UTF-8 text: byte {byte} can't be read",
        "用编辑器打开，另存为 UTF-8",
        "open it in an editor and save it as UTF-8",
    ),
    "S007": Entry(
        "这里有看不见的控制字符 {char}",
        "there is an invisible control character {char} here",
        "删掉它",
        "delete it",
    ),
    "S008": Entry(
        "{file} 是空的",
        "{file} is empty",
        "至少要写 {hint}",
        "write {hint} at least",
    ),
    "S009": Entry(
        "打不开 {file}", "{file} can't be opened", "看看有没有读它的权限", "see whether you may read it"
    ),
    # YAML that is refused, or that can't be read
    "S010": Entry(
        "这里的 YAML 读不通（{problem}）",
        "YAML can't be read here ({problem})",
        "看看这一行和上一行的缩进、引号、冒号和括号",
        "look at the indentation, quotation marks, colons and brackets of this line and the one before",
    ),
    "S011": Entry(
        "层次太深，最多 {limit} 层",
        "nested too deep; {limit} levels are the most",
    ),
    "S012": Entry(
        "不认识的键 `{name}`",
        "unknown key `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "每个键都要认得才排版，写错的键不会悄悄略过。",
        "A page is set only when every key is understood; a mistyped key is never skipped.",
    ),
    "S013": Entry("内容太多，一个文件最多 {limit} 项", "too much in one file; {limit} items are the most"),
    "S014": Entry(
        "不能用 YAML 的锚点 &{name}",
        "YAML's anchors are not used: &{name}",
        "要的若是这个字，加引号：{hint}",
        "if the character itself is meant, put the value in quotation marks: {hint}",
    ),
    "S015": Entry(
        "不能用 YAML 的别名 *{name}",
        "YAML's aliases are not used: *{name}",
        "要的若是星号，加引号：{hint}",
        "if the asterisk itself is meant, put the value in quotation marks: {hint}",
    ),
    "S016": Entry(
        "不能用 YAML 的合并键 <<",
        "YAML's merge keys (<<) are not used",
        "相同的样式写进主题的 styles",
        "put what is shared into the theme's styles",
    ),
    "S017": Entry(
        "不能用 YAML 的标签 {tag}",
        "YAML's tags are not used: {tag}",
        "要的若是叹号，加引号：{hint}",
        "if the exclamation mark itself is meant, put the value in quotation marks: {hint}",
    ),
    "S018": Entry(
        "键 `{key}` 写了两次",
        "the key `{key}` is written twice",
        "删掉一个，或把两处合成一处",
        "delete one, or make one of the two",
    ),
    "S019": Entry(
        "一个文件里只能有一份内容，这里用 --- 又开了一份",
        "one file holds one document; a second one begins here with ---",
        "删掉这一行",
        "delete this line",
    ),
    "S104": Entry(
        "{file} 不是版面，版面文件叫 *.page.yaml",
        "{file} is no page; pages are called *.page.yaml",
        "用到它的版面：layout check --using {file}",
        "for the pages that it is used on: layout check --using {file}",
        "命令后面写版面文件；稿件、主题由版面文件点名，跟着版面一起读。",
        "Commands take page files; stories and themes are read with the pages that name them.",
    ),
    # A story's front matter
    "S100": Entry(
        "稿件要以一行 --- 开头，才能写标题等项",
        "a story begins with a line --- before its headline and the like",
        "在第一行之前加一行 ---",
        "put a line --- before the first one",
        "稿件开头两行 --- 之间写 headline、byline 等，第二个 --- 之后是正文。",
        "Between two lines --- at the top stand headline, byline and so on; the copy follows the second.",
    ),
    "S101": Entry(
        "稿件开头的 --- 没有收尾的 ---",
        "the --- at the top of the story is not closed by another",
        "在标题各项之后、正文之前加一行 ---",
        "put a line --- after the heads, before the copy",
    ),
    "S102": Entry(
        "这一行是 {line}，要恰好三个半角短横 ---",
        "this line is {line}; three hyphens --- are due",
        "写成 ---",
        "write ---",
    ),
    "S103": Entry(
        "正文像是从这里开始，前面的各项却还没有用 --- 收尾",
        "the copy seems to begin here, but the front matter has not been closed with ---",
        "在这一行之前加一行 ---",
        "put a line --- before this one",
    ),
    # Slips of the keyboard that YAML would read as something else, or not at all
    "S110": Entry(
        "这里用了全角冒号“：”，YAML 要半角冒号加空格",
        "a full-width colon ： stands where YAML wants a colon and a space",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S111": Entry(
        "列表里用了全角逗号“，”或顿号，YAML 要半角逗号加空格",
        "a full-width comma stands where YAML wants a comma and a space",
        "分开写成 {hint}；若是一句话里的标点，给这一项加引号",
        "write {hint}; if it is a mark in the text, put the item in quotation marks",
    ),
    "S112": Entry(
        "缩进用了全角空格",
        "a full-width space is used for indentation",
        "改成半角空格：{hint}",
        "use plain spaces: {hint}",
    ),
    "S113": Entry("缩进用了 Tab", "a tab is used for indentation", "改成空格：{hint}", "use spaces: {hint}"),
    "S114": Entry(
        "这里用了全角的“{char}”，YAML 要半角的",
        "a full-width {char} stands where YAML wants its own",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S115": Entry(
        "空格后面的 # 会让 YAML 把这一行的后半截当作注释丢掉",
        "YAML takes what follows a space and # for a comment and drops it",
        "# 是文字就加引号：{hint}；是注释就在 # 后加空格",
        "if # is text, use quotation marks: {hint}; if a comment is meant, put a space after #",
    ),
    "S116": Entry(
        "以 {char} 开头的内容要加引号",
        "a value that begins with {char} must be in quotation marks",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S117": Entry(
        "这一行有第二个“: ”，内容要加引号",
        "there is a second `: ` in this line; the value must be in quotation marks",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S118": Entry(
        "引号 {char} 没有收尾",
        "the quotation mark {char} is not closed",
        "在内容末尾补上 {char}：{hint}",
        "close it with {char}: {hint}",
    ),
    "S119": Entry("冒号后面要有一个空格", "a space is due after the colon", "写成：{hint}", "write: {hint}"),
    "S120": Entry(
        "括号 {char} 没有收尾", "the bracket {char} is not closed", "补上 {close}", "close it with {close}"
    ),
    "S121": Entry(
        "列表的短横后面要有一个空格",
        "a space is due after the dash of a list",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S122": Entry(
        "括号里的各项之间少了逗号",
        "a comma is missing between two items in brackets",
        "在这里之前补上半角逗号加空格",
        "put a comma and a space before this place",
    ),
    "S123": Entry(
        "这一行缩进了 {indent} 格，与旁边各行对不上",
        "this line is indented by {indent}, which does not agree with the lines around it",
        "应缩进 {due} 格：同一层的各行要左对齐，下一层多缩进两格",
        "indent it by {due}: keys of one level begin in one column, those below them two columns further",
    ),
    "S124": Entry(
        "这一行没有冒号，不知道哪是键、哪是值",
        "there is no colon in this line to part key and value",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S125": Entry(
        "`{value}` 不是网址",
        "`{value}` is no link",
        "写成：{hint}",
        "write: {hint}",
        "二维码里的网址要写全，以 https:// 或 http:// 开头，没有空格。",
        "The link of a QR code is written in full, from https:// or http:// on, and without spaces.",
    ),
    "S128": Entry(
        "“{key}”下面的文字没有缩进",
        "the text under `{key}` is not indented",
        "每行前面加 {indent} 个空格，如：{hint}",
        "put {indent} spaces before each line: {hint}",
        "写在 | 后面的文字，每一行都要比键缩进两格，空行不用。",
        "Every line of a text after | stands two spaces further right than its key; blank lines need none.",
    ),
}
