// Conditions by chance.
#pragma once

#include "record/table.hpp"

#include <crm/store/condition.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace crm::test {

inline rc::Gen<std::string> any_word()
{
    return rc::gen::element<std::string>("stage", "title", "a", "_b1", "opened_at", "active", "nothing", "orders", "isolated",
                                         "days");
}

inline rc::Gen<std::string> any_field()
{
    return rc::gen::oneOf(any_word(), rc::gen::element<std::string>("expected.amount", "expected.currency"));
}

inline rc::Gen<std::string> any_text()
{
    auto const letter = rc::gen::element<std::string>("a", "'", "''", "ą",
                                                     "\xF0\x9F\x8F\xA0", "\"", "\\", "\n", " ", ")", "%", "_");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](std::vector<std::string> const& letters) {
        std::string text;
        for (auto const& each : letters)
            text += each;
        return text;
    });
}

inline rc::Gen<Value> any_value()
{
    static constexpr std::int64_t year_10000 = 253'402'300'800'000'000;  // in microseconds
    static constexpr std::int64_t year_0     = -62'167'219'200'000'000;
    auto const as_value = [](auto made) { return Value{std::move(made)}; };
    auto const moment   = rc::gen::map(rc::gen::inRange(year_0, year_10000),
                                       [](std::int64_t at) { return Instant{Instant::duration{at}}; });
    auto const relative = rc::gen::map(
        rc::gen::tuple(rc::gen::arbitrary<bool>(), rc::gen::inRange<std::int64_t>(-Relative::greatest, Relative::greatest + 1),
                       rc::gen::inRange(0, 6)),
        [](std::tuple<bool, std::int64_t, int> const& made) {
            auto const [of_day, count, unit] = made;
            return Relative{of_day ? Relative::Anchor::today : Relative::Anchor::now, count,
                            static_cast<Relative::Unit>(of_day ? std::max(unit, 2) : unit)};
        });
    return rc::gen::oneOf(
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(), as_value), rc::gen::map(rc::gen::arbitrary<bool>(), as_value),
        rc::gen::map(any_text(), as_value), rc::gen::map(moment, as_value), rc::gen::map(relative, as_value),
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t amount) { return Value{Decimal{amount}}; }),
        rc::gen::map(moment, [](Instant at) { return Value{Date{std::chrono::floor<std::chrono::days>(at)}}; }),
        rc::gen::map(any_word(), [](std::string name) { return Value{Enumerator{std::move(name)}}; }));
}

inline rc::Gen<Condition> any_leaf()
{
    using store::Comparison;
    auto const comparison = rc::gen::element(Comparison::equal, Comparison::not_equal, Comparison::less, Comparison::less_or_equal,
                                             Comparison::greater, Comparison::greater_or_equal);
    auto const search     = rc::gen::element(Comparison::contains, Comparison::starts_with);
    return rc::gen::oneOf(
        rc::gen::just(Condition{}), rc::gen::map(any_field(), Condition::is_null),
        rc::gen::apply(Condition::compare, any_field(), comparison, any_value()),
        rc::gen::apply(Condition::compare, any_field(), search,
                       rc::gen::map(any_text(), [](std::string const& text) { return Value{text}; })),
        rc::gen::apply(Condition::is_in, any_field(), rc::gen::container<std::vector<Value>>(any_value())),
        rc::gen::map(any_text(), [](std::string const& code) { return Condition::in_base(code + "x"); }));
}

inline rc::Gen<Condition> any_condition(int depth)
{
    if (depth == 0)
        return any_leaf();
    auto const inner = any_condition(depth - 1);
    auto const parts = rc::gen::resize(4, rc::gen::container<std::vector<Condition>>(inner));
    return rc::gen::oneOf(any_leaf(), rc::gen::map(parts, Condition::all_of), rc::gen::map(parts, Condition::any_of),
                          rc::gen::map(inner, Condition::negation), rc::gen::apply(Condition::exists, any_word(), inner));
}

}  // namespace crm::test
