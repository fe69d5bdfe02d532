"""Settings and database for commands, with faults said in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.faults import Mendable

if TYPE_CHECKING:
    from bot.config import Settings
    from storage import Storage


_SQLITE = "sqlite:///"


def settings(*, allow_sample: bool = True) -> Settings:
    """config.yaml and the environment. Every fault that was found is printed; then exit 2."""
    from bot.config import ConfigError, load

    try:
        return load(None, os.environ, allow_sample=allow_sample)
    except ConfigError as error:
        raise Mendable(str(error)) from None


def storage(found: Settings, *, must_be_current: bool = True) -> Storage:
    """The database of the settings. `must_be_current`: an old schema is refused with what to run."""
    from storage.opening import Unreachable, UrlMalformed, open_storage

    try:
        opened, current = open_storage(found.database_url)
    except UrlMalformed:
        raise Mendable(
            "HUIYIN_DATABASE_URL 看不懂。请写 sqlite:///huiyin.db 或 postgresql+psycopg://用户:密码@主机/库名。"
        ) from None
    except Unreachable as error:
        raise Mendable(f"数据库打不开：{error}。请检查 HUIYIN_DATABASE_URL 和文件权限。") from None
    if must_be_current and not current:
        opened.close()
        raise Mendable("数据库的表结构不是最新的。请先运行 huiyin migrate。", 1)
    return opened


def is_new(found: Settings) -> bool:
    """Whether the SQLite file of the settings does not exist yet."""
    url = found.database_url
    return url.startswith(_SQLITE) and not Path(url.removeprefix(_SQLITE)).exists()


def clear_logs() -> None:
    """Logs go to standard error, warnings and worse, so that standard output stays for data."""
    import logging

    import structlog

    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )


def text_file(path: Path) -> Path:
    """Raises Mendable where there is no such file."""
    if not path.is_file():
        raise Mendable(f"没有这个文件：{path}。请检查路径。")
    return path
