#include "sums.hpp"

namespace crm::sql {

namespace {

constexpr std::int64_t part = 1'000'000'000;

/// \throws Corrupt when the database answers with anything but an integer
WideAmount wide_from(std::string const& digits)
{
    bool const is_negative = digits.starts_with('-');
    WideAmount amount      = 0;
    for (std::size_t i = is_negative ? 1 : 0; i != digits.size(); ++i) {
        if (digits[i] < '0' || digits[i] > '9')
            throw Corrupt{"A sum of integers is none."};
        amount = amount * 10 + (digits[i] - '0');
    }
    return is_negative ? -amount : amount;
}

WideAmount value_of(record::Cell const& cell)
{
    return cell.null ? 0 : cell.integer;
}

}  // namespace

std::string Sums::of(std::string const& expression) const
{
    if (form_ != Form::in_parts)
        return "sum(" + expression + ")";
    auto const whole = std::to_string(part);
    return "sum((" + expression + ")" + std::string{dialect_.divide} + whole + "), sum((" + expression + ") % " + whole + ")";
}

std::string Sums::of(std::string const& expression, std::string const& condition, bool holds) const
{
    return of("case when " + condition + (holds ? " then " + expression : " then null else " + expression) + " end");
}

void Sums::add_kinds(std::vector<record::Kind>& kinds) const
{
    kinds.push_back(form_ == Form::wide ? record::Kind::text : record::Kind::integer);
    if (form_ == Form::in_parts)
        kinds.push_back(record::Kind::integer);
}

WideAmount Sums::read(record::Cell const*& cell) const
{
    auto const& first = *cell++;
    switch (form_) {
    case Form::wide:     return first.null ? 0 : wide_from(first.text);
    case Form::narrow:   return value_of(first);
    case Form::in_parts: return value_of(first) * part + value_of(*cell++);
    }
    throw Internal{"A sum is taken in no known form."};
}

}  // namespace crm::sql
