"""Money: exact, of one currency, and without surprises."""

import copy
import pickle
from decimal import Decimal
from typing import Any

import crm
import pytest


def pln(amount: str) -> crm.Money:
    return crm.Money(amount, "PLN")


@pytest.mark.parametrize("inexact", [0.1, True, None, b"1"])
def test_money_of_an_inexact_kind_is_a_type_error(inexact: Any) -> None:
    with pytest.raises(TypeError):
        crm.Money(inexact, "PLN")


@pytest.mark.parametrize("amount", [Decimal("0.00001"), Decimal("1e20"), Decimal("NaN"), Decimal("Infinity"), "1e3", "1,5", ""])
def test_money_that_is_not_kept_exactly_is_refused(amount: Decimal | str) -> None:
    with pytest.raises(crm.ValidationError) as refused:
        crm.Money(amount, "PLN")
    assert refused.value.codes == ["money.amount"]


def test_a_currency_is_three_capital_letters() -> None:
    with pytest.raises(crm.ValidationError) as refused:
        crm.Money(1, "zł")
    assert refused.value.codes == ["currency.code"]


def test_money_adds_up_in_one_currency() -> None:
    assert pln("0.10") + pln("0.20") == pln("0.3")
    assert sum([pln("1"), pln("2.50")]) == pln("3.50")
    assert pln("1") - pln("2") == -pln("1") and abs(-pln("1")) == pln("1")
    assert pln("2.5") * 3 == 3 * pln("2.5") == pln("7.5")
    with pytest.raises(crm.ValidationError):
        pln("1") + crm.Money(1, "EUR")
    with pytest.raises(TypeError):
        pln("1") + 1  # type: ignore[operator]


def test_money_compares_in_one_currency() -> None:
    assert pln("1") < pln("2") <= pln("2.0") and max(pln("1"), pln("3")) == pln("3")
    assert pln("1") != crm.Money(1, "EUR") and pln("1") != 1
    with pytest.raises(crm.ValidationError):
        _ = pln("1") < crm.Money(1, "EUR")


def test_money_overflows_with_an_error() -> None:
    most = pln("922337203685477.5807")
    for overflow in (lambda: most + pln("0.0001"), lambda: most * 2, lambda: -(-most - pln("0.0001"))):
        with pytest.raises(crm.OutOfRange):
            overflow()


def test_money_is_a_value() -> None:
    money = crm.Money.parse("12500.5 PLN")
    assert (money.amount, money.currency, str(money), repr(money)) == (
        Decimal("12500.5"), "PLN", "12500.50 PLN", "Money('12500.50', 'PLN')"
    )  # fmt: skip
    assert len({money, pickle.loads(pickle.dumps(money)), copy.deepcopy(money)}) == 1
    assert money and not pln("0")
    with pytest.raises(AttributeError):
        money.amount = Decimal(1)  # type: ignore[misc]


def test_shares_are_rounded_to_the_digits_of_the_currency() -> None:
    assert pln("0.05").per_cent(50) == pln("0.03")
    assert crm.Money(3, "JPY").per_cent(50) == crm.Money(2, "JPY")
