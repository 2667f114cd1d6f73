"""Records as values: fields, keywords, copies."""

import copy
import pickle
from datetime import date, datetime, timedelta, timezone
from typing import Any

import crm
import pytest
from conftest import MONDAY


def sample_case(**changes: Any) -> crm.Case:
    return crm.Case(**{"number": "S/1", "title": "Roof", "type_id": 1, "keeper_id": 1, "opened_at": MONDAY} | changes)


def test_a_record_shows_what_differs_from_a_new_one() -> None:
    assert repr(crm.Case()) == "Case()"
    assert repr(crm.Case(title="Roof", type="sale", expected=crm.Money("10", "PLN"))) == (
        "Case(title='Roof', expected=Money('10.00', 'PLN'), type='sale')"
    )


def test_records_are_equal_by_their_fields_and_have_no_hash() -> None:
    assert sample_case() == sample_case() != sample_case(title="Wall")
    assert sample_case() != crm.Note() and sample_case() != "S/1"
    with pytest.raises(TypeError):
        hash(sample_case())


def test_a_copy_and_a_pickle_are_equal_and_apart() -> None:
    case = sample_case(expected=crm.Money("12500.00", "PLN"), expected_close_on=date(2026, 12, 31), keeper="anna")
    for other in (copy.copy(case), copy.deepcopy(case), pickle.loads(pickle.dumps(case)), case.__replace__(title="Roof")):
        assert other == case
        other.title = "Wall"
        assert other != case


def test_fields_come_back_as_objects_of_python() -> None:
    fields = sample_case(outcome="won", expected_close_on=date(2026, 12, 31)).as_dict()
    assert fields["outcome"] is crm.CaseOutcome.won and fields["expected_close_on"] == date(2026, 12, 31)
    assert crm.Content(bytes=b"\0\xff").bytes == b"\0\xff"
    assert crm.Content(bytes=bytearray(b"a")).bytes == b"a"


def test_a_moment_needs_a_time_zone_and_keeps_its_microseconds() -> None:
    warsaw = timezone(timedelta(hours=1))
    assert sample_case(opened_at=MONDAY.astimezone(warsaw)).opened_at == MONDAY
    assert sample_case().opened_at.tzinfo is timezone.utc
    for far in (datetime(1, 1, 1, tzinfo=timezone.utc), datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone.utc)):
        assert sample_case(opened_at=far).opened_at == far
    with pytest.raises(ValueError, match="time zone"):
        sample_case(opened_at=datetime(2026, 11, 23))


@pytest.mark.parametrize(
    "wrong",
    [{"titel": "x"}, {"title": 3}, {"keeper_id": "anna"}, {"keeper_id": True}, {"opened_at": date(2026, 1, 1)},
     {"expected_close_on": MONDAY}, {"expected": "1 PLN"}, {"probability": 1.5}, {"keeper": None}, {"subject": 1.5}],
)  # fmt: skip
def test_a_wrong_field_is_a_type_error_at_once(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=next(iter(wrong))):
        sample_case(**wrong)


def test_what_has_no_room_is_out_of_range() -> None:
    with pytest.raises(crm.OutOfRange):
        sample_case(probability=2**31)
    with pytest.raises(OverflowError):
        sample_case(keeper_id=2**63)
    with pytest.raises(UnicodeEncodeError):
        sample_case(title="\ud800")


def test_a_wrong_name_of_an_enumerator_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="'wonn' is not a CaseOutcome: won, lost, done, abandoned"):
        sample_case(outcome="wonn")


def test_keywords_only() -> None:
    with pytest.raises(TypeError):
        crm.Case(1)  # type: ignore[call-arg]


def test_a_field_that_is_set_replaces_what_was_named_by_code() -> None:
    case = crm.Case(keeper="anna")
    case.keeper_id = 7
    assert repr(case) == "Case(keeper_id=7)"


def test_a_key_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="Case.subject takes a Subject"):
        crm.Case(subject=crm.Key(3, crm.Person))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Case.subject takes a Subject"):
        crm.Case(subject=crm.Note())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not added yet"):
        crm.Case(subject=crm.Subject())


def test_a_field_of_another_record_is_refused() -> None:
    with pytest.raises(TypeError, match="belongs to Case"):
        type.__getattribute__(crm.Case, "title").__get__(crm.Note())


def test_facts_are_the_documentation() -> None:
    assert crm.Case.title.__doc__ == "What it is about, in one line."
    assert "keeper: Ref[Operator] = ..." in (crm.Case.__init__.__doc__ or "")
    assert crm.Case.__doc__ == "What contacts, tasks, documents and notes are grouped by."


def test_every_record_of_the_library_is_a_class() -> None:
    names = {kind.__name__ for kind in crm.Record.__subclasses__()}
    assert len(names) == 31 and {"Operator", "ContactPoint", "DocumentLink", "CaseState", "TradeDocument"} <= names


def test_every_error_of_the_library_has_its_class() -> None:
    errors = [value for value in vars(crm).values() if isinstance(value, type) and issubclass(value, crm.Error)]
    assert len(errors) == 1 + 19
    assert issubclass(crm.NotFound, LookupError) and crm.NotFound.__doc__ == "There is no such record."
    assert issubclass(crm.InvalidArgument, ValueError) and issubclass(crm.Busy, TimeoutError)


def test_an_error_goes_through_pickle() -> None:
    refused = crm.ValidationError("x", [crm.Violation("case.title.required", "title", "Give it.", 0)])
    assert pickle.loads(pickle.dumps(refused)).codes == ["case.title.required"]
    assert str(refused) == "case.title.required: Give it." and refused.violations[0].record == "case"


def test_a_key_is_an_int_that_knows_its_kind() -> None:
    key = crm.Key(12, crm.Case)
    assert key == 12 and str(key) == "12" and repr(key) == "Key(12, Case)"
    assert pickle.loads(pickle.dumps(key)).kind is crm.Case
