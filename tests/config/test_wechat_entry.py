from __future__ import annotations

from pathlib import Path

from tests.config.written import changed, faults_of, loaded

ENTRY = "wechat: {run: auto, community: jinxiu}"


def test_an_account_is_certified_and_without_templates_unless_said_otherwise(tmp_path: Path) -> None:
    entry = loaded(tmp_path).channels.wechat
    assert (entry.certified, dict(entry.templates)) == (True, {})


def test_a_template_names_its_fields(tmp_path: Path) -> None:
    news = "news: {id: T1, fields: {character_string1: number, thing2: text, time3: time}}"
    said = f"wechat: {{run: auto, community: jinxiu, certified: true, templates: {{{news}}}}}"
    template = loaded(tmp_path, (ENTRY, said)).channels.wechat.templates["news"]
    assert (template.id, template.fields["thing2"]) == ("T1", "text")


def test_a_field_that_is_none_stops_the_start(tmp_path: Path) -> None:
    said = "wechat: {run: auto, templates: {news: {id: T1, fields: {Thing: text}}}}"
    (fault,) = faults_of(changed(tmp_path, (ENTRY, said)))
    assert "channels.wechat.templates.news.fields" in fault.key
