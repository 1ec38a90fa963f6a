"""Dates as a newspaper prints them."""

from datetime import date

WEEKDAYS = "一二三四五六日"


def chinese_date(iso: str) -> str:
    """`2026-03-09` as 2026年3月9日; "" for "". ValueError for what is no date (the reader has refused it)."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(iso: str) -> str:
    """`2026-03-09` as 星期一; "" for ""."""
    return f"星期{WEEKDAYS[date.fromisoformat(iso).weekday()]}" if iso else ""


def lunar_date(iso: str) -> str | None:
    """`2026-03-09` as 丙午年正月廿一; "" for ""; None where the calendar (lunar-python) is not installed."""
    if not iso:
        return ""
    try:
        from lunar_python import Solar
    except ImportError:
        return None
    day = date.fromisoformat(iso)
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return f"{lunar.getYearInGanZhi()}年{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"
