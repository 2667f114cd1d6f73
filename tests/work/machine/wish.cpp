#include "wish.hpp"

#include <rapidcheck.h>

namespace crm::test::machine {

namespace {

std::string any_operation() { return *rc::gen::element<std::string>("=", "!=", "<", "<=", ">", ">="); }

/// What is not there is neither equal nor different, neither less nor greater.
template <class Value>
bool compares(std::optional<Value> const& a, std::string const& operation, Value const& b)
{
    if (!a)
        return false;
    return operation == "="    ? *a == b
           : operation == "!=" ? *a != b
           : operation == "<"  ? *a < b
           : operation == "<=" ? *a <= b
           : operation == ">"  ? *a > b
                               : *a >= b;
}

template <class Record, class Value>
Wish<Record> comparison(std::string const& field, std::function<std::optional<Value>(Record const&)> of, std::string const& text,
                        Value value, std::string const& operation = any_operation())
{
    return {field + " " + operation + " " + text,
            [=](Books const&, Instant, Record const& record) { return compares(of(record), operation, value); }};
}

template <class Record>
Wish<Record> is_null(std::string const& field, std::function<bool(Record const&)> has)
{
    return {field + " is null", [has](Books const&, Instant, Record const& record) { return !has(record); }};
}

template <class Record>
Wish<Record> told_by(std::string text, std::function<bool(Books const&, Record const&)> holds)
{
    return {std::move(text), [holds](Books const& books, Instant, Record const& record) { return holds(books, record); }};
}

template <class Other>
bool any_of(Books const& books, std::function<bool(Other const&)> const& holds)
{
    return std::ranges::any_of(books.all<Other>(), [&](auto const& entry) { return holds(entry.second); });
}

std::string quoted(std::string text)
{
    for (auto at = text.find('\''); at != text.npos; at = text.find('\'', at + 2))
        text.insert(at, "'");
    return "'" + text + "'";
}

std::string any_text() { return *rc::gen::element<std::string>("a", "ab", "b", "Ł'%", "_", "%", ""); }

Wish<Case> any_of_title()
{
    auto const text = any_text();
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        return {"title contains " + quoted(text),
                [text](Books const&, Instant, Case const& c) { return c.title.find(text) != c.title.npos; }};
    case 1:
        return {"title starts_with " + quoted(text),
                [text](Books const&, Instant, Case const& c) { return c.title.starts_with(text); }};
    default:
        return comparison<Case, std::string>(
            "title", [](Case const& c) { return std::optional{c.title}; }, quoted(text), text);
    }
}

Wish<Case> any_of_value()
{
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        return comparison<Case, std::int64_t>(
            "expected.amount", [](Case const& c) { return c.expected ? std::optional{c.expected->amount} : std::nullopt; },
            "100.05", 100'0500);
    case 1:
        return comparison<Case, std::string>(
            "expected.currency",
            [](Case const& c) { return c.expected ? std::optional{std::string{c.expected->currency.code()}} : std::nullopt; },
            "'JPY'", "JPY", *rc::gen::element<std::string>("=", "!="));
    case 2:
        return comparison<Case, int>(
            "probability", [](Case const& c) { return c.probability; }, "33", 33);
    case 3:
        return comparison<Case, std::chrono::sys_days>(
            "expected_close_on",
            [](Case const& c) {
                return c.expected_close_on ? std::optional{std::chrono::sys_days{*c.expected_close_on}} : std::nullopt;
            },
            "2026-12-02", std::chrono::year{2026} / 12 / 2);
    case 4:
        return {"opened_at >= now - 30 minutes",
                [](Books const&, Instant now, Case const& c) { return c.opened_at >= now - std::chrono::minutes{30}; }};
    default:
        return comparison<Case, std::chrono::sys_seconds>(
            "closed_at",
            [](Case const& c) {
                return c.closed_at ? std::optional{std::chrono::floor<std::chrono::seconds>(*c.closed_at)} : std::nullopt;
            },
            "2026-11-23T00:10:00Z", std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::minutes{10});
    }
}

Wish<Case> any_of_nothing()
{
    switch (*rc::gen::inRange(0, 6)) {
    case 0: return is_null<Case>("subject_id", [](Case const& c) { return c.subject_id.has_value(); });
    case 1: return is_null<Case>("probability", [](Case const& c) { return c.probability.has_value(); });
    case 2: return is_null<Case>("expected.amount", [](Case const& c) { return c.expected.has_value(); });
    case 3: return is_null<Case>("outcome", [](Case const& c) { return c.outcome.has_value(); });
    case 4: return is_null<Case>("archived_at", [](Case const& c) { return c.revision.archived_at.has_value(); });
    default: return is_null<Case>("parent_id", [](Case const& c) { return c.parent_id.has_value(); });
    }
}

Wish<Case> any_of_relation()
{
    switch (*rc::gen::inRange(0, 9)) {
    case 0: return told_by<Case>("stage != active", [](Books const&, Case const& c) { return c.stage != Stage::active; });
    case 1:
        return told_by<Case>("outcome in (won, lost)", [](Books const&, Case const& c) {
            return c.outcome == CaseOutcome::won || c.outcome == CaseOutcome::lost;
        });
    case 2:
        return told_by<Case>("exists keeper (code = 'jan')", [](Books const&, Case const& c) { return c.keeper_id == jan; });
    case 3:
        return told_by<Case>("exists phase (code = 'closed')",
                                [](Books const&, Case const& c) { return known(c.phase_id)->code == "closed"; });
    case 4:
        return told_by<Case>("exists subject (status = active)", [](Books const& books, Case const& c) {
            return c.subject_id && books.get(*c.subject_id).status == SubjectStatus::active;
        });
    case 5:
        return told_by<Case>("exists tasks (status = done)", [](Books const& books, Case const& c) {
            return any_of<Task>(books, [&](Task const& task) { return task.case_id == c.id && task.status == TaskStatus::done; });
        });
    case 6:
        return told_by<Case>("exists notes", [](Books const& books, Case const& c) {
            return any_of<Note>(books, [&](Note const& note) { return note.case_id == c.id; });
        });
    case 7:
        return told_by<Case>("exists cases (probability > 0)", [](Books const& books, Case const& c) {
            return any_of<Case>(books,
                                [&](Case const& part) { return part.parent_id == c.id && part.probability.value_or(0) > 0; });
        });
    default:
        return told_by<Case>("exists parent (expected_close_on is null)", [](Books const& books, Case const& c) {
            return c.parent_id && !books.get(*c.parent_id).expected_close_on;
        });
    }
}

std::string any_base() { return *rc::gen::element<std::string>("vip", "fair", "old"); }

template <class Record>
Wish<Record> any_leaf();

template <>
Wish<Case> any_leaf()
{
    switch (*rc::gen::inRange(0, 6)) {
    case 0: return {};
    case 1: return any_of_title();
    case 2: return any_of_value();
    case 3: return any_of_nothing();
    case 4: return any_of_relation();
    default: {
        auto const base = any_base();
        return {"in_base '" + base + "'",
                [base](Books const& books, Instant, Case const& c) { return c.subject_id && books.in_base(base, *c.subject_id); },
                {base}};
    }
    }
}

template <>
Wish<Subject> any_leaf()
{
    switch (*rc::gen::inRange(0, 8)) {
    case 0: return {};
    case 1:
        return told_by<Subject>("kind = natural",
                                   [](Books const&, Subject const& s) { return s.kind == SubjectKind::natural; });
    case 2:
        return told_by<Subject>("status = active",
                                   [](Books const&, Subject const& s) { return s.status == SubjectStatus::active; });
    case 3:
        return told_by<Subject>("exists persons", [](Books const& books, Subject const& s) {
            return any_of<Person>(books, [&](Person const& person) { return person.subject_id == s.id; });
        });
    case 4:
        return told_by<Subject>("exists contacts (exists kind (code = 'phone'))", [](Books const& books, Subject const& s) {
            return any_of<Contact>(
                books, [&](Contact const& contact) { return contact.subject_id == s.id && contact.kind_id.value == 1; });
        });
    case 5: return is_null<Subject>("archived_at", [](Subject const& s) { return s.revision.archived_at.has_value(); });
    case 6: {
        auto const of_case = any_leaf<Case>();
        auto const holds   = [of_case](Books const& books, Instant now, Subject const& s) {
            return any_of<Case>(books, [&](Case const& c) { return c.subject_id == s.id && of_case.holds(books, now, c); });
        };
        return {"exists cases (" + of_case.text + ")", holds, of_case.bases};
    }
    default: {
        auto const base = any_base();
        return {"in_base '" + base + "'",
                [base](Books const& books, Instant, Subject const& s) { return books.in_base(base, s.id); },
                {base}};
    }
    }
}

std::string in_brackets(std::string const& text) { return text.empty() ? "always" : "(" + text + ")"; }

}  // namespace

