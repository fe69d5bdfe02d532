"""What only one process may do at a time: who does it, and until when."""

from __future__ import annotations

from sqlalchemy import Table

from storage.tables.columns import metadata, moment, text

leases = Table("leases", metadata, text("name", primary=True), text("owner"), moment("until"))
