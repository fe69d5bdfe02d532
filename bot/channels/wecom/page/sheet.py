"""The page itself: no script, nothing from elsewhere, large buttons for a thumb."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fastapi import Response

from bot.channels.wecom.page.oauth import HOST
from bot.messages import Button

_STYLE = (
    "body{margin:0;font:17px/1.6 -apple-system,'PingFang SC','Microsoft YaHei',sans-serif;background:#f2f4f7;color:#1d2129}"
    "main{max-width:34rem;margin:0 auto;padding:16px}"
    ".card{background:#fff;border-radius:12px;padding:16px;white-space:pre-wrap;overflow-wrap:anywhere}"
    ".said{background:#e8f5ee;border-radius:12px;padding:12px 16px;margin-bottom:12px}"
    "form{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin:16px 0}"
    "button{font:inherit;min-height:48px;border:0;border-radius:10px;background:#fff;color:#1d2129}"
    "button:first-child{background:#07c160;color:#fff}"
    "p{color:#86909c;font-size:14px}"
)
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {HOST}; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}


def card_page(
    text: str, buttons: Sequence[Button], *, hidden: dict[str, str], said: str = "", foot: str = ""
) -> Response:
    """A card and its buttons. `said` stands above: what a tap brought. `hidden` goes back with the form."""
    above = f'<div class="said" role="status">{escape(said)}</div>' if said else ""
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in hidden.items()
    )
    keys = "".join(
        f'<button name="token" value="{escape(one.token)}">{escape(one.label)}</button>'
        for one in buttons
        if one.token
    )
    form = f'<form method="post">{keys}{fields}</form>' if keys else ""
    below = f"<p>{escape(foot)}</p>" if foot else ""
    return _page(f'{above}<div class="card">{escape(text)}</div>{form}{below}')


def word_page(text: str, status: int = 200, back: str = "") -> Response:
    """One sentence, where there is no card to show; `back` leads to one."""
    link = f'<p><a href="{escape(back)}">看最新情况</a></p>' if back else ""
    return _page(f'<div class="card" role="status">{escape(text)}</div>{link}', status)


def _page(inside: str, status: int = 200) -> Response:
    html = (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>工单</title><style>{_STYLE}</style></head><body><main>{inside}</main></body></html>"
    )
    return Response(html, status_code=status, media_type="text/html", headers=_HEADERS)
