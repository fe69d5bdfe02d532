"""understand · evaluate · bench: what is understood, how well, how fast."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from bot.cli import opening, taught
from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from nlp.understand import Understander

    Load = Callable[[], Understander]

PACKAGED = Annotated[
    bool, typer.Option("--packaged", help="只用自带的词库，不用学到的 without what was learned")
]
JSON = Annotated[bool, typer.Option("--json", help="给程序读 for programs")]


def understand(
    text: Annotated[str | None, typer.Argument(help="业主写的话 what an owner wrote")] = None,
    at: Annotated[str, typer.Option(help="什么时候写的，例如 2026-03-04T10:00 when")] = "",
    as_json: JSON = False,
    jsonl: Annotated[
        Path | None, typer.Option(help='一行一条 {"id","text","at"}；- 读标准输入 a file of lines')
    ] = None,
    packaged: PACKAGED = False,
) -> None:
    """说出一句话里听懂了什么。 What was understood of a message.

    例 Example: huiyin understand "3栋2单元1501厨房水管爆了" --json
    """
    settings = opening.settings()
    zone = settings.communities[0].zone
    if text is not None and jsonl is None:
        _one(text, at, zone, partial(taught.understander, settings, packaged=packaged), as_json=as_json)
    elif text is None and jsonl is not None:
        _lines(jsonl, zone, partial(taught.understander, settings, packaged=packaged))
    else:
        raise Mendable("请写一句话，或用 --jsonl 给一个文件。例如 huiyin understand “厨房漏水了”。")


def _one(text: str, at: str, zone: tzinfo, load: Load, *, as_json: bool) -> None:
    from bot.cli import understood

    try:
        written = understood.moment(at, zone) if at else real_now()
    except ValueError:
        raise Mendable(f"看不懂时间 {at}。请写例如 --at 2026-03-04T10:00。") from None
    found = load().understand(text, written, zone)
    typer.echo(understood.line(found.to_json()) if as_json else "\n".join(understood.shown(found)))


def _lines(path: Path, zone: tzinfo, load: Load) -> None:
    """Exit 1 where a line could not be read."""
    from bot.cli import understood
    from bot.cli.progress import progress

    failed = 0
    with _opened(path) as lines, progress("understand", None) as advance:
        for answer in understood.answers(lines, load(), zone, real_now):
            typer.echo(understood.line(answer))
            failed += "error" in answer
            advance(1)
    if failed:
        typer.echo(f"{failed} 行看不懂，其余已写出。", err=True)
        raise typer.Exit(1)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if str(path) == "-":
        yield typer.get_binary_stream("stdin")
        return
    with opening.text_file(path).open("rb") as file:
        yield file


def evaluate(
    file: Annotated[Path, typer.Argument(help="标注过的文本 .jsonl labelled texts")],
    as_json: JSON = False,
    packaged: PACKAGED = False,
) -> None:
    """用标注过的文本给分类打分。 Scores the classifier on labelled texts.

    例 Example: huiyin evaluate dev.jsonl --json
    """
    from bot.cli.progress import progress
    from nlp.evaluate import BadRow, read_rows, render
    from nlp.evaluate import evaluate as scored

    try:
        rows = list(read_rows(opening.text_file(file).read_text(encoding="utf-8").splitlines()))
    except (BadRow, UnicodeDecodeError) as wrong:
        raise Mendable(f"{file}: {wrong}") from None
    understander = taught.understander(opening.settings(), packaged=packaged)
    with progress("evaluate", len(rows)) as advance:
        result = scored((advance(1) or row for row in rows), understander)
    typer.echo(json.dumps(result, ensure_ascii=False) if as_json else render(result))


def bench(
    name: Annotated[
        str, typer.Argument(help="understand · intake · start · webhook · throttle · fuzz · all")
    ] = "all",
    as_json: JSON = False,
) -> None:
    """量速度和内存，和目标比；有一项不达标就退出 1。 Measures speed and memory against their goals.

    webhook 另和 WeRoBot 比：pip install 'huiyin[bench]'。fuzz 要几分钟，all 里没有。
    webhook also compares with WeRoBot where huiyin[bench] is installed; fuzz takes minutes and is not in all.

    例 Example: huiyin bench intake --json
    """
    opening.clear_logs()
    from bot.bench import figures
    from bot.cli.progress import progress

    if name != "all" and name not in figures.NAMES:
        raise Mendable(f"没有 {name} 这一项。可以写：{'、'.join(figures.NAMES)}、all。")
    settings, held = opening.settings(), True
    with progress("bench", None) as advance:
        for figure in figures.measure(settings, name, advance):
            held = held and figure.holds
            typer.echo(json.dumps(figure.to_json(), ensure_ascii=False) if as_json else figures.row(figure))
    if not held:
        raise typer.Exit(1)


def add(application: typer.Typer) -> None:
    for command in (understand, evaluate, bench):
        application.command()(command)
