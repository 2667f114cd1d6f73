#include "values.hpp"

#include "names.hpp"
#include "words.hpp"

#include <crm/model/currency.hpp>
#include <crm/model/error.hpp>
#include <crm/model/search.hpp>

#include <optional>

namespace crm::condition {

namespace {

using record::Column;
using record::Meaning;
using store::Comparison;

/// What a column is compared with, as an error tells it.
std::string expected_by(Column const& column)
{
    switch (column.meaning) {
    case Meaning::number:
    case Meaning::key: return "an integer";
    case Meaning::flag: return "true or false";
    case Meaning::moment: return "a moment such as 2026-03-01T09:00:00Z, a day, now or today";
    case Meaning::day: return "a day such as 2026-03-01, or today";
    case Meaning::amount: return "an amount such as 1000.00";
    case Meaning::text: return "a text in single quotes";
    case Meaning::currency: return "a currency such as 'PLN'";
    case Meaning::bytes: return "nothing but null";
    case Meaning::enumerator: break;
    }
    std::vector<std::string> names;
    for (auto const& [name, number] : column.enumerators)
        names.emplace_back(name);
    return "one of " + listed(names);
}

/// The number or the text of a cell for each type of value; none where the column has no such values.
class CellMaker {
public:
    CellMaker(Column const& column, Calendar const& calendar) : column_{column}, calendar_{calendar} {}

    using Made = std::optional<record::Cell>;

    Made operator()(std::int64_t number) const
    {
        std::int64_t amount = 0;
        if (column_.meaning == Meaning::number || column_.meaning == Meaning::key)
            return of(number);
        if (column_.meaning == Meaning::amount && !__builtin_mul_overflow(number, 10'000, &amount))
            return of(amount);
        return std::nullopt;
    }
    Made operator()(bool flag) const { return column_.meaning == Meaning::flag ? of(std::int64_t{flag}) : std::nullopt; }
    Made operator()(Decimal decimal) const
    {
        return column_.meaning == Meaning::amount ? of(decimal.amount) : std::nullopt;
    }
    Made operator()(Enumerator const& enumerator) const { return enumerator_named(enumerator.name); }
    Made operator()(Instant at) const
    {
        return column_.meaning == Meaning::moment ? of(at.time_since_epoch().count()) : std::nullopt;
    }
    Made operator()(Date day) const
    {
        if (column_.meaning == Meaning::moment)
            return (*this)(calendar_.start_of(day));
        return column_.meaning == Meaning::day ? of(std::chrono::sys_days{day}.time_since_epoch().count()) : std::nullopt;
    }
    Made operator()(Relative const& relative) const
    {
        if (column_.meaning == Meaning::moment)
            return (*this)(calendar_.moment(relative));
        return column_.meaning == Meaning::day ? (*this)(calendar_.day(relative)) : std::nullopt;
    }
    Made operator()(std::string const& text) const
    {
        switch (column_.meaning) {
        case Meaning::text: return of(composed(text));  // as it is stored
        case Meaning::currency: return Currency::from_code(text) ? of(text) : std::nullopt;
        case Meaning::enumerator: return enumerator_named(text);
        case Meaning::moment:
        case Meaning::day: return of_time(text);
        default: return std::nullopt;
        }
    }

private:
    template <class Held>
    [[nodiscard]] static Made of(Held const& held)
    {
        record::Cell cell;
        cell.set(held);
        return cell;
    }
    [[nodiscard]] Made of_time(std::string const& text) const
    {
        if (auto const day = day_from(text))
            return (*this)(*day);
        auto const moment = moment_from(text);
        return moment ? (*this)(*moment) : std::nullopt;
    }
    [[nodiscard]] Made enumerator_named(std::string_view name) const
    {
        for (auto const& [known, number] : column_.enumerators)
            if (known == name)
                return of(number);
        return std::nullopt;
    }

    Column const&   column_;
    Calendar const& calendar_;
};

bool has_order(Meaning meaning)
{
    return meaning == Meaning::number || meaning == Meaning::moment || meaning == Meaning::day || meaning == Meaning::amount ||
           meaning == Meaning::text;
}

}  // namespace

record::Cell cell_for(Value const& value, Column const& column, std::string const& field, Calendar const& calendar)
{
    if (auto cell = std::visit(CellMaker{column, calendar}, value))
        return std::move(*cell);
    throw InvalidArgument{"Compare the field " + field + " with " + expected_by(column) + "."};
}

void require_comparable(Column const& column, std::string const& field, Comparison comparison)
{
    switch (comparison) {
    case Comparison::equal:
    case Comparison::not_equal:
    case Comparison::is_in: return;
    case Comparison::less:
    case Comparison::less_or_equal:
    case Comparison::greater:
    case Comparison::greater_or_equal:
        if (!has_order(column.meaning))
            throw InvalidArgument{"The values of " + field + " have no order: compare them by =, != or in."};
        return;
    case Comparison::contains:
    case Comparison::starts_with:
        if (column.meaning != Meaning::text)
            throw InvalidArgument{"The field " + field + " is no text, in which something could be looked for."};
        return;
    }
}

}  // namespace crm::condition
