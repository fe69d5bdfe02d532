from pathlib import Path

import pytest

from bot.config import ConfigError, load
from bot.config.environment import known_variables
from tests.config.written import SHIPPED, faults_of

SECRETS = {
    "HUIYIN_TELEGRAM_TOKEN": "t0ken",
    "HUIYIN_TELEGRAM_SECRET": "s3cret",
    "HUIYIN_WECHAT_APP_SECRET": "app5ecret",
    "HUIYIN_WECHAT_AES_KEY_PREVIOUS": "pr3vious",
    "HUIYIN_WECOM_ROBOT_FACILITIES": "https://robot.example.com/k3y",
    "HUIYIN_SECRET_KEY": "s1gn",
    "HUIYIN_DATABASE_URL": "postgresql+psycopg://huiyin:pa55@db/huiyin",
}


def test_every_variable_of_the_interface_is_read() -> None:
    environment = load(SHIPPED, SECRETS | {"HUIYIN_WECHAT_APP_ID": "wx1"}).environment
    assert environment.telegram.token.get_secret_value() == "t0ken"
    assert environment.telegram.secret.get_secret_value() == "s3cret"
    assert environment.wechat.app_id == "wx1"
    assert environment.wechat.aes_key_previous.get_secret_value() == "pr3vious"
    assert environment.wecom.robots["FACILITIES"].get_secret_value().endswith("k3y")
    assert environment.unknown == ()


def test_no_secret_shows_when_settings_are_printed() -> None:
    shown = repr(load(SHIPPED, SECRETS))
    for value in SECRETS.values():
        assert value not in shown


def test_the_names_are_those_that_others_rely_on() -> None:
    names = set(known_variables())
    for name in [
        "HUIYIN_CONFIG",
        "HUIYIN_MEDIA",
        "HUIYIN_DATABASE_URL",
        "HUIYIN_PUBLIC_URL",
        "HUIYIN_SECRET_KEY",
        "HUIYIN_BIND",
        "HUIYIN_TELEGRAM_TOKEN",
        "HUIYIN_TELEGRAM_API",
        "HUIYIN_TELEGRAM_SECRET",
        "HUIYIN_WECHAT_APP_ID",
        "HUIYIN_WECHAT_APP_SECRET",
        "HUIYIN_WECHAT_TOKEN",
        "HUIYIN_WECHAT_AES_KEY",
        "HUIYIN_WECHAT_AES_KEY_PREVIOUS",
        "HUIYIN_WECHAT_API",
        "HUIYIN_WECOM_CORP_ID",
        "HUIYIN_WECOM_AGENT_ID",
        "HUIYIN_WECOM_SECRET",
        "HUIYIN_WECOM_TOKEN",
        "HUIYIN_WECOM_AES_KEY",
        "HUIYIN_WECOM_AES_KEY_PREVIOUS",
        "HUIYIN_WECOM_API",
        "HUIYIN_WECOM_BOT_ID",
        "HUIYIN_WECOM_BOT_SECRET",
        "HUIYIN_WECOM_BOT_URL",
    ]:
        assert name in names


def test_an_empty_variable_counts_as_not_set() -> None:
    settings = load(SHIPPED, {"HUIYIN_TELEGRAM_TOKEN": " ", "HUIYIN_BIND": "", "HUIYIN_TELEGRAM_API": ""})
    assert not settings.runs_telegram
    assert settings.environment.bind.port == 8080
    assert settings.environment.telegram.api == "https://api.telegram.org"


def test_a_token_switches_its_channel_on() -> None:
    settings = load(SHIPPED, {"HUIYIN_TELEGRAM_TOKEN": "t"})
    assert settings.runs_telegram
    assert not settings.runs_wechat
    assert not settings.runs_wecom


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUIYIN_BIND", "localhost"),
        ("HUIYIN_BIND", "localhost:99999"),
        ("HUIYIN_TELEGRAM_API", "api.example.com"),
        ("HUIYIN_PUBLIC_URL", "wuye.example.com"),
        ("HUIYIN_WECOM_BOT_URL", "https://x.example.com"),
    ],
)
def test_a_wrong_variable_is_named_without_its_value(name: str, value: str) -> None:
    (fault,) = faults_of(SHIPPED, {name: value})
    assert fault.key == name
    assert value not in fault.sentence


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [("0.0.0.0:80", "0.0.0.0", 80), (":9000", "127.0.0.1", 9000), ("[::1]:8080", "::1", 8080)],  # noqa: S104 - only read
)
def test_where_to_listen(written: str, host: str, port: int) -> None:
    bind = load(SHIPPED, {"HUIYIN_BIND": written}).environment.bind
    assert (bind.host, bind.port) == (host, port)


@pytest.mark.parametrize(
    ("environ", "media"),
    [
        ({}, Path("media")),
        ({"HUIYIN_DATABASE_URL": "sqlite:////srv/huiyin/h.db"}, Path("/srv/huiyin/media")),
        ({"HUIYIN_DATABASE_URL": "postgresql+psycopg://db/h"}, SHIPPED.parent / "media"),
        ({"HUIYIN_MEDIA": "photos"}, SHIPPED.parent / "photos"),
        ({"HUIYIN_MEDIA": "/srv/photos"}, Path("/srv/photos")),
    ],
)
def test_photos_are_kept_beside_the_database_unless_told(environ: dict[str, str], media: Path) -> None:
    assert load(SHIPPED, environ).media == media


def test_the_environment_goes_before_the_file_for_the_public_address() -> None:
    environ = {"HUIYIN_PUBLIC_URL": "https://wuye.example.com/"}
    assert load(SHIPPED, environ).public_url == "https://wuye.example.com"
    assert load(SHIPPED, {}).public_url == ""


def test_a_missing_file_names_the_variable(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"HUIYIN_CONFIG: 没有 .*nope\.yaml 这个文件"):
        load(None, {"HUIYIN_CONFIG": str(tmp_path / "nope.yaml")})
