"""What a mistaken key or word was meant to be. Read only when there is something to say."""

from collections.abc import Iterable

from layout.spec.wrong import close

# Our keys and words, each with what editors write for it, in Chinese or in other words.
_MEANT = """
headline: 标题 主题 大标题 主标题 title heading header
head: 标题 header
theme: 主题
kicker: 引题 肩题 眉题 overline eyebrow
deck: 副题 副标题 subtitle subhead subheading standfirst subheadline
crosshead: subhead 小标题
byline: 作者 署名 记者 author authors writer reporter by
credit: 署名 摄影 photographer
credits: 署名 版面署名 责编
series: 栏题 专栏 column
banner: 栏题 专栏
banners: 栏题 专栏
columns: column 栏 栏数 分栏 cols
body: 正文 内容 content copy text
text: 内容 content
stories: 稿件 稿子 文章 articles news
story: 稿件 稿子 文章 article
pictures: 图片 照片 image images photo photos
picture: 图片 照片 image photo img
file: image 文件 path src url
caption: 图说 说明 cutline
alt: 说明
layout: 版本 version 版面
page: 版面
number: 版次 版号
date: 日期
section: 版名
paper: 报名 报纸 纸张
issue: 期号
dummy: 版样 map areas
blocks: areas 块 区域 block
style: 样式 styles
styles: 样式 style
grid: 网格
words: 词
box: 框 边框 frame
border: 边框 frame
rule: 线 rules
line: 线
inset: padding 留空
fill: 底色 background bg
at: 位置 position
place: 位置 position
crop: 裁切
width: w 宽
height: h 高
lines: 行 行数 占行
font: 字体 family font-family typeface
fonts: 字体
size: 字号 font-size fontsize
sizes: 字号
leading: 行距 line-height lineheight linespacing
align: 对齐 text-align alignment
indent: 缩进 text-indent
tracking: 字距 letter-spacing
colour: 颜色 color
colours: 颜色 color colors
scale: 字宽 width
space_before: 上空 before
space_after: 下空 after
direction: 方向
punctuation: 标点
horizontal: 横排
vertical: 直排 竖排
gutter: 栏间距
measure: 行长 栏宽
bleed: 出血
margins: margin
extends: inherit base extend
center: centre centered middle 居中
left: 左 居左
right: 右 居右
none: off no false 无
justify: 两端 justified both
below: under bottom
quanjiao: 全角
banjiao: 半角
kaiming: 开明
cover: fill
contain: fit
"""


def guess(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was meant to be, "" if none comes near."""
    names = tuple(known)
    return other_name(word, names) or close(word, names)


def other_name(word: str, names: tuple[str, ...]) -> str:
    """The one of `names` for which `word` is another name, "" if it is none's."""
    wanted = word.strip().casefold()
    for line in _MEANT.split("\n"):
        ours, _, theirs = line.partition(": ")
        if ours in names and wanted in theirs.split():
            return ours
    return ""
