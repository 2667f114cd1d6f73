"""Conditions as expressions of Python, as text and as JSON."""

import pickle
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import crm
import pytest
from crm import where


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (where.stage == "active", "stage = 'active'"),
        (where.stage == crm.Stage.active, "stage = active"),
        (where.closed_at == None, "closed_at is null"),  # noqa: E711
        (where.closed_at != None, "not closed_at is null"),  # noqa: E711
        (where.expected.amount >= Decimal("1000.5"), "expected.amount >= 1000.50"),
        (where.expected.currency == "PLN", "expected.currency = 'PLN'"),
        (where.is_own == True, "is_own = true"),  # noqa: E712
        (where.probability < 50, "probability < 50"),
        (where.expected_close_on < crm.today() + crm.days(7), "expected_close_on < today + 7 days"),
        (where.opened_at > crm.now() - timedelta(hours=3), "opened_at > now - 180 minutes"),
        (where.opened_at >= crm.today() - timedelta(days=2), "opened_at >= today - 2 days"),
        (where.opened_at < datetime(2026, 3, 1, 9, tzinfo=timezone.utc), "opened_at < 2026-03-01T09:00:00Z"),
        (where.expected_close_on == date(2026, 3, 1), "expected_close_on = 2026-03-01"),
        (where.title.contains("O'Brien"), "title contains 'O''Brien'"),
        (crm.field("title").starts_with("R"), "title starts_with 'R'"),
        (where.stage.is_in([crm.Stage.potential, crm.Stage.active]), "stage in (potential, active)"),
        (crm.exists("persons", where.position == "CEO"), "exists persons (position = 'CEO')"),
        (crm.in_base("vip"), "in_base 'vip'"),
        (crm.Condition(), ""),
        ((where.a == 1) & (where.b == 2) | ~(where.c == 3), "a = 1 and b = 2 or not c = 3"),
    ],
)
def test_an_expression_is_its_text(condition: crm.Condition, text: str) -> None:
    assert str(condition) == condition.to_text() and crm.parse_condition(str(condition)) == condition
    assert crm.parse_condition(text) == condition
    assert crm.parse_condition_json(condition.to_json()) == condition
    assert pickle.loads(pickle.dumps(condition)) == condition
    assert hash(condition) == hash(crm.parse_condition(text))


def test_words_of_python_that_cannot_combine_conditions_are_refused() -> None:
    with pytest.raises(TypeError, match="&"):
        _ = where.a == 1 and where.b == 2
    with pytest.raises(TypeError):
        _ = not (where.a == 1)


def test_a_condition_that_cannot_be_read_says_where() -> None:
    with pytest.raises(crm.InvalidArgument, match="column 9"):
        crm.parse_condition("stage = = active")


@pytest.mark.parametrize("wrong", [1.5, object(), b"x", Decimal("0.00001")])
def test_what_no_field_can_be_is_refused(wrong: Any) -> None:
    with pytest.raises((TypeError, crm.InvalidArgument)):
        _ = where.title == wrong


def test_fields_have_no_parts_but_those_of_money() -> None:
    with pytest.raises(AttributeError, match="amount and currency"):
        where.subject.name


def test_moments_are_told_by_what_conditions_count() -> None:
    with pytest.raises(crm.InvalidArgument):
        crm.today() + crm.hours(3)
    with pytest.raises(crm.InvalidArgument):
        crm.now() + timedelta(seconds=1)
    with pytest.raises(crm.InvalidArgument):
        crm.now() + crm.days(1) + crm.days(1)
