"""Where everything is kept: SQLite on one machine, PostgreSQL where one machine is outgrown.

tables/       one file per noun: columns, keys, indexes
statement     SQLAlchemy Core, compiled once a dialect
driver        runs them on the driver's own connection
mapping       dataclasses to rows and back
tickets, …    one file per noun: what the desk, the conversation and the outbox asked for
unit_of_work  all of them over one transaction
engine        opens connections; `Storage` is the door
"""

from storage.storage import Storage
from storage.unit_of_work import UnitOfWork

__all__ = ["Storage", "UnitOfWork"]
