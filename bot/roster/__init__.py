"""The roster: owners, rooms and staff from config.yaml or a spreadsheet, and putting them into the database.

words    what column heads, departments and roles are called
cells    what one cell says
sheet    heads and rows of a sheet
reading  a spreadsheet → Roster, with every fault found
homes    rooms as written → Home, Home → Place
template an empty spreadsheet to fill in
syncing  Roster → the database
"""

from bot.roster.homes import place_of
from bot.roster.reading import Roster, RosterError, read_roster, roster_of
from bot.roster.syncing import sync
from bot.roster.template import write_template

__all__ = ["Roster", "RosterError", "place_of", "read_roster", "roster_of", "sync", "write_template"]
