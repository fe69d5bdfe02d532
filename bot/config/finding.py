"""Where config.yaml is: the one asked for, the one here, the checkout's, the packaged sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.config.faults import ConfigError, Fault

NAME = "config.yaml"
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Found:
    path: Path
    sample: bool = False


def find(
    path: Path | None, environ: Mapping[str, str], *, allow_sample: bool, package: Path = _PACKAGE
) -> Found:
    """Raises ConfigError where there is none, or the one asked for is missing."""
    if path is not None:
        return _asked("--config", path)
    if environ.get("HUIYIN_CONFIG"):
        return _asked("HUIYIN_CONFIG", Path(environ["HUIYIN_CONFIG"]))
    if Path(NAME).is_file():
        return Found(Path(NAME))
    checkout = package.parent
    if (checkout / NAME).is_file() and (checkout / "pyproject.toml").is_file():
        return Found(checkout / NAME)
    if allow_sample and (package / "sample" / NAME).is_file():
        return Found(package / "sample" / NAME, sample=True)
    raise ConfigError(
        [Fault("", f"没有找到 {NAME}。请在当前目录放一份，或用环境变量 HUIYIN_CONFIG 写出它的路径。")]
    )


def _asked(key: str, path: Path) -> Found:
    if not path.is_file():
        raise ConfigError([Fault(key, f"没有 {path} 这个文件。请写出 {NAME} 的路径。")])
    return Found(path)
