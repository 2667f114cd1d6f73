"""Lists that show themselves: as a table in a terminal, as a picture or a table in a notebook."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ._core import FunnelRow, Overrun, PlanRow, Stats, TimelineEntry
from .money import amount_as_text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TIMELINE_HEAD = ("at", "kind", "title", "detail")
_FUNNEL_HEAD = ("stage", "phase", "count", "sum", "weighted")
_AMOUNTS_HEAD = ("planned", "actual", "difference", "of plan")
_PLAN_HEAD = ("side", "category", *_AMOUNTS_HEAD)
_STATS_HEAD = ("what", "number")
_OVERRUNS_HEAD = ("number", "title", *_AMOUNTS_HEAD)


def text_table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = ()) -> str:
    """A table of plain text; the columns named in ``right`` are aligned there."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines)]
    lines.insert(1, tuple("─" * width for width in widths))

    def cell(text: str, title: str, width: int) -> str:
        return text.rjust(width) if title in right else text.ljust(width)

    return "\n".join("  ".join(map(cell, line, head, widths)).rstrip() for line in lines)


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same for a notebook."""

    def line(tag: str, cells: Sequence[str]) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in cells) + "</tr>"

    return f"<table>{line('th', head)}{''.join(line('td', row) for row in rows)}</table>"


class Timeline(list[TimelineEntry]):
    """What happened, newest first."""

    def _rows(self) -> list[tuple[str, ...]]:
        return [(f"{entry.at:%Y-%m-%d %H:%M}Z", str(entry.kind), entry.title, entry.detail) for entry in self]

    def __repr__(self) -> str:
        return text_table(_TIMELINE_HEAD, self._rows()) if self else "Timeline()"

    def _repr_html_(self) -> str:
        return html_table(_TIMELINE_HEAD, self._rows())


class Funnel(list[FunnelRow]):
    """Counts and money of cases, a row for each phase and currency."""

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            (str(row.stage), row.name, str(row.count), amount_as_text(row.sum), amount_as_text(row.weighted)) for row in self
        ]

    def __repr__(self) -> str:
        return text_table(_FUNNEL_HEAD, self._rows(), right=("count", "sum", "weighted")) if self else "Funnel()"

    def _repr_html_(self) -> str:
        return html_table(_FUNNEL_HEAD, self._rows())

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """For a notebook: the picture where it can be drawn, the table where not."""
        try:
            return {"image/svg+xml": self.to_svg(), "text/plain": repr(self)}
        except ImportError:
            return {"text/html": self._repr_html_(), "text/plain": repr(self)}

    def figure(self) -> Figure:
        """The funnel as a figure of matplotlib. Raises ImportError without ``crm[plot]``."""
        from .plot import funnel_figure

        return funnel_figure(self)

    def to_svg(self, path: str | os.PathLike[str] | None = None) -> str:
        """The funnel as an SVG, which is also written to ``path``. Raises ImportError without ``crm[plot]``."""
        from .plot import save, svg_text

        if path is not None:
            save(self.figure(), path, "svg")
        return svg_text(self.figure())

    def to_png(self, path: str | os.PathLike[str]) -> None:
        """Writes the funnel as a PNG. Raises ImportError without ``crm[plot]``."""
        from .plot import save

        save(self.figure(), path, "png")


def share_as_text(basis_points: int | None) -> str:
    """A share in 1/100 of a per cent as people write it: 112.50 %."""
    if basis_points is None:
        return ""
    whole, rest = divmod(abs(basis_points), 100)
    return f"{'-' if basis_points < 0 else ''}{whole}.{rest:02} %"


def _amounts(row: PlanRow | Overrun) -> tuple[str, ...]:
    amounts = (row.planned, row.actual, row.difference)
    return *map(amount_as_text, amounts), share_as_text(row.basis_points)


class PlanComparison(list[PlanRow]):
    """Plan and actual of a case: by currency and side the categories, then their total."""

    def _rows(self) -> list[tuple[str, ...]]:
        return [(str(row.side), str(row.category or "total"), *_amounts(row)) for row in self]

    def __repr__(self) -> str:
        return text_table(_PLAN_HEAD, self._rows(), right=_AMOUNTS_HEAD) if self else "PlanComparison()"

    def _repr_html_(self) -> str:
        return html_table(_PLAN_HEAD, self._rows())


class Overruns(list[Overrun]):
    """The cases that are furthest above their plan."""

    def _rows(self) -> list[tuple[str, ...]]:
        return [(row.number, row.title, *_amounts(row)) for row in self]

    def __repr__(self) -> str:
        return text_table(_OVERRUNS_HEAD, self._rows(), right=_AMOUNTS_HEAD) if self else "Overruns()"

    def _repr_html_(self) -> str:
        return html_table(_OVERRUNS_HEAD, self._rows())


def _stats_rows(stats: Stats) -> list[tuple[str, ...]]:
    return [(name.replace("_", " "), str(number)) for name, number in stats.as_dict().items()]


def stats_as_text(stats: Stats) -> str:
    """The numbers of a database as a table."""
    return text_table(_STATS_HEAD, _stats_rows(stats), right=("number",))


def stats_as_html(stats: Stats) -> str:
    """The same for a notebook."""
    return html_table(_STATS_HEAD, _stats_rows(stats))
