"""What Alembic runs. It is handed its connection (storage/migrate.py) and imports nothing of ours."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
