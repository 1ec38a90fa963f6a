"""Findings about the spec: pages, stories, themes."""

from msgspec.structs import replace

from layout.catalogue.entry import Entry
from layout.catalogue.s_rules import RULES

_FILES: dict[str, Entry] = {
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
}

_YAML: dict[str, Entry] = {
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
}

_SHAPES: dict[str, Entry] = {
    "S020": Entry(
        "这里要写成若干“键: 值”",
        "keys with values are due here",
        "如 {hint}",
        "such as {hint}",
    ),
    "S021": Entry(
        "这里要写成列表",
        "a list is due here",
        "写成 {hint}",
        "write {hint}",
    ),
    "S022": Entry(
        "这里要写一段文字或一个值",
        "text or a single value is due here",
        "去掉多余的括号、缩进或短横",
        "remove brackets, indentation or dashes that are too many",
    ),
    "S023": Entry(
        "这里什么也没写",
        "nothing is written here",
        "写上内容；不需要就删掉这个键",
        "write a value, or delete the key",
    ),
    "S024": Entry(
        "键要写成一个词",
        "a key must be a single word",
        "去掉键上的括号",
        "remove the brackets around the key",
    ),
    "S025": Entry("缺少 `{name}`", "`{name}` is missing", "补上 {name}: …", "add {name}: …"),
    "S026": Entry(
        "不能写 `{value}`，可以写：{words}",
        "`{value}` is none of: {words}",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
    ),
    "S027": Entry(
        "`{feature}` 这一版还不能用",
        "`{feature}` is not supported yet",
        "先删掉它",
        "leave it out for now",
        "它属于版面文件的规范，但这一版还不会排；为免排出的版面与所写的不同，先拒绝。",
        "It belongs to the page spec but this version can't set it; it is refused lest pages differ from it.",
    ),
    "S028": Entry(
        "`{name}` 不能用在这种块里，它属于：{owner}",
        "`{name}` does not go with this kind of block; it belongs to: {owner}",
        "删掉它，或换一种块",
        "delete it, or use another kind of block",
    ),
    "S029": Entry(
        "{value} 超出范围，应在 {low} 到 {high} 之间", "{value} is out of range; from {low} to {high}"
    ),
    "S030": Entry("`{value}` 不是整数", "`{value}` is not a whole number", "写成 {hint}", "write {hint}"),
    "S031": Entry(
        "长度 `{value}` 没有单位",
        "the length `{value}` has no unit",
        "写成 {hint}，或用别的单位",
        "write {hint}, or use another unit",
        "长度都带单位：pt mm cm in、字、行、栏、%，或主题里的字号名。",
        "Every length has a unit: pt mm cm in, 字 (em), 行 (grid lines), 栏 (columns), %, or is a named size.",
    ),
    "S032": Entry(
        "`{value}` 不是长度",
        "`{value}` is no length",
        "写成 {hint}",
        "write {hint}",
        "长度如 9.5pt、12mm、2字、3行、50%。",
        "A length is written 9.5pt, 12mm, 2字, 3行, 50%.",
    ),
    "S033": Entry(
        "不用 `{unit}` 作单位，用 `{other}`",
        "`{unit}` is not a unit here; `{other}` is",
        "写成 {hint}",
        "write {hint}",
    ),
    "S034": Entry(
        "这里不能用单位 `{unit}`，可以用：{units}",
        "`{unit}` can't be used here; one of {units} can",
    ),
    "S035": Entry(
        "{value} 超出范围，应在 {low} 到 {high} 之间", "{value} is out of range; from {low} to {high}"
    ),
    "S036": Entry(
        "`{value}` 不是从小到大的范围",
        "`{value}` is not a range from low to high",
        "写成 {hint}",
        "write {hint}",
    ),
    "S037": Entry(
        "`{value}` 不是颜色",
        "`{value}` is no colour",
        "写成 k 100%、cmyk(0, 100, 100, 0)、spot(名字)，或主题里的颜色名",
        "write k 100%, cmyk(0, 100, 100, 0), spot(name), or a colour of the theme",
    ),
    "S038": Entry(
        "`{value}` 不是线",
        "`{value}` is no line",
        "写粗细（如 0.3pt）或：{names}",
        "write a weight (such as 0.3pt) or one of: {names}",
    ),
    "S039": Entry(
        "`{value}` 不是日期",
        "`{value}` is no date",
        "写成 {hint}",
        "write {hint}",
        "日期写成 2026-03-09，且要真有这一天。",
        "A date is written 2026-03-09 and must exist.",
    ),
    "S040": Entry(
        "不认识的规范版本 `{value}`",
        "unknown version of the spec: `{value}`",
        "写成 layout: {hint}",
        "write layout: {hint}",
    ),
    "S041": Entry("`{value}` 应是 on 或 off", "`{value}` should be on or off"),
    "S042": Entry("`{value}` 不是数", "`{value}` is not a number", "写成 {hint}", "write {hint}"),
    "S043": Entry(
        "名字 `{name}` 里有不能用的字符",
        "the name `{name}` has characters that names can't have",
        "写成 {hint}",
        "write {hint}",
        "名字用字母、数字、汉字、- 和 _，不能有空格、斜杠和标点。",
        "Names are made of letters, digits, Han characters, - and _; no spaces, slashes or marks.",
    ),
    "S044": Entry(
        "错误太多，还有 {count} 个没有列出",
        "too many errors; {count} more are not listed",
        "先改上面这些",
        "mend the ones above first",
    ),
    "S045": Entry("这里有 {count} 项，应有 {want} 项", "{want} items are due here; there are {count}"),
    "S048": Entry(
        "花括号里的逗号把颜色断开了：`{value}`",
        "the commas cut the colour up inside the braces: `{value}`",
        '颜色加引号，如 "cmyk(0, 100, 100, 0)"',
        'put the colour in quotation marks, such as "cmyk(0, 100, 100, 0)"',
    ),
    "S049": Entry(
        "没有代号为 `{name}` 的问题",
        "there is no finding with the code `{name}`",
        "是不是 {hint}？",
        "did you mean {hint}?",
        "代号在报告里，如 F101；layout explain 代号 给出解释。",
        "Codes stand in the reports, such as F101; layout explain CODE explains one.",
    ),
    "S047": Entry(
        "{file} 是 {encoding} 编码的，要用 UTF-8（第 {byte} 个字节起读不通）",
        "{file} is encoded in {encoding}, not in UTF-8 (byte {byte} can't be read)",
        "用编辑器打开，另存为 UTF-8",
        "open it in an editor and save it as UTF-8",
    ),
    "S046": Entry(
        "`{value}` 不是格子的范围",
        "`{value}` is no range of cells",
        "写成 {hint}",
        "write {hint}",
        "格子从 1 数起，写成 2-4（含头尾）或 3。",
        "Cells count from 1 and are written 2-4 (both included) or 3.",
    ),
}

