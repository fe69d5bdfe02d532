"""import roster: owners, rooms and staff from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening
from bot.cli.faults import Mendable

imports = typer.Typer(help="从表格导入 from a spreadsheet.", rich_markup_mode=None, no_args_is_help=True)


@imports.command("roster")
def roster(
    file: Annotated[Path, typer.Argument(help="名册 .xlsx")],
    community: Annotated[str, typer.Option(help="哪个小区 community id；只有一个时不用写")] = "",
    template: Annotated[
        bool, typer.Option("--template", help="写一份空表到这个文件 write an empty form")
    ] = False,
) -> None:
    """导入业主、房号和员工；重复导入不会重复登记。

    例 Example: huiyin import roster 名册.xlsx
    """
    from bot.roster import RosterError, read_roster, sync, write_template

    if template:
        write_template(file)
        typer.echo(f"空表写好了：{file}")
        return
    settings = opening.settings()
    try:
        chosen = settings.community(community) if community else settings.communities[0]
    except KeyError:
        known = "、".join(c.id for c in settings.communities)
        raise Mendable(f"没有小区 {community}。现有：{known}。") from None
    try:
        found = read_roster(opening.text_file(file))
    except RosterError as error:
        raise Mendable(str(error), 1) from None
    storage = opening.storage(settings)
    with storage.begin() as work:
        sync(work, chosen, found)
        work.commit()
    storage.close()
    typer.echo(f"已导入 {len(found.residents)} 位住户、{len(found.staff)} 位员工到{chosen.name}。")


def add(application: typer.Typer) -> None:
    application.add_typer(imports, name="import")
