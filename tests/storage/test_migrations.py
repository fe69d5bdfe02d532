from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from storage import Storage, schema
from storage.migrate import config
from tests.storage.postgresql import new_database

Databases = Callable[[str], str]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Databases:
    """Makes an empty database of one engine; gives its URL."""
    if request.param == "sqlite":
        return lambda name: f"sqlite:///{tmp_path / name}.db"
    uri: str = request.getfixturevalue("postgresql_uri")
    return lambda name: new_database(uri, name)


def index_text(index: Any) -> str:
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return f"{index['name']} {index['column_names']} {index['unique']} {options}"


def described(url: str) -> dict[str, Any]:
    """Everything about a database's tables, in an order that does not depend on how they were made."""
    engine = create_engine(url)
    inspector = inspect(engine)
    tables = {
        name: {
            "columns": [{**column, "type": str(column["type"])} for column in inspector.get_columns(name)],
            "key": inspector.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted(str(foreign) for foreign in inspector.get_foreign_keys(name)),
            "unique": sorted(str(unique) for unique in inspector.get_unique_constraints(name)),
            "indexes": sorted(map(index_text, inspector.get_indexes(name))),
        }
        for name in inspector.get_table_names()
    }
    engine.dispose()
    return tables


def test_an_upgraded_database_equals_a_fresh_one(databases: Databases) -> None:
    urls = databases("upgraded"), databases("fresh")
    upgraded, fresh = (Storage(url) for url in urls)
    upgraded.migrate()
    fresh.create()
    assert upgraded.schema_current()
    assert fresh.schema_current()
    upgraded.close()
    fresh.close()
    assert described(urls[0]) == described(urls[1])


def test_migrating_twice_changes_nothing(databases: Databases) -> None:
    url = databases("twice")
    storage = Storage(url)
    storage.migrate()
    before = described(url)
    storage.migrate()
    assert described(url) == before
    storage.close()


def test_an_empty_database_is_not_current(databases: Databases) -> None:
    storage = Storage(databases("nothing"))
    assert not storage.schema_current()
    storage.close()


def test_the_latest_migration_is_the_one_a_start_expects() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [schema.HEAD]


def test_migrations_import_nothing_of_ours() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    for script in folder.rglob("*.py"):
        lines = script.read_text(encoding="utf-8").splitlines()
        imports = [line for line in lines if line.startswith(("import ", "from "))]
        assert not [line for line in imports if line.split()[1].split(".")[0] in ("storage", "bot", "nlp")]
