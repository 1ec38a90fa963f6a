"""What `layout diff` says of changes, by their cause: D1xx copy, D2xx heads, D3xx reflow, D4xx blocks, D5xx style,
D6xx pictures."""

from layout.catalogue.entry import Entry

CHANGES: dict[str, Entry] = {
    "D101": Entry(
        zh="“{subject}”{of}改字：{lead}[-{old}-]{{+{new}+}}{tail}",
        en="{subject}{of}: copy replaced: {lead}[-{old}-]{{+{new}+}}{tail}",
        what_zh="删去的字在 [- -] 里，换上的字在 {+ +} 里，前后各带八个字。¶ 是段末，↵ 是稿里写明的换行。",
        what_en="What went is in [- -], what came in {+ +}, with eight characters of context. ¶ ends a paragraph.",
    ),
    "D102": Entry(
        zh="“{subject}”{of}加 {inserted} 字：{lead}{{+{new}+}}{tail}",
        en="{subject}{of}: {inserted} characters inserted: {lead}{{+{new}+}}{tail}",
        what_zh="字数不算空格和段末。",
        what_en="Blanks and ends of paragraphs are not counted.",
    ),
    "D103": Entry(
        zh="“{subject}”{of}删 {deleted} 字：{lead}[-{old}-]{tail}",
        en="{subject}{of}: {deleted} characters deleted: {lead}[-{old}-]{tail}",
        what_zh="字数不算空格和段末。",
        what_en="Blanks and ends of paragraphs are not counted.",
    ),
    "D104": Entry(
        zh="“{subject}”加了{role}：{text}",
        en="{subject}: {role} added: {text}",
        what_zh="图说、署名、报眉等处新添的文字。",
        what_en="A caption, a credit, a line of furniture or the like that was not there.",
    ),
    "D105": Entry(
        zh="“{subject}”去掉了{role}：{text}",
        en="{subject}: {role} removed: {text}",
        what_zh="图说、署名、报眉等处去掉的文字。",
        what_en="A caption, a credit, a line of furniture or the like that is gone.",
    ),
    "D111": Entry(
        zh="加了一篇稿“{subject}”：{head}（{characters} 字）",
        en="story {subject} added: {head} ({characters} characters)",
        what_zh="原来的版上没有这篇稿。",
        what_en="The page did not have this story before.",
    ),
    "D112": Entry(
        zh="撤了一篇稿“{subject}”：{head}（{characters} 字）",
        en="story {subject} removed: {head} ({characters} characters)",
        what_zh="现在的版上没有这篇稿了。",
        what_en="The page does not have this story any more.",
    ),
    "D201": Entry(
        zh="“{subject}”改{role}：{marked}",
        en="{subject}: {role} changed: {marked}",
        what_zh="引题、主题、副题或署名的文字变了。",
        what_en="The words of a kicker, headline, deck or byline changed.",
    ),
    "D202": Entry(
        zh="“{subject}”加了{role}：{text}",
        en="{subject}: {role} added: {text}",
        what_zh="这篇稿原来没有这一行题。",
        what_en="The head did not have this part before.",
    ),
    "D203": Entry(
        zh="“{subject}”去掉了{role}：{text}",
        en="{subject}: {role} removed: {text}",
        what_zh="这篇稿现在没有这一行题了。",
        what_en="The head does not have this part any more.",
    ),
    "D204": Entry(
        zh="“{subject}”的{role}换了转行处：{old} → {new}",
        en="{subject}: {role} turned over elsewhere: {old} → {new}",
        what_zh="题的文字没变，分行变了。",
        what_en="The same words in other lines.",
    ),
    "D205": Entry(
        zh="“{subject}”的{role}对调了：{old} ⇄ {new}",
        en="{subject}: {role} exchanged: {old} ⇄ {new}",
        what_zh="两篇稿的这一行题互换了。",
        what_en="Each of two stories has this part of the other's head.",
    ),
    "D301": Entry(
        zh="“{subject}”只换了断行处：{lines} 行",
        en="{subject}: reflow: {lines} lines",
        what_zh="文字没变，行在别处断了，也没有别的改动可以解释。有改动可以解释时，并在那处改动里说。",
        what_en="The same copy in other lines, and no change that it followed from.",
    ),
    "D401": Entry(
        zh="“{subject}”{way}（{way_mm}）",
        en="{subject} moved {way} ({way_mm})",
        what_zh="量的是左上角。",
        what_en="Measured at the top left corner.",
    ),
    "D402": Entry(
        zh="“{subject}”改大小：{old_columns} 栏 × {old_lines} 行 → {columns} 栏 × {lines} 行"
        "（{width:.1f} × {height:.1f} mm）",
        en="{subject} resized: {old_columns} columns × {old_lines} lines → {columns} × {lines} "
        "({width:.1f} × {height:.1f} mm)",
        what_zh="版块所占的栏数、行数变了。",
        what_en="The block takes other columns and lines of the grid.",
    ),
    "D403": Entry(
        zh="“{subject}”{way}，并改大小："
        "{old_columns} 栏 × {old_lines} 行 → {columns} 栏 × {lines} 行（{width:.1f} × {height:.1f} mm）",
        en="{subject} moved {way} and resized: "
        "{old_columns} columns × {old_lines} lines → {columns} × {lines} ({width:.1f} × {height:.1f} mm)",
        what_zh="量的是左上角。",
        what_en="Measured at the top left corner.",
    ),
    "D404": Entry(
        zh="“{subject}”的版块外框没变，里面的格子变了",
        en="{subject}: the same outline, other cells inside it",
        what_zh="不是矩形的版块，凹进去的地方变了。",
        what_en="The block is no rectangle, and what is cut out of it changed.",
    ),
    "D405": Entry(
        zh="加了版块“{subject}”",
        en="block {subject} added",
        what_zh="原来没有这个版块。",
        what_en="There was no such block before.",
    ),
    "D406": Entry(
        zh="去掉了版块“{subject}”",
        en="block {subject} removed",
        what_zh="现在没有这个版块了。",
        what_en="There is no such block any more.",
    ),
    "D407": Entry(
        zh="“{subject}”的{role}移了位置：{way_mm}",
        en="{subject}: {role} moved {way_mm}",
        what_zh="版块没动，里面的文字换了地方。",
        what_en="The block stands where it stood, the text in it does not.",
    ),
    "D408": Entry(
        zh="“{subject}”从版块 {old} 移到版块 {new}",
        en="story {subject} moved from block {old} to block {new}",
        what_zh="同一版上换了版块。",
        what_en="The same story in another block of the page.",
    ),
    "D409": Entry(
        zh="“{subject}”改栏：{old} 栏 → {new} 栏",
        en="{subject}: {old} columns → {new} columns of text",
        what_zh="版块没变，里面的文字分成了别的栏数。",
        what_en="The same area, its text set in another number of columns.",
    ),
    "D410": Entry(
        zh="版块 {subject} 的线或框移动了",
        en="the rules or frames of block {subject} moved",
        what_zh="样子没变，地方变了，没有别的改动可以解释。",
        what_en="They look as before and stand elsewhere, with no change that it followed from.",
    ),
    "D411": Entry(
        zh="“{subject}”{way_mm}",
        en="{subject} moved {way_mm}",
        what_zh="量的是左上角。",
        what_en="Measured at the top left corner.",
    ),
    "D412": Entry(
        zh="“{subject}”改大小：{old_width:.1f} × {old_height:.1f} mm → {width:.1f} × {height:.1f} mm",
        en="{subject} resized: {old_width:.1f} × {old_height:.1f} mm → {width:.1f} × {height:.1f} mm",
        what_zh="不在网格上的版块。",
        what_en="A block that stands free of the grid.",
    ),
    "D413": Entry(
        zh="“{subject}”{way_mm}，并改大小："
        "{old_width:.1f} × {old_height:.1f} mm → {width:.1f} × {height:.1f} mm",
        en="{subject} moved {way_mm} and resized: "
        "{old_width:.1f} × {old_height:.1f} mm → {width:.1f} × {height:.1f} mm",
        what_zh="量的是左上角。",
        what_en="Measured at the top left corner.",
    ),
    "D414": Entry(
        zh="版块 {subject} 里几条稿换了次序：{old} → {new}",
        en="block {subject}: stories in another order: {old} → {new}",
        what_zh="叠排的几条稿，从上到下的次序。",
        what_en="The stories of a stack, from top to bottom.",
    ),
    "D415": Entry(
        zh="“{subject}”对调了位置",
        en="{subject} changed places",
        what_zh="两个版块各占了对方的地方。",
        what_en="Each of two blocks stands where the other one stood.",
    ),
    "D421": Entry(
        zh="版面尺寸变了：{old_width:.1f} × {old_height:.1f} mm → {width:.1f} × {height:.1f} mm",
        en="the page's size changed: {old_width:.1f} × {old_height:.1f} mm → {width:.1f} × {height:.1f} mm",
        what_zh="裁切后的尺寸。",
        what_en="The size after trimming.",
    ),
    "D422": Entry(
        zh="网格变了：{old} → {new}",
        en="the grid changed: {old} → {new}",
        what_zh="栏数 × 栏宽 + 栏间距，行数 × 行高，起点。",
        what_en="Columns × measure + gutter, lines × leading, the corner that it starts from.",
    ),
    "D430": Entry(
        zh="“{subject}”从第 {old} 版移到第 {new} 版",
        en="story {subject} moved from page {old} to page {new}",
        what_zh="同一篇稿换了版。",
        what_en="The same story on another page.",
    ),
    "D431": Entry(
        zh="加了一版：{file}",
        en="page added: {file}",
        what_zh="原来的版本里没有这一版。",
        what_en="The older revision does not have this page.",
    ),
    "D432": Entry(
        zh="去掉了一版：{file}",
        en="page removed: {file}",
        what_zh="现在的版本里没有这一版了。",
        what_en="The newer revision does not have this page.",
    ),
    "D501": Entry(
        zh="“{subject}”的样式变了（{role}，{characters} 字）：{old} → {new}",
        en="{subject}: {role} set otherwise ({characters} characters): {old} → {new}",
        what_zh="字体、字号、字宽或颜色。",
        what_en="Face, size, width or ink.",
    ),
    "D502": Entry(
        zh="版块 {subject} 的线或框变了：{old} → {new}",
        en="the rules or frames of block {subject} changed: {old} → {new}",
        what_zh="粗细、颜色、底色、线型或条数。",
        what_en="Their weight, ink, fill, kind or number.",
    ),
    "D503": Entry(
        zh="“{subject}”的字距变了（{role}）：{lines} 行",
        en="{subject}: {role} spaced otherwise: {lines} lines",
        what_zh="文字、断行、字体都没变，字与字之间的空变了。",
        what_en="The same lines in the same type, with other spaces between the characters.",
    ),
    "D601": Entry(
        zh="“{subject}”换了图：{files}",
        en="picture {subject} replaced: {files}",
        what_zh="图片文件的内容不一样，看上去也不是同一张。",
        what_en="The file's content is another one, and does not look like the same picture.",
    ),
    "D602": Entry(
        zh="“{subject}”换了裁法：画面移动 {dx:+.1f}、{dy:+.1f} mm",
        en="picture {subject} cropped otherwise: slid by {dx:+.1f}, {dy:+.1f} mm",
        what_zh="框没变，露出来的部分变了；移动为 0 时是放大或缩小了。",
        what_en="The frame is the same, the part seen is not; slid by nothing, it was enlarged or reduced.",
    ),
    "D603": Entry(
        zh="“{subject}”换了分辨率：{old_ppi} → {ppi} ppi",
        en="picture {subject} now at another resolution: {old_ppi} → {ppi} ppi",
        what_zh="同一张图，像素数变了。分辨率按排出来的大小算。",
        what_en="The same picture in another number of pixels, counted at the size that it is set in.",
    ),
    "D604": Entry(
        zh="“{subject}”的图片文件变了，画面看上去一样（{ppi} ppi）",
        en="the file of picture {subject} changed, it looks the same ({ppi} ppi)",
        what_zh="重存过、调过一点，或换了压缩。",
        what_en="Saved again, slightly retouched, or compressed otherwise.",
    ),
    "D605": Entry(
        zh="加了图“{subject}”：{file}",
        en="picture {subject} added: {file}",
        what_zh="原来没有这张图。",
        what_en="There was no such picture before.",
    ),
    "D607": Entry(
        zh="“{subject}”的图对调了：{old_file} ⇄ {file}",
        en="pictures {subject} exchanged: {old_file} ⇄ {file}",
        what_zh="两处的图片文件互换了。",
        what_en="Each of two places shows the file that the other one showed.",
    ),
    "D606": Entry(
        zh="撤了图“{subject}”：{file}",
        en="picture {subject} removed: {file}",
        what_zh="现在没有这张图了。",
        what_en="There is no such picture any more.",
    ),
}
