"""The few kinds of columns there are. Times are integer milliseconds, truths 0 or 1, everything nested JSON text."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, SmallInteger, Text

metadata = MetaData()

# SQLite counts rows itself only for INTEGER.
Key = BigInteger().with_variant(Integer, "sqlite")


def key() -> Column[int]:
    return Column("id", Key, primary_key=True)


def text(name: str, *, primary: bool = False, optional: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=primary, nullable=optional)


def number(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def truth(name: str) -> Column[int]:
    return Column(name, SmallInteger, nullable=False)


def moment(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=optional)


def reference(name: str, to: str, *, optional: bool = False, primary: bool = False) -> Column[int]:
    """A foreign key."""
    return Column(name, BigInteger, ForeignKey(to), nullable=optional, primary_key=primary)


def address(*, primary: bool = False, optional: bool = False) -> list[Column[str]]:
    """The four columns of an Address."""
    return [text(name, primary=primary, optional=optional) for name in ADDRESS]


ADDRESS = ("channel", "account", "chat", "thread")
