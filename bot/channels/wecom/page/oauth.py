"""WeCom says whose phone it is: we send it to WeCom, and it comes back with a code that is good for once."""

from __future__ import annotations

from urllib.parse import urlencode

HOST = "https://open.weixin.qq.com"
CALLBACK = "/wecom/oauth"


def authorize_url(corp_id: str, agent_id: str, public_url: str, state: str) -> str:
    """Where to send a phone. `state`: letters and digits, at most 128 characters."""
    asked = {
        "appid": corp_id,
        "redirect_uri": public_url.rstrip("/") + CALLBACK,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
        "agentid": agent_id,
    }
    return f"{HOST}/connect/oauth2/authorize?{urlencode(asked)}#wechat_redirect"
