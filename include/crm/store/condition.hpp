// What records are asked by: one small tree, with typed expressions in C++, one text form and one JSON form.
//
//     crm::field(&Case::stage) == Stage::active && crm::field(&Case::expected_close_on) < crm::today() + std::chrono::days{7}
//
//     stage = active and expected_close_on < today + 7 days
//
//     {"and": [{"field": "stage", "op": "=", "value": {"name": "active"}},
//              {"field": "expected_close_on", "op": "<", "value": {"relative": "today + 7 days"}}]}
//
// The text form; an empty text is true of every record:
//
//     condition   = [ any ]
//     any         = all { "or" all }
//     all         = part { "and" part }
//     part        = "not" part | "(" any ")" | "always" | exists | "in_base" text | field test
//     exists      = "exists" relation [ "(" [ any ] ")" ]
//     test        = "is" [ "not" ] "null" | [ "not" ] "in" "(" [ value { "," value } ] ")"
//                 | ( "contains" | "starts_with" ) text | ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) value
//     value       = integer | decimal | text | "true" | "false" | day | moment | enumerator | relative
//     relative    = ( "now" | "today" ) [ ( "+" | "-" ) digits unit ]
//     unit        = ( "minute" | "hour" | "day" | "week" | "month" | "year" ) [ "s" ]     of today: days and longer
//     field       = word [ "." word ]          relation, enumerator = word       word = lower-case letters, digits, "_"
//     text        = 'in single quotes, which are doubled to stand in it: O''Brien'
//     decimal     = 1000.00        day = 2026-03-01        moment = 2026-03-01T09:00:00[.123456]Z
//
// A field is called as in its record; those of the revision by their own names (created_at, archived_at), the parts of
// money `expected.amount` and `expected.currency`. A comparison with a field that has no value is false, `!=` too; its
// negation is true. Texts are compared by their bytes. A text stands for a moment, a day or an enumerator where the field
// is one. A day that a moment is compared with means its start, in the zone that is asked for.
//
// A relation leads to the rows that `exists` looks among:
//   - `party`, of a field `party_id`: the record that it refers to, and so for every field that ends in `_id`;
//   - `persons`, `cases`, `notes`: the records that refer to ours, by the field `subject_id` of a subject, or by the only
//     field that can: `cases` of a case are its parts, `cases` of an operator those that he keeps;
//   - `contact_points`, `addresses`, `identifiers`: those of the party of a subject or a person.
#pragma once

#include <crm/model/instant.hpp>
#include <crm/store/query.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace crm {

/// A decimal that an amount is compared with, in 1/10000.
struct Decimal {
    std::int64_t amount = 0;

    friend bool operator==(Decimal const&, Decimal const&) = default;
};

/// A value of an enumeration, by its name.
struct Enumerator {
    std::string name{};

    friend bool operator==(Enumerator const&, Enumerator const&) = default;
};

/// A moment told from the one when the condition is asked.
struct Relative {
    enum class Anchor { now, today };
    enum class Unit { minutes, hours, days, weeks, months, years };

    Anchor       anchor = Anchor::now;
    std::int64_t count  = 0;           ///< at most `greatest` either way
    Unit         unit   = Unit::days;  ///< of now, minutes to weeks are of a fixed length; of today, all are by the calendar

    static constexpr std::int64_t greatest = 1'000'000;

    friend bool operator==(Relative const&, Relative const&) = default;
};

/// What a field is compared with.
using Value = std::variant<std::int64_t, bool, std::string, Decimal, Instant, Date, Enumerator, Relative>;

/// A question that is true or false of a record. It knows no record type: names and types are checked where it is asked.
///
/// The functions that make one throw InvalidArgument when it is deeper or larger than conditions may be, when a name is
/// none, and when a value has no text form (moments and days before the year 0 or after 9999). What they make is in one
/// form, so that equal conditions have equal texts: `a and (b and c)` is `a and b and c`.
class Condition {
public:
    enum class Kind { always, all_of, any_of, negation, is_null, compare, exists, in_base };

    static constexpr std::size_t greatest_depth = 100;
    static constexpr std::size_t greatest_size  = 10'000;  ///< conditions and values in it

    /// True of every record.
    Condition() = default;

    [[nodiscard]] static Condition all_of(std::vector<Condition> parts);
    [[nodiscard]] static Condition any_of(std::vector<Condition> parts);
    [[nodiscard]] static Condition negation(Condition part);
    [[nodiscard]] static Condition is_null(std::string field);
    [[nodiscard]] static Condition compare(std::string field, store::Comparison comparison, Value value);
    [[nodiscard]] static Condition is_in(std::string field, std::vector<Value> values);
    [[nodiscard]] static Condition exists(std::string relation, Condition inner);
    [[nodiscard]] static Condition in_base(std::string code);

    [[nodiscard]] Kind                          kind() const noexcept { return kind_; }
    [[nodiscard]] std::vector<Condition> const& parts() const noexcept { return parts_; }
    [[nodiscard]] std::string const&            name() const noexcept { return name_; }  ///< of a field, relation or base
    [[nodiscard]] store::Comparison             comparison() const noexcept { return comparison_; }
    [[nodiscard]] std::vector<Value> const&     values() const noexcept { return values_; }

    friend Condition operator&&(Condition a, Condition b);
    friend Condition operator||(Condition a, Condition b);
    friend Condition operator!(Condition part) { return negation(std::move(part)); }

    friend bool operator==(Condition const&, Condition const&) = default;

private:
    Condition(Kind kind, std::string name) : kind_{kind}, name_{std::move(name)} {}

    static Condition join(Kind kind, std::vector<Condition> parts);
    static Condition test(std::string field, store::Comparison comparison, std::vector<Value> values);
    void             adopt(std::vector<Condition> parts);

    Kind                   kind_ = Kind::always;
    std::vector<Condition> parts_{};
    std::string            name_{};
    store::Comparison      comparison_ = store::Comparison::equal;
    std::vector<Value>     values_{};
    std::size_t            depth_ = 1;
    std::size_t            size_  = 1;
};

/// Reads the text form.
/// \throws InvalidArgument with the column, what was found there, and what was expected
[[nodiscard]] Condition parse_condition(std::string_view text);

/// The text form: parse_condition() makes the same condition of it.
[[nodiscard]] std::string to_text(Condition const& condition);

/// Reads the JSON form.
/// \throws InvalidArgument with the place in it, what was found there, and what was expected
[[nodiscard]] Condition parse_condition_json(std::string_view json);

/// The JSON form: parse_condition_json() makes the same condition of it. Empty object: true of every record.
[[nodiscard]] std::string to_json(Condition const& condition);

}  // namespace crm

#include <crm/store/expression.hpp>
