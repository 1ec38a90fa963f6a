"""The rules behind the findings about the spec; several codes may share one."""

RULES: tuple[tuple[str, str, str], ...] = (
    (
        "S002 S004 S009",
        "版面、稿件、主题、图片都要是项目里能打开的普通文件；YAML 不超过 2 MB，稿件不超过 4 MB。",
        "Pages, stories, themes and pictures are regular files of the project that can be opened; YAML up "
        "to 2 MB, a story up to 4 MB.",
    ),
    (
        "S006 S047",
        "所有文本文件都用 UTF-8；开头有没有 BOM、行尾是 LF 还是 CRLF 都可以。",
        "All text files are UTF-8, with or without a BOM, with LF or CRLF at the ends of lines.",
    ),
    (
        "S007",
        "从网页或别的软件粘贴来的文字里有时夹着看不见的控制字符，印不出来，也不该留着。",
        "Text pasted from web pages or other programs may carry invisible control characters; they can't be "
        "printed.",
    ),
    (
        "S008",
        "最短的版面文件有三个键：layout（规范的版本）、theme（主题）、blocks（各块）。",
        "The shortest page has three keys: layout (the version of the spec), theme and blocks.",
    ),
    (
        "S010 S018 S019 S024 S122 S123 S124",
        "版面文件是 YAML：每行“键: 值”，冒号后有空格；同一层的键左对齐，下一层缩进两格；[ ] 是列表，{ } "
        "是若干键，各项之间用半角逗号；同一层的键不能重复；一个文件只有一份内容。",
        "A page is YAML: `key: value` on each line with a space after the colon; keys of one level begin in "
        "one column, those below them two columns further; [ ] is a list, { } are keys, with commas "
        "between; no key twice; one document in a file.",
    ),
    (
        "S011 S013",
        "层数和项数有上限，是为了防止有问题的文件拖垮机器；正常的版面远远用不到。",
        "Depth and number of items are bounded so that a broken file can't stop the machine; no real page "
        "comes near.",
    ),
    (
        "S014 S015 S016 S017",
        "这些是 YAML 给程序员用的写法，版面文件里用不着，容易弄错；所有内容都先当作文字读，再按键的意义解释。",
        "These are YAML's devices for programmers; a page has no need of them. All values are read as text "
        "and then by the meaning of their keys.",
    ),
    (
        "S020 S021 S022 S023 S045",
        "每个键要么是一个值，要么是列表，要么是下一层的若干键；layout schema 给出全部写法，可供编辑器自动补"
        "全。",
        "A key has a value, a list, or keys below it; layout schema prints all forms, for completion in an "
        "editor.",
    ),
    (
        "S025 S026 S028 S041 S042 S029 S030 S040",
        "每个键和值都要核对过才排版，写得不对的不会悄悄略过。",
        "Every key and value is checked before a page is set; nothing that is wrong is skipped.",
    ),
    (
        "S033 S034 S035",
        "单位有 pt mm cm in、字（一个字的宽）、行（网格的一行）、栏（连同栏间距）、%。字号用 pt 或字号名，"
        "行距用 pt、行或 %。",
        "Units are pt mm cm in, 字 (one em), 行 (a line of the grid), 栏 (a column with its gutters), %. "
        "Sizes are in pt or by name, leading in pt, 行 or %.",
    ),
    (
        "S036",
        "范围写成 小..大，如 94%..100%；只写一个值就是固定值。",
        "A range is written low..high, such as 94%..100%; a single value is fixed.",
    ),
    (
        "S037 S048",
        "报纸印的是油墨：k 100% 是黑，cmyk(青, 品红, 黄, 黑) 各 0–100，spot(名字) 是专色。花括号、方括号里"
        "的 cmyk(…) 要加引号。",
        "Newspapers print ink: k 100% is black, cmyk(cyan, magenta, yellow, black) from 0 to 100 each, "
        "spot(name) is a spot colour. Inside braces or brackets cmyk(…) must be in quotation marks.",
    ),
    (
        "S038",
        "线可以写名字（正线、文武线、回纹等）或粗细，也可以两样都写，后面可跟颜色：0.3pt k 50%、回纹 8pt。",
        "A line has a name (正线, 文武线, 回纹 …) or a weight, or both, and a colour may follow: 0.3pt k "
        "50%, 回纹 8pt.",
    ),
    (
        "S044",
        "一次最多列出两百条；多半是同一处毛病引起的。",
        "Two hundred are listed at most; so many mostly come of one fault.",
    ),
    (
        "S053 S071",
        "box: 的 around 列出同在一个框里的其他块，它们和这一块合起来要是长方形。",
        "`around` of a box names other blocks in the same frame; together with this one they fill a "
        "rectangle.",
    ),
    (
        "S054 S056",
        "样式和颜色由主题定义；版面只能改动主题里有的。",
        "Styles and colours are defined by the theme; a page changes what the theme has.",
    ),
    (
        "S060 S061",
        "一个块是什么，由其中一个键决定：story 一篇稿、stories 几篇短稿、picture 图片、credits "
        "版面署名、banner 栏题、text 一段文字、blank 空着。",
        "One key says what a block is: story, stories (short items), picture, credits, banner, text or "
        "blank.",
    ),
    (
        "S063 S064 S069 S070",
        "每个块有且只有一个位置：画在版样里，或写 at:（第几栏、第几行，从 1 数起，含头尾；或按毫米）。at 的"
        "块不能互相压着。",
        "A block has one place: in the dummy, or by `at` (columns and lines from 1, both ends included; or "
        "lengths). Blocks with `at` may not overlap.",
    ),
    (
        "S065",
        "标题的样式写在 head: 里或 style: 里意思一样，所以同一项只能写一处。",
        "Saying a thing of a head under `head` or under `style` means the same, so it may be said only once.",
    ),
    (
        "S066 S067 S068 S127",
        "稿件的每个字在版上出现一次，且只一次；没有用上的稿件、图片会提醒。",
        "Every character of a story is on the page once and only once; stories and pictures that are not "
        "used are told.",
    ),
    (
        "S079",
        "版面署名写在 page 的 credits 里，credits: page 的块把它排出来。",
        "The credits are written under `page`; a block `credits: page` sets them.",
    ),
    (
        "S081 S082 S083 S084 S085 S088 S089",
        "版样画的是整个版心：每行左边写高度（网格的行数），竖线右边每栏一个字母；高度加起来是网格的行数，有"
        "一行可以写 * 表示剩下的。",
        "The dummy draws the whole type area: each row has its height in lines of the grid at the left and "
        "after the bar a letter for each column; the heights add up to the grid's lines, one row may say * "
        "for what is left.",
    ),
    (
        "S090",
        "主题可以一层一层地以别的主题为底（extends），最后要落到一个不以别的为底的主题。",
        "A theme may extend another, and that one a third; the chain must end.",
    ),
    (
        "S101 S102 S103",
        "稿件开头两行 --- 之间写 headline、byline 等，第二个 --- 之后是正文。--- 是三个半角短横，独占一行。",
        "Between two lines --- at the top stand headline, byline and so on; the copy follows the second. "
        "--- is three hyphens on a line of their own.",
    ),
    (
        "S110 S111 S112 S113 S114 S119 S121",
        "YAML 的冒号、逗号、括号、引号、短横、空格都要半角；冒号和短横后面要有空格；缩进用空格，不用 Tab。"
        "正文和标题里的全角标点不受影响。",
        "YAML's own colons, commas, brackets, quotation marks, dashes and spaces are half-width; a space "
        "follows colon and dash; indentation is made of spaces. Full-width marks in the copy are not "
        "concerned.",
    ),
    (
        "S115 S116 S117 S118 S120",
        '以 { [ " & * # ! | > @ % 开头的内容，含有“: ”或“ #”的内容，都要放在引号里；内容里有双引号就用'
        "单引号包起来。引号、括号要成对。",
        'A value that begins with one of { [ " & * # ! | > @ %, or that has `: ` or ` #` in it, goes in '
        "quotation marks; single ones if it has double ones inside. Quotation marks and brackets come in "
        "pairs.",
    ),
)
