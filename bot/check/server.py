"""The settings file, the database and the variables."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from bot.check.finding import Finding, error, info, warning
from bot.config import Settings
from bot.config.environment import known_variables


def findings(settings: Settings) -> Iterator[Finding]:
    where = "自带的样例" if settings.sample else str(settings.path)
    names = "、".join(community.name for community in settings.communities[:5])
    count = len(settings.communities)
    more = f" 等 {count} 个" if count > 5 else ""
    yield info("", f"设置来自 {where}，小区：{names}{more}。")
    yield from _database(settings)
    bind = settings.environment.bind
    yield info("HUIYIN_BIND", f"网页和回调监听 {bind.host}:{bind.port}。")
    if settings.public_url and not settings.environment.secret_key.get_secret_value():
        yield warning(
            "HUIYIN_SECRET_KEY", "没有签名密钥：重启后登录链接会失效。请写一串 32 位以上的随机字符。"
        )
    for name in settings.environment.unknown:
        close = get_close_matches(name, known_variables(), 1, 0.8)
        yield warning(
            name, f"不认识这个环境变量。{f'是不是想写 {close[0]}？' if close else '请删掉或改名。'}"
        )


def _database(settings: Settings) -> Iterator[Finding]:
    url = settings.database_url
    if url.startswith("sqlite:///"):
        yield info("HUIYIN_DATABASE_URL", f"数据库：SQLite {url.removeprefix('sqlite:///') or '（内存）'}。")
    elif url.startswith("postgresql+psycopg://"):
        yield info("HUIYIN_DATABASE_URL", f"数据库：PostgreSQL {url.rpartition('@')[2].partition('?')[0]}。")
    else:
        saying = "看不懂数据库地址。请写 sqlite:///huiyin.db 或 postgresql+psycopg://用户:密码@主机/库名。"
        yield error("HUIYIN_DATABASE_URL", saying)
    yield info("HUIYIN_MEDIA", f"照片和文件放在 {settings.media}。")


def schema_outdated() -> Finding:
    return error("HUIYIN_DATABASE_URL", "数据库结构不是最新的。请先运行 huiyin migrate。")