_NAMES: dict[str, Entry] = {
    "S050": Entry(
        "没有叫 `{name}` 的稿件",
        "there is no story `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "稿件在 stories: 里起名字。",
        "Stories get their names under stories:.",
    ),
    "S051": Entry(
        "没有叫 `{name}` 的图片",
        "there is no picture `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "图片在版面的 pictures: 里起名字；随稿的图片写成 稿名/图片名。",
        "Pictures get their names under pictures:; one of a story is written story/picture.",
    ),
    "S126": Entry(
        "没有叫 `{name}` 的表格",
        "there is no table `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "随稿的表格在稿件的 tables: 里起名字，写成 稿件名/表名；文件名要带 .md 或 .csv。",
        "Tables of a story get their names under its tables: and are written story/table; files end in .md or .csv.",
    ),
    "S052": Entry(
        "没有叫 `{name}` 的栏题",
        "there is no banner `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "栏题在版面或主题的 banners: 里起名字。",
        "Banners get their names under banners: of the page or the theme.",
    ),
    "S053": Entry(
        "没有叫 `{name}` 的块", "there is no block `{name}`", "是不是 `{hint}`？", "did you mean `{hint}`?"
    ),
    "S054": Entry(
        "主题里没有 `{name}` 这个样式",
        "the theme has no style `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
    ),
    "S055": Entry(
        "没有叫 `{name}` 的字体",
        "there is no font `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "字体名是主题 fonts: 里的，或内置的：宋 小标宋 标宋 粗宋 黑 粗黑 超黑 楷。",
        "A font is one of the theme's fonts: or a built-in one: 宋 小标宋 标宋 粗宋 黑 粗黑 超黑 楷.",
    ),
    "S056": Entry(
        "主题里没有 `{name}` 这个颜色",
        "the theme has no colour `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
    ),
    "S057": Entry(
        "没有叫 `{name}` 的内置主题，有：{names}",
        "there is no built-in theme `{name}`; there are: {names}",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "自己的主题写文件的路径，如 themes/mine.theme.yaml。",
        "A theme of one's own is named by its file, such as themes/mine.theme.yaml.",
    ),
    "S058": Entry(
        "没有叫 `{name}` 的字体文件",
        "there is no face `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "字体文件在主题的 faces: 里起名字，或用 --font-path 指明它所在的文件夹。",
        "Faces get their names under faces: of the theme, or are found with --font-path.",
    ),
    "S059": Entry(
        "没有叫 `{name}` 的字号",
        "there is no size `{name}`",
        "是不是 `{hint}`？",
        "did you mean `{hint}`?",
        "字号写成 9pt，或主题 sizes: 里的名字，如 小五。",
        "A size is written 9pt, or is a name under sizes: of the theme, such as 小五.",
    ),
}

