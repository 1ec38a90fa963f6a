"""What `layout diff` says: D1xx–D6xx changes by cause, D70x pixels, D71x corrections made and not made, D8xx copy that
does not fit and findings, before and after, D9xx why pages can't be compared."""

from layout.catalogue.d_changes import CHANGES
from layout.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    **CHANGES,
    "D701": Entry(
        zh="有一处画面不同，说不出原因：{x:.1f}、{y:.1f} mm 处，{width:.1f} × {height:.1f} mm，{pixels} 个像素",
        en="differs for no known cause: at {x:.1f}, {y:.1f} mm, {width:.1f} × {height:.1f} mm, {pixels} pixels",
        what_zh="两版都按 100 dpi 画成灰度图，差八级以内不算；相连的一处超过 --tolerance 个像素才报。",
        what_en="Pages in grey at 100 dpi, up to 8 levels ignored; connected areas above --tolerance pixels count.",
    ),
    "D711": Entry(
        zh="“{subject}”已改：[-{old}-]{{+{new}+}}",
        en="{subject}: made: [-{old}-]{{+{new}+}}",
        what_zh="校样上的这处改动做了，做得一字不差。",
        what_en="This correction was made, to the letter.",
    ),
    "D712": Entry(
        zh="“{subject}”没有改：[-{old}-]{{+{new}+}}",
        en="{subject}: not made: [-{old}-]{{+{new}+}}",
        what_zh="校样上的这处改动没有做，原来的字还在。",
        what_en="This correction was not made; the old text still stands.",
    ),
    "D713": Entry(
        zh="“{subject}”改得不对：要 [-{old}-]{{+{new}+}}，现在是“{now}”",
        en="{subject}: made otherwise: wanted [-{old}-]{{+{new}+}}, now it says “{now}”",
        what_zh="原来的字改了，改成的不是要的字。",
        what_en="The old text was changed, but into something else.",
    ),
    "D714": Entry(
        zh="“{subject}”里找不到要改的字：{old}",
        en="{subject}: no such text to correct: {old}",
        zh_hint="看看稿名、原来的字抄得对不对",
        en_hint="see whether the story's name and the old text are copied right",
        what_zh="改动前的版上没有这篇稿，或稿里没有这些字。",
        what_en="The page before has no such story, or the story has no such text.",
    ),
    "D715": Entry(
        zh="一处改动要写 old 和 new，或写 cut，或写 add（可加 after）",
        en="a correction says `old` and `new`, or `cut`, or `add` (with `after`, if need be)",
        what_zh="例如 {story: market, old: 二百, new: 三百}。cut: all 是撤整篇，add: all 是加整篇。",
        what_en="Such as {story: market, old: 二百, new: 三百}. `cut: all`, `add: all`: the whole story.",
    ),
    "D801": Entry(
        zh="“{subject}”排不下了：多出 {characters} 字、{lines} 行",
        en="{subject} does not fit any more: {characters} characters, {lines} lines over",
        what_zh="改动前排得下。",
        what_en="It did before.",
    ),
    "D802": Entry(
        zh="“{subject}”排得下了（原来多出 {old_characters} 字、{old_lines} 行）",
        en="{subject} fits now ({old_characters} characters, {old_lines} lines were over)",
        what_zh="改动前排不下。",
        what_en="It did not before.",
    ),
    "D803": Entry(
        zh="“{subject}”还是排不下：原来多出 {old_characters} 字，现在 {characters} 字、{lines} 行",
        en="{subject} is still over: {old_characters} characters before, {characters} ({lines} lines) now",
        what_zh="多出的字数变了。",
        what_en="By another number of characters.",
    ),
    "D811": Entry(
        zh="新问题 {finding}：{message}",
        en="new finding {finding}: {message}",
        what_zh="改动前没有这个问题。",
        what_en="The page did not have it before.",
    ),
    "D812": Entry(
        zh="问题没有了 {finding}：{message}",
        en="finding gone {finding}: {message}",
        what_zh="改动前有，现在没有；不算差别。",
        what_en="The page had it before; not counted as a difference.",
    ),
    "D813": Entry(
        zh="问题还在 {finding}：{message}",
        en="still there {finding}: {message}",
        what_zh="改动前后都有；不算差别。",
        what_en="Before and after; not counted as a difference.",
    ),
    "D901": Entry(
        zh="{file} 加了密，打不开",
        en="{file} is encrypted",
        zh_hint="先去掉密码",
        en_hint="take the password off first",
    ),
    "D902": Entry(
        zh="{file} 不是完好的 PDF",
        en="{file} is no sound PDF",
        what_zh="文件坏了、不完整，或根本不是 PDF。",
        what_en="It is damaged, cut short, or no PDF at all.",
    ),
    "D903": Entry(
        zh="{file} 第 {page} 页里没有文字，无从比较",
        en="{file}: no text on page {page} to compare",
        zh_hint="扫描件或转了曲的 PDF 读不出文字，请用转曲前的",
        en_hint="a scan, or type turned into outlines: use the file from before that",
    ),
    "D904": Entry(
        zh="没有 {file} 这个文件，也没有这个版本",
        en="there is no file, folder or revision {file}",
        what_zh="比较的两边是文件、文件夹或 git 版本；版本要在 git 仓库里才认得。",
        what_en="The two sides are files, folders or git revisions; revisions are known in a git repository only.",
    ),
    "D905": Entry(
        zh="{file} 里没有版面（*.page.yaml、*.scene.json、*.pdf）",
        en="there are no pages in {file} (*.page.yaml, *.scene.json, *.pdf)",
        what_zh="文件夹里的版面按文件名的结尾来认；隐藏的文件夹不看。",
        what_en="Pages in a folder are known by the ends of their names; hidden folders are not looked into.",
    ),
    "D906": Entry(
        zh="没有 {revision} 这个版本",
        en="there is no revision {revision}",
        what_zh="版本是提交、分支或标签的名字；浅克隆里没有较早的版本，先 git fetch --unshallow。",
        what_en="A revision is a commit, a branch or a tag; a shallow clone lacks old ones: git fetch --unshallow.",
    ),
    "D907": Entry(
        zh="git 不答应：{message}",
        en="git says: {message}",
        what_zh="比较版本要用 git，这句话是它说的。",
        what_en="Comparing revisions takes git; these are its words.",
    ),
    "D908": Entry(
        zh="看不出 {file} 是什么，要的是版面文件、scene JSON 或 PDF",
        en="{file} is neither a page spec, a scene JSON nor a PDF",
        what_zh="文件是什么，先看开头的字节，再看名字。",
        what_en="What a file is is told by its first bytes, then by its name.",
    ),
    "D909": Entry(
        zh="{file} 不是 scene JSON：{message}",
        en="{file} is no scene JSON: {message}",
        what_zh="scene JSON 由 layout render -f json 写出；别的版本写的可能读不了。",
        what_en="A scene JSON is written by layout render -f json; that of another version may not be readable.",
    ),
    "D910": Entry(
        zh="{file} 画不出来：{message}",
        en="{file} can't be painted: {message}",
        zh_hint="字体或图片不在这台机器上；用版面文件来比",
        en_hint="a face or a picture is not on this machine: compare the specs",
    ),
    "D911": Entry(
        zh="{file} 有错，排不出来",
        en="{file} has errors and can't be set",
        what_zh="先用 layout check 把错改好，两边都要排得出来才能比。",
        what_en="Mend what layout check says first: both sides must be set to be compared.",
    ),
    "D912": Entry(
        zh="{file}（第 {page} 版）在另一边没有对应的版",
        en="{file} (page {page}): the second side has no such page",
        what_zh="两边的版数不一样。其他版照比。",
        what_en="The sides have different pages. The others are compared all the same.",
    ),
    "D913": Entry(
        zh="{file}（第 {page} 版）在前一边没有对应的版",
        en="{file} (page {page}): the first side has no such page",
        what_zh="两边的版数不一样。其他版照比。",
        what_en="The sides have different pages. The others are compared all the same.",
    ),
    "D914": Entry(
        zh="两边的版面大小不一样：{a} {old}，{b} {new}",
        en="the pages differ in size: {a} {old}, {b} {new}",
        what_zh="成品尺寸不同的版不能逐处对照。",
        what_en="Pages of different trimmed sizes can't be laid over each other.",
    ),
    "D915": Entry(
        zh="排 {file} 时出了错，是程序的毛病：{message}",
        en="setting {file} failed, and it is our fault: {message}",
        what_zh="不怪稿件；请把这句话告诉我们。",
        what_en="The copy is not to blame; please report these words.",
    ),
}
