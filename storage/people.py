"""Everyone we know: residents, staff, their accounts and groups."""

from __future__ import annotations

from storage.groups import Groups
from storage.identities import Identities
from storage.moves import Moves
from storage.residents import Residents
from storage.staff import StaffList


class People(Residents, StaffList, Identities, Groups, Moves):
    """Implements bot.desk.ports.People."""
