// Sums of amounts, exact however great they become on the way.
#pragma once

#include "connection.hpp"

#include "analysis/wide_amount.hpp"

#include <crm/record/row.hpp>

#include <string>
#include <vector>

namespace crm::sql {

/// How a sum of integers is asked for and read.
class Sums {
public:
    /// - `wide`: the database has room for any;
    /// - `narrow`: it has 64 bits, and fails where they are too few;
    /// - `in_parts`: of what each has above a thousand million, and of the rest. Neither has more than 64 bits before
    ///   some nine thousand million rows.
    enum class Form { wide, narrow, in_parts };

    Sums(Dialect const& dialect, Form form) : dialect_{dialect}, form_{form} {}

    /// What is selected for the sum of an expression of 64 bits.
    [[nodiscard]] std::string of(std::string const& expression) const;

    /// The same of those rows for which a condition holds, or does not.
    [[nodiscard]] std::string of(std::string const& expression, std::string const& condition, bool holds) const;

    /// The kinds of its cells, behind those of the cells before it.
    void add_kinds(std::vector<record::Kind>& kinds) const;

    /// What the cells at `cell` come to, which moves behind them. The sum of no rows is 0.
    [[nodiscard]] WideAmount read(record::Cell const*& cell) const;

private:
    Dialect const& dialect_;
    Form           form_;
};

/// What `ask` answers with Sums; it is asked again where the first form has too little room.
template <class Ask>
auto summed(Connection& connection, Ask const& ask)
{
    auto const& dialect = connection.dialect();
    if (dialect.sums_are_wide)
        return ask(Sums{dialect, Sums::Form::wide});
    connection.require_sound();
    try {
        return ask(Sums{dialect, Sums::Form::narrow});
    } catch (SchemaMismatch const&) {  // no code tells it from a statement that cannot run: that one fails again
        connection.forget_failure();
    }
    return ask(Sums{dialect, Sums::Form::in_parts});
}

}  // namespace crm::sql
