"""Findings about text: faces, lines and their setting."""

from layout.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "T101": Entry(
        zh="字体“{family}”里没有“{char}”（{code}），共 {places} 处，已用〓代替",
        en="family {family} has no glyph for “{char}” ({code}); 〓 stands for it in {places} places",
        zh_hint="换一个字，或者在主题的 fonts 里给“{family}”补上有这个字的后备字体",
        en_hint="write another character, or give {family} a fallback face that has it in the theme's fonts",
        what_zh="缺字绝不悄悄漏掉：版面上用〓占住位置，检查时报错。一篇稿子里同一个字只报一次，指出第一处，写明共有几处。生僻的人名、地名用字可以由后备字体补上。",
        what_en="A missing character is never dropped: 〓 keeps its place on the page and the check reports an "
        "error: once for a character and story, at the first of its places. Rare characters of names can come "
        "from a fallback face.",
    ),
    "T102": Entry(
        zh="稿件里有控制字符 {code}，印不出来",
        en="the copy has a control character, {code}, which prints nothing",
        zh_hint="删去这个字符",
        en_hint="delete it",
        what_zh="控制字符多半是从别的软件带来的。它不占位置，也不显示，但会跟着文字被复制和搜索。",
        what_en="Control characters usually come along from other programs. They take no room and show nothing, "
        "but they stay in the text that is copied and searched.",
    ),
    "T103": Entry(
        zh="竖排中年份“{figures}”改排为“{numerals}”",
        en="in a vertical line the year {figures} is set as {numerals}",
        what_zh="竖排不把阿拉伯数字一个一个竖着摞起来：年份改用汉字数字，其他数字整体转向。",
        what_en="Figures are never stacked one by one in a vertical line: years become Han numerals, all other "
        "numbers lie on their side.",
    ),
    "T104": Entry(
        zh="样式“{style}”是直排的，这里还只能横排，已改横排",
        en="the style {style} is vertical; here only level lines are set, so it was set level",
        zh_hint="直排的文字写成 text 块",
        en_hint="write vertical type as a text block",
        what_zh="`text` 块可以直排：列从右到左，标点用直排字形，引号换成『』。标题、正文、图说还只能横排。",
        what_en="A `text` block may be vertical: columns from the right to the left, marks in their vertical "
        "forms, quotation marks as 『』. Heads, body text and captions are still set level.",
    ),
    "T105": Entry(
        zh="要西文断词（hyphenate），但没有装 pyphen，单词都没有断开",
        en="words are to be hyphenated (hyphenate), but pyphen is not installed; none was",
        zh_hint="pip install pyphen",
        en_hint="pip install pyphen",
        what_zh="断词用 pyphen 的英文词典。没有装就报错，因为同一份版面在哪台机器上都要排得一样。",
        what_en="Words are divided by pyphen's English dictionary. Its absence is an error, since one spec is to "
        "give the same page on every machine.",
    ),
    "T106": Entry(
        zh="主题要用 {segmenter} 分词，但没有装，标题改用内置的词表",
        en="the theme's segmenter {segmenter} is not installed; heads were cut by the built-in list",
        zh_hint="pip install rjieba，或者写 segmenter: builtin",
        en_hint="pip install rjieba, or write segmenter: builtin",
        what_zh="标题在意群处转行，要先分词。点名的分词程序没有装就报错，因为同一份版面在哪台机器上都要排得一样。",
        what_en="A headline turns over at sense groups, for which it is cut into words. A segmenter that is named "
        "and absent is an error, since one spec is to give the same page on every machine.",
    ),
    "T107": Entry(
        zh="这一段有 {characters} 个字符，只排了前面的，后面 {left_out} 个没有排",
        en="this paragraph has {characters} characters; the last {left_out} were not set",
        zh_hint="看看是不是换行丢了，或者文件弄错了",
        en_hint="see whether its line ends were lost, or whether it is another kind of file",
        what_zh="一段最多排十万个字符，比整张报纸还多。再长的多半不是稿子。",
        what_en="A paragraph is set up to a hundred thousand characters, more than a newspaper holds. What is longer "
        "is hardly copy.",
    ),
    "T108": Entry(
        zh="注音“{ruby}”太长，压到一半宽还会盖到旁边",
        en="the reading “{ruby}” is too long: condensed to half its width it still reaches over its neighbours",
        zh_hint="改短，或者注在更多的字上",
        en_hint="shorten it, or put it over more characters",
        what_zh="注音比字宽时压窄，最多压到一半，两头可以各伸出 0.15 字。再长就和旁边的注音撞在一起。",
        what_en="A reading wider than its base is condensed, to half its width at most, and may reach 0.15 em over "
        "each end. A longer one runs into what stands beside it.",
    ),
    "T109": Entry(
        zh="小标题“{words}”里的注音和着重号没有排",
        en="the readings and emphasis dots in the crosshead “{words}” are not set",
        zh_hint="注音和着重号写在正文里，小标题里只留文字",
        en_hint="give them in the body text, and only the words here",
        what_zh="{{.dots}} 和 {{ruby=…}} 只排在正文里。小标题的行距里没有它们的位置，文字照排。",
        what_en="{{.dots}} and {{ruby=…}} are set in body text. A crosshead's lines have no room for them; its words "
        "are set without.",
    ),
    "T201": Entry(
        zh="这一行排得太松，字距达 {gap} 字：“{text}”",
        en="loose line, gaps of {gap} em: “{text}”",
        zh_hint="在这一段里增减一两个字",
        en_hint="add or cut a word or two in this paragraph",
        what_zh="为了齐行，一行的字距超过四分之一字就看得出松散。常见的原因是后面跟着不能拆开的数字、外文或者成串标点。",
        what_en="To fill its measure a line was opened by more than a quarter em between characters, which shows. "
        "The usual cause is a number, a foreign word or a string of marks behind it that can't be divided.",
    ),
    "T202": Entry(
        zh="这一行松得不能用，字距达 {gap} 字：“{text}”",
        en="line far too loose, gaps of {gap} em: “{text}”",
        zh_hint="改写这一段，或者放宽栏宽",
        en_hint="rewrite this paragraph or widen the column",
        what_zh="字距超过半个字的行不能见报。",
        what_en="A line with gaps of more than half an em can't be printed.",
    ),
    "T203": Entry(
        zh="不可拆分的内容比栏还宽，只好从中断开：“{text}”",
        en="a unit that can't be divided is wider than the measure and was cut: “{text}”",
        zh_hint="缩短它，或者加宽这一栏",
        en_hint="shorten it, or widen the column",
        what_zh="网址、长外文词和长数字中间不断行；只有比整行还宽时才强行断开，断开了一定报告。",
        what_en="Addresses, long foreign words and long numbers are not divided at a line's end unless they are "
        "wider than the whole line, and then it is always reported.",
    ),
    "T204": Entry(
        zh="这一行比栏宽多出 {over} 字：“{text}”",
        en="line {over} em wider than its measure: “{text}”",
        zh_hint="放宽这一栏",
        en_hint="widen the column",
        what_zh="一个字或一个符号就比栏还宽，挤压标点也放不下。文字照排，不裁切。",
        what_en="A single character or mark is wider than the measure even with all blanks squeezed out. It is set "
        "as it is and never clipped.",
    ),
    "T205": Entry(
        zh="段末一行只剩“{text}”，单字不成行",
        en="a lone “{text}” on the last line of a paragraph",
        zh_hint="在这一段里增减一两个字",
        en_hint="add or cut a word or two in this paragraph",
        what_zh="段落的最后一行至少要有两个字（不算标点）。先试着挤进上一行，再试着从上一行拉下一个字，都不行才报告。",
        what_en="The last line of a paragraph holds two characters at least, marks not counted. First the line "
        "before is squeezed to take it, then a character is pulled down; this is reported where neither works.",
    ),
    "T206": Entry(
        zh="“{story}”还有 {count} 处 {finding} 没有列出",
        en="story {story}: {count} more places of {finding} are not listed",
        zh_hint="多半出于同一个原因：栏太窄，或外文、网址太多",
        en_hint="mostly of one cause: the column is too narrow, or there is too much in another script",
        what_zh="一篇稿里同一种行的问题最多列出二十处，其余的只报数目。",
        what_en="Of one kind of finding about lines twenty are listed in a story; the others are counted.",
    ),
    "T301": Entry(
        zh="标题“{text}”放不下，最宽的一行超出 {over} 字",
        en="the headline “{text}” doesn't fit; its widest line is {over} em over",
        zh_hint="删几个字、多排一行，或者用小一号字",
        en_hint="cut a few characters, give it another line, or set it a size smaller",
        what_zh="标题先在样式的 scale 范围里压扁，再在 tracking 范围里收紧（没写范围就到 −0.05 字），"
        "再在 size 范围里缩小（没写就到九成）；仍放不下就报告，不会裁切。",
        what_en="A headline is condensed within its style's `scale`, closed up within its `tracking` (to −0.05 em if "
        "that is no range), set smaller within its `size` (to 90 %); if that isn't enough it is reported and never "
        "clipped.",
    ),
    "T302": Entry(
        zh="标题“{text}”缩小到字号的 {percent}% 才放下",
        en="the headline “{text}” was set at {percent} % of its size to fit",
        zh_hint="删一两个字，或者定好从哪里转行",
        en_hint="cut a character or two, or fix where it turns over",
        what_zh="压扁和收紧都不够时，标题缩小一点排，再不行才多排一行。最小到多少写在样式里，如 `size: 32pt..36pt`；"
        "只写一个字号就是到它的九成，`36pt..36pt` 不缩。",
        what_en="Where condensing and closing up are not enough a headline is set a little smaller; only then does it "
        "take another line. How small is said by its style, `size: 32pt..36pt`; a single size goes down to 90 % of "
        "itself, `36pt..36pt` not at all.",
    ),
}
