"""huiyin …: one file a family of commands. Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import sys

from bot.cli.root import application


def main() -> None:
    """The console script. Faults that people can mend are one line on standard error, exit 2."""
    from bot.cli.faults import Mendable

    try:
        application()
    except Mendable as fault:
        print(fault, file=sys.stderr)
        sys.exit(fault.code)
