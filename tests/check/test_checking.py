from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.check import Finding, Stored, check, stop_if_unfit
from bot.config import ConfigError, PublicPlaces, Settings, load
from bot.desk.calendar import calendar_of
from bot.desk.people import Group
from bot.messages import Address
from tests.config.written import SHIPPED, changed
from tests.roster.sheets import HEADS, a_book

TODAY = date(2026, 3, 4)


def settings_with(environ: Mapping[str, str]) -> Settings:
    return load(SHIPPED, environ)


def of_level(found: list[Finding], level: str) -> dict[str, str]:
    return {f.where: f.sentence for f in found if f.level == level}


def with_community(**changes: object) -> Settings:
    settings = settings_with({})
    return replace(settings, communities=(settings.communities[0].model_copy(update=changes),))


def test_the_shipped_settings_are_fit_and_say_what_would_run() -> None:
    found = check(settings_with({}), TODAY)
    assert of_level(found, "error") == {}
    assert list(of_level(found, "warning")) == ["channels"]  # nobody can write to it yet
    told = of_level(found, "info")
    assert told["HUIYIN_DATABASE_URL"] == "数据库：SQLite huiyin.db。"
    assert told["communities[0]"] == "锦绣花园：员工 11 人，名册住户 10 人。"
    assert "HUIYIN_TELEGRAM_TOKEN" in told["channels.telegram"]


def test_telegram_polls_without_a_public_address() -> None:
    told = of_level(check(settings_with({"HUIYIN_TELEGRAM_TOKEN": "t"}), TODAY), "info")
    assert told["channels.telegram"] == "Telegram 会开：轮询；不认识的人先归 锦绣花园。"


def test_a_public_address_without_a_secret_stops_the_start() -> None:
    environ = {"HUIYIN_TELEGRAM_TOKEN": "t", "HUIYIN_PUBLIC_URL": "https://wuye.example.com"}
    with pytest.raises(ConfigError, match="HUIYIN_TELEGRAM_SECRET: 有公网地址就要有回调密钥"):
        stop_if_unfit(settings_with(environ), TODAY)
    stop_if_unfit(settings_with(environ | {"HUIYIN_TELEGRAM_SECRET": "s"}), TODAY)


def test_a_channel_that_must_run_needs_its_keys(tmp_path: Path) -> None:
    path = changed(tmp_path, ("telegram: {run: auto", "telegram: {run: true"))
    assert "HUIYIN_TELEGRAM_TOKEN" in of_level(check(load(path, {}), TODAY), "error")


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("HUIYIN_WECHAT_APP_ID", ["APP_SECRET", "TOKEN"]),
        ("HUIYIN_WECOM_CORP_ID", ["AGENT_ID", "SECRET", "TOKEN", "AES_KEY"]),
    ],
)
def test_half_a_set_of_keys_is_an_error_that_names_the_rest(first: str, others: list[str]) -> None:
    found = of_level(check(settings_with({first: "x"}), TODAY), "error")
    assert set(found) == {f"{first.rsplit('_', 2)[0]}_{other}" for other in others}


def test_a_misspelt_variable_is_guessed() -> None:
    found = of_level(check(settings_with({"HUIYIN_TELEGRM_TOKEN": "t"}), TODAY), "warning")
    assert "HUIYIN_TELEGRAM_TOKEN" in found["HUIYIN_TELEGRM_TOKEN"]


def test_no_password_is_shown() -> None:
    url = "postgresql+psycopg://huiyin:pa55@db.example.com/huiyin?sslmode=require"
    told = of_level(check(settings_with({"HUIYIN_DATABASE_URL": url}), TODAY), "info")
    assert told["HUIYIN_DATABASE_URL"] == "数据库：PostgreSQL db.example.com/huiyin。"


def test_another_database_is_refused() -> None:
    found = of_level(check(settings_with({"HUIYIN_DATABASE_URL": "mysql://h/x"}), TODAY), "error")
    assert "sqlite:///huiyin.db" in found["HUIYIN_DATABASE_URL"]


@pytest.mark.parametrize(("years", "month", "warned"), [(0, 10, False), (0, 11, True), (1, 2, True)])
def test_the_holidays_of_a_year_are_missed_from_november_on(years: int, month: int, warned: bool) -> None:
    settings = settings_with({})
    last = calendar_of(settings.communities[0]).last_year
    assert last
    found = of_level(check(settings, date(last + years, month, 1)), "warning")
    assert ("communities[0].working_time" in found) is warned


def test_an_unbound_group_and_an_old_schema_are_told() -> None:
    bound = Group("jinxiu", "facilities", "工程群", (), Address("telegram", "1", "-5"))
    settings = settings_with({})
    found = of_level(check(settings, TODAY, Stored(True, {"jinxiu": [bound]})), "warning")
    assert "communities[0].groups.facilities" not in found
    assert "/bind" in found["communities[0].groups.cleaning"]
    old = check(settings, TODAY, Stored(False))
    assert "huiyin migrate" in of_level(old, "error")["HUIYIN_DATABASE_URL"]


def test_a_building_that_is_not_there_is_asked_about() -> None:
    five = PublicPlaces(buildings=("1", "2", "3", "4", "5"))
    found = of_level(check(with_community(places=five), TODAY), "warning")
    assert "名册里有 6、8 栋" in found["communities[0].places.buildings"]


def test_a_group_in_which_nobody_takes_tickets_is_named() -> None:
    groups = settings_with({}).communities[0].groups
    idle = {**groups, "cleaning": groups["cleaning"].model_copy(update={"members": ("许主管",)})}
    found = of_level(check(with_community(groups=idle), TODAY), "warning")
    assert "保洁群 里没有能接单的人" in found["communities[0].groups.cleaning"]


def test_faults_of_the_roster_stop_the_start(tmp_path: Path) -> None:
    path = a_book(tmp_path, 业主=[HEADS, ("王女士", "?", 3, 2, 1501, "")])
    found = check(with_community(roster=(), roster_file=path), TODAY)
    assert "业主 第 2 行" in of_level(found, "error")["communities[0].roster"]


def test_an_official_account_may_send_in_plain_but_is_told_so() -> None:
    keys = {f"HUIYIN_WECHAT_{key}": "x" for key in ("APP_ID", "APP_SECRET", "TOKEN")}
    found = check(settings_with(keys | {"HUIYIN_PUBLIC_URL": "https://wuye.example.com"}), TODAY)
    assert "明文" in of_level(found, "warning")["HUIYIN_WECHAT_AES_KEY"]