template <class Record>
Wish<Record> any_wish(int depth)
{
    auto const form = depth == 0 ? 0 : *rc::gen::inRange(0, 5);
    if (form < 2)
        return any_leaf<Record>();
    auto const one = any_wish<Record>(depth - 1);
    if (form == 2)
        return {"not " + in_brackets(one.text),
                [one](Books const& books, Instant now, Record const& record) { return !one.holds(books, now, record); },
                one.bases};
    auto other = any_wish<Record>(depth - 1);
    other.bases.insert(one.bases.begin(), one.bases.end());
    auto const both = form == 3;
    return {in_brackets(one.text) + (both ? " and " : " or ") + in_brackets(other.text),
            [one, other, both](Books const& books, Instant now, Record const& record) {
                auto const first = one.holds(books, now, record), second = other.holds(books, now, record);
                return both ? first && second : first || second;
            },
            other.bases};
}
template Wish<Case>    any_wish(int);
template Wish<Subject> any_wish(int);

template <>
std::vector<Sorting<Case>> const& sortings()
{
    auto const moment = [](std::optional<Instant> at) { return at ? Key{at->time_since_epoch().count()} : Key{}; };
    static std::vector<Sorting<Case>> const all{
        {"title", [](Case const& c) { return Key{c.title}; }},
        {"probability", [](Case const& c) { return c.probability ? Key{std::int64_t{*c.probability}} : Key{}; }},
        {"expected.amount", [](Case const& c) { return c.expected ? Key{c.expected->amount} : Key{}; }},
        {"expected.currency", [](Case const& c) { return c.expected ? Key{std::string{c.expected->currency.code()}} : Key{}; }},
        {"expected_close_on",
         [](Case const& c) {
             return c.expected_close_on
                        ? Key{std::int64_t{std::chrono::sys_days{*c.expected_close_on}.time_since_epoch().count()}}
                        : Key{};
         }},
        {"closed_at", [moment](Case const& c) { return moment(c.closed_at); }},
        {"opened_at", [moment](Case const& c) { return moment(c.opened_at); }},
        {"archived_at", [moment](Case const& c) { return moment(c.revision.archived_at); }},
        {"outcome", [](Case const& c) { return c.outcome ? Key{static_cast<std::int64_t>(*c.outcome)} : Key{}; }},
        {"version", [](Case const& c) { return Key{c.revision.version}; }},
        {"reason", [](Case const& c) { return Key{c.reason}; }}};
    return all;
}

template <>
std::vector<Sorting<Subject>> const& sortings()
{
    static std::vector<Sorting<Subject>> const all{
        {"kind", [](Subject const& s) { return Key{static_cast<std::int64_t>(s.kind)}; }},
        {"status", [](Subject const& s) { return Key{static_cast<std::int64_t>(s.status)}; }},
        {"archived_at",
         [](Subject const& s) {
             return s.revision.archived_at ? Key{s.revision.archived_at->time_since_epoch().count()} : Key{};
         }},
        {"changed_at", [](Subject const& s) { return Key{s.revision.changed_at.time_since_epoch().count()}; }}};
    return all;
}

}  // namespace crm::test::machine