_BLOCKS: dict[str, Entry] = {
    "S060": Entry(
        "一个块只能是一种：`{first}` 和 `{second}` 只能留一个",
        "a block is of one kind; keep `{first}` or `{second}`",
    ),
    "S061": Entry(
        "这个块没有说是什么，要写其中一个：{names}",
        "this block doesn't say what it is; write one of: {names}",
    ),
    "S062": Entry(
        "版样里的 {letter} 在 blocks 里没有",
        "the dummy's {letter} has no block",
        "blocks 里写的是 {hint}，两处要写成同一个字母，分大小写",
        "blocks has {hint}: write the same letter in both places, capital or small",
        "版样里的每个字母都要在 blocks: 里说明；空着的格子写 “.”。",
        "Every letter of the dummy needs a block; a blank cell is written as a full stop.",
    ),
    "S063": Entry(
        "块 {name} 不知道放在哪里：版样里没有，也没有 at",
        "block {name} has no place: it is not in the dummy and has no `at`",
        "画进版样，或写 at: {{columns: 1-2, lines: 1-10}}",
        "draw it in the dummy, or write at: {{columns: 1-2, lines: 1-10}}",
    ),
    "S064": Entry(
        "块 {name} 有两个位置：版样里画了，又写了 at",
        "block {name} has two places: in the dummy and by `at`",
        "留一个",
        "keep one",
    ),
    "S065": Entry(
        "{role} 的 {key} 在 head 和 style 里各写了一次",
        "{key} of {role} is said by `head` and by `style`",
        "留一个",
        "keep one",
    ),
    "S066": Entry(
        "稿件 {name} 用了两次：{first} 和 {second}",
        "story {name} is used twice: in {first} and in {second}",
        "每篇稿件在版上只排一次",
        "a story stands on a page once",
    ),
    "S072": Entry(
        "稿件 {name} 没有排在版上，接不上",
        "story {name} is not set on the page by a block of its own",
        "先给它一块 story: {name}",
        "give it a block `story: {name}` first",
        "continues 和 at: {story: …} 要有一块 story: 才知道接在哪里、插在哪里；叠排的稿子可以接排，不能插图。",
        "`continues` and `at: {story: …}` need the block that sets the story; a stacked one may be continued "
        "but takes no insert.",
    ),
    "S073": Entry(
        "`{name}` 只能在 lattice: own 的块里改",
        "`{name}` may change only in a block with `lattice: own`",
        "加上 lattice: own，或从 fit 里删去",
        "add `lattice: own`, or take it out of `fit`",
        "全版的行站在同一套基线上；只有离开它的块才能改行距和字号。",
        "All lines of a page stand on one lattice; only a block off it may change leading and size.",
    ),
    "S067": Entry(
        "稿件 {name} 没有排到版上",
        "story {name} is not on the page",
        "在 blocks 里用上，或从 stories 里删掉",
        "use it in a block, or delete it from stories",
    ),
    "S068": Entry(
        "图片 {name} 没有排到版上",
        "picture {name} is not on the page",
        "在 blocks 里用 picture: {name}，或删掉",
        "use it in a block with picture: {name}, or delete it",
    ),
    "S127": Entry(
        "表格 {name} 没有排到版上",
        "table {name} is not on the page",
        "在 blocks 里用 table: {name}，或删掉",
        "use it in a block with table: {name}, or delete it",
    ),
    "S069": Entry("{key} 到了 {last}，网格只有 {limit}", "{key} goes to {last}; the grid has {limit}"),
    "S070": Entry(
        "{second} 压在 {first} 上",
        "{second} lies on {first}",
        "把 at 的范围错开",
        "move one of the two `at`s",
    ),
    "S077": Entry(
        "wrap 只能用在以 at 放的块上",
        "`wrap` is for blocks that are placed by `at`",
        "把它从版样里去掉，写 at: {{x: …, y: …, width: …, height: …}}",
        "take it off the dummy and write at: {{x: …, y: …, width: …, height: …}}",
        "版样里的块自有一块格子，文字到不了那里；绕排的块压在稿子的栏上，要写明位置。",
        "A block in the dummy has cells of its own, where no text comes; text runs round what lies on its columns.",
    ),
    "S079": Entry(
        "块 {block} 要排版面署名，page 里却没有 credits",
        "block {block} sets the page's credits, but `page` has none",
        "在 page 下写 credits: {{责编: 林岚, 校对: 周牧}}，或删掉这一块",
        "write credits: {{责编: 林岚, 校对: 周牧}} under `page`, or delete the block",
    ),
    "S071": Entry(
        "{letters} 合起来不是长方形，不能放进一个框",
        "{letters} together are no rectangle and can't share a frame",
    ),
}

