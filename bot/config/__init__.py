"""Settings: config.yaml for what a manager may change, the environment for secrets. Frozen, built once.

load(path, environ) → Settings → community(id) → Community: policy (figures, quiet, visits …), staff, groups, duty.
"""

from bot.config.channels import ChannelEntry, Channels
from bot.config.community import (
    CATEGORIES,
    Category,
    Community,
    Contact,
    Department,
    DepartmentEntry,
    Duty,
    GroupEntry,
    GroupKey,
    PublicPlaces,
    Role,
    StaffEntry,
)
from bot.config.environment import Bind, Environment
from bot.config.faults import ConfigError, Fault
from bot.config.figures import EmergencyRow, FigureTable, MajorRow, Row, SuggestionRow
from bot.config.loading import load, read_environment
from bot.config.policy import Incidents, Policy, Quiet, Repeats, VisitRules
from bot.config.residents import Home, Language, ResidentEntry
from bot.config.settings import Settings
from bot.config.spans import Span, Unit
from bot.config.working_time import Hours, WorkingTime

__all__ = [
    "CATEGORIES",
    "Bind",
    "Category",
    "ChannelEntry",
    "Channels",
    "Community",
    "ConfigError",
    "Contact",
    "Department",
    "DepartmentEntry",
    "Duty",
    "EmergencyRow",
    "Environment",
    "Fault",
    "FigureTable",
    "GroupEntry",
    "GroupKey",
    "Home",
    "Hours",
    "Incidents",
    "Language",
    "MajorRow",
    "Policy",
    "PublicPlaces",
    "Quiet",
    "Repeats",
    "ResidentEntry",
    "Role",
    "Row",
    "Settings",
    "Span",
    "StaffEntry",
    "SuggestionRow",
    "Unit",
    "VisitRules",
    "WorkingTime",
    "load",
    "read_environment",
]
