"""What a mistaken key or word was meant to be. Read only when there is something to say."""

from collections.abc import Iterable

from layout.spec.wrong import close

# What editors write, in Chinese or in other words, for our keys and words; the first that may stand there counts.
_MEANT: dict[str, tuple[str, ...]] = {
    # heads and copy
    "标题": ("headline", "head"), "主题": ("headline", "theme"), "大标题": ("headline",), "主标题": ("headline",),
    "title": ("headline",), "heading": ("headline",), "header": ("head", "headline"),
    "引题": ("kicker",), "肩题": ("kicker",), "眉题": ("kicker",), "overline": ("kicker",), "eyebrow": ("kicker",),
    "副题": ("deck",), "副标题": ("deck",), "subtitle": ("deck",), "subhead": ("deck", "crosshead"),
    "subheading": ("deck",), "standfirst": ("deck",), "小标题": ("crosshead",), "subheadline": ("deck",),
    "作者": ("byline",), "署名": ("byline", "credit", "credits"), "记者": ("byline",), "author": ("byline",),
    "authors": ("byline",), "writer": ("byline",), "reporter": ("byline",), "by": ("byline",),
    "栏题": ("series", "banner", "banners"), "专栏": ("series", "banner", "banners"), "column": ("columns", "series"),
    "正文": ("body",), "内容": ("body", "text"), "content": ("body", "text"), "copy": ("body",), "text": ("body",),
    "稿件": ("stories", "story"), "稿子": ("stories", "story"), "文章": ("stories", "story"), "article": ("story",),
    "articles": ("stories",), "news": ("stories",),
    # pictures
    "图片": ("pictures", "picture"), "照片": ("pictures", "picture"), "image": ("picture", "pictures", "file"),
    "images": ("pictures",), "photo": ("picture", "pictures"), "photos": ("pictures",), "img": ("picture",),
    "图说": ("caption",), "说明": ("caption", "alt"), "cutline": ("caption",), "摄影": ("credit",),
    "photographer": ("credit",), "文件": ("file",), "path": ("file",), "src": ("file",), "url": ("file",),
    # pages
    "版本": ("layout",), "version": ("layout",), "版面": ("page", "layout"), "版次": ("number",), "版号": ("number",),
    "日期": ("date",), "版名": ("section",), "报名": ("paper",), "报纸": ("paper",), "期号": ("issue",),
    "版面署名": ("credits",), "责编": ("credits",), "版样": ("dummy",), "map": ("dummy",), "areas": ("blocks", "dummy"),
    "块": ("blocks",), "区域": ("blocks",), "block": ("blocks",), "样式": ("style", "styles"), "style": ("styles",),
    "styles": ("style",), "网格": ("grid",), "词": ("words",),
    # blocks and boxes
    "栏": ("columns",), "栏数": ("columns",), "分栏": ("columns",), "cols": ("columns",), "框": ("box",),
    "边框": ("border", "box"), "frame": ("box", "border"), "线": ("rule", "line"), "rules": ("rule",),
    "padding": ("inset",), "留空": ("inset",), "底色": ("fill",), "background": ("fill",), "bg": ("fill",),
    "位置": ("at", "place"), "position": ("at", "place"), "裁切": ("crop",), "w": ("width",), "h": ("height",),
    "宽": ("width",), "高": ("height",), "行": ("lines",), "行数": ("lines",),
    # styles
    "字体": ("font", "fonts"), "family": ("font",), "font-family": ("font",), "typeface": ("font",),
    "字号": ("size", "sizes"), "font-size": ("size",), "fontsize": ("size",), "行距": ("leading",),
    "line-height": ("leading",), "lineheight": ("leading",), "linespacing": ("leading",), "对齐": ("align",),
    "text-align": ("align",), "alignment": ("align",), "缩进": ("indent",), "text-indent": ("indent",),
    "字距": ("tracking",), "letter-spacing": ("tracking",), "颜色": ("colour", "colours"), "color": ("colour", "colours"),
    "colors": ("colours",), "占行": ("lines",), "字宽": ("scale",), "width": ("scale",), "上空": ("space_before",),
    "下空": ("space_after",), "before": ("space_before",), "after": ("space_after",), "方向": ("direction",),
    "标点": ("punctuation",), "横排": ("horizontal",), "直排": ("vertical",), "竖排": ("vertical",),
    "栏间距": ("gutter",), "行长": ("measure",), "栏宽": ("measure",), "纸张": ("paper",), "出血": ("bleed",),
    "margin": ("margins",), "inherit": ("extends",), "base": ("extends",), "extend": ("extends",),
    # words
    "centre": ("center",), "centered": ("center",), "middle": ("center",), "居中": ("center",), "左": ("left",),
    "右": ("right",), "居左": ("left",), "居右": ("right",), "两端": ("justify",), "justified": ("justify",),
    "both": ("justify",), "under": ("below",), "bottom": ("below",), "全角": ("quanjiao",), "半角": ("banjiao",),
    "开明": ("kaiming",), "fill": ("cover",), "fit": ("contain",),
}  # fmt: skip


def guess(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was meant to be, "" if none comes near."""
    names = tuple(known)
    meant = _MEANT.get(word.strip().casefold(), ())
    return next((name for name in meant if name in names), "") or close(word, names)
