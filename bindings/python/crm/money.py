"""Amounts for people."""

from ._core import Money


def amount_as_text(money: Money) -> str:
    """``12 500.00 PLN``; a dash for no money at all."""
    if money.currency == "XXX":
        return "–"
    return f"{money.amount:,.2f} {money.currency}".replace(",", " ")