_DUMMY: dict[str, Entry] = {
    "S080": Entry(
        "版样的这一行要写成“行数 | 字母”",
        "a row of the dummy is written `height | letters`",
        "写成 {hint}",
        "write {hint}",
        "左边是这一行占网格的几行（至少 1，一行可以写 * 表示剩下的），竖线右边每栏一个字母。",
        "At the left the height in lines of the grid (1 at least; one row may say *), then | and letters.",
    ),
    "S081": Entry(
        "这一行有 {count} 个字母，网格是 {columns} 栏：多了 {difference} 个",
        "{count} letters for {columns} columns: {difference} too many",
    ),
    "S082": Entry(
        "各行加起来是 {total} 行，网格只有 {lines} 行：多了 {difference} 行",
        "the heights add up to {total}, the grid has {lines} lines: {difference} too many",
        "减去 {difference} 行",
        "take {difference} away",
    ),
    "S083": Entry(
        "各行加起来是 {total} 行，网格有 {lines} 行：少了 {difference} 行",
        "the heights add up to {total}, the grid has {lines} lines: {difference} too few",
        "补上 {difference} 行，或把一行的行数写成 *",
        "add {difference}, or write * as the height of one row",
    ),
    "S084": Entry("只有一行可以写 *", "only one row may say *", "写上行数", "write a number of lines"),
    "S085": Entry(
        "写 * 的一行没有剩下的高度：别的行已有 {total} 行，网格是 {lines} 行",
        "nothing is left for the row with *: the others take {total} of {lines} lines",
    ),
    "S086": Entry(
        "版样里不能有 `{char}`",
        "`{char}` can't stand in the dummy",
        "写成 {hint}",
        "write {hint}",
        "每栏一个字母，空着的格子写 “.”。",
        "One letter for each column; a blank cell is a full stop.",
    ),
    "S087": Entry(
        "{letter} 断成了几块",
        "the cells of {letter} don't hang together",
        "方括号里的与其余的不相连：\n{map}",
        "those in brackets stand apart:\n{map}",
        "一个字母的格子要边挨着边；两处地方用两个字母。",
        "The cells of one letter share edges; two places take two letters.",
    ),
    "S089": Entry(
        "版样要逐行读，dummy: 后面要有一个竖线",
        "the dummy is read line by line; a bar is due after dummy:",
        "写成 dummy: |，各行从下一行起、缩进两格",
        "write dummy: | and the rows on the next lines, indented",
    ),
    "S088": Entry(
        "这一行有 {count} 个字母，网格是 {columns} 栏：少了 {difference} 个",
        "{count} letters for {columns} columns: {difference} too few",
        "空着的格子写 “.”",
        "write a full stop for a blank cell",
    ),
}

