"""Residents and their homes. A home's key columns are normalised for comparing; `place` is it as it was given."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from storage.tables.columns import key, metadata, number, reference, text, truth

residents = Table(
    "residents",
    metadata,
    key(),
    text("community"),
    text("name"),
    text("phone"),
    text("language"),
    truth("verified"),
    truth("rostered"),
    number("version"),
)
Index("residents_by_phone", residents.c.community, residents.c.phone)
Index("residents_by_name", residents.c.community, residents.c.name)

homes = Table(
    "homes",
    metadata,
    reference("resident_id", "residents.id", primary=True),
    Column("position", Integer, primary_key=True),
    text("community"),
    text("zone"),
    text("building"),
    text("unit"),
    text("room"),
    text("place"),
)
Index("homes_by_room", homes.c.community, homes.c.room, homes.c.building)
