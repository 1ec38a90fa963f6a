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