_THEMES: dict[str, Entry] = {
    "S090": Entry(
        "主题绕了一圈：{chain}",
        "themes extend each other in a circle: {chain}",
        "去掉其中一个 extends",
        "remove one `extends`",
    ),
}

_STORIES: dict[str, Entry] = {
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
    "S103": Entry(
        "正文像是从这里开始，前面的各项却还没有用 --- 收尾",
        "the copy seems to begin here, but the front matter has not been closed with ---",
        "在这一行之前加一行 ---",
        "put a line --- before this one",
    ),
    "S102": Entry(
        "这一行是 {line}，要恰好三个半角短横 ---",
        "this line is {line}; three hyphens --- are due",
        "写成 ---",
        "write ---",
    ),
}

_TRAPS: dict[str, Entry] = {
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
        "这一行的缩进与上面哪一层都不对齐",
        "the indentation of this line agrees with none of those above",
        "同一层的各行要左对齐，下一层多缩进两格",
        "keys of one level begin in one column, those below them two columns further",
    ),
    "S124": Entry(
        "这一行没有冒号，不知道哪是键、哪是值",
        "there is no colon in this line to part key and value",
        "写成：{hint}",
        "write: {hint}",
    ),
    "S128": Entry(
        "“{key}”下面的文字没有缩进",
        "the text under `{key}` is not indented",
        "每行前面加 {indent} 个空格，如：{hint}",
        "put {indent} spaces before each line: {hint}",
        "写在 | 后面的文字，每一行都要比键缩进两格，空行不用。",
        "Every line of a text after | stands two spaces further right than its key; blank lines need none.",
    ),
    "S125": Entry(
        "`{value}` 不是网址",
        "`{value}` is no link",
        "写成：{hint}",
        "write: {hint}",
        "二维码里的网址要写全，以 https:// 或 http:// 开头，没有空格。",
        "The link of a QR code is written in full, from https:// or http:// on, and without spaces.",
    ),
    "S120": Entry(
        "括号 {char} 没有收尾", "the bracket {char} is not closed", "补上 {close}", "close it with {close}"
    ),
}


def _explained(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries with the rules behind them, where they do not tell their own."""
    rules = {code: (zh, en) for codes, zh, en in RULES for code in codes.split()}
    return {
        code: replace(entry, what_zh=rules[code][0], what_en=rules[code][1]) if code in rules else entry
        for code, entry in entries.items()
    }


ENTRIES: dict[str, Entry] = _explained(
    {**_FILES, **_YAML, **_SHAPES, **_NAMES, **_BLOCKS, **_DUMMY, **_THEMES, **_STORIES, **_TRAPS}
)
