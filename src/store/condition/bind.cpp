#include "bind.hpp"

#include "calendar.hpp"
#include "names.hpp"
#include "relations.hpp"
#include "values.hpp"

#include "record/table.hpp"

#include <crm/model/error.hpp>

#include <algorithm>
#include <utility>

namespace crm::store {

namespace {

using record::Table;

Filter of_parts(Filter::Kind kind, std::vector<Filter> parts)
{
    return {.kind = kind, .parts = std::move(parts)};
}

Filter negation(Filter part)
{
    return of_parts(Filter::Kind::negation, {std::move(part)});
}

Filter equals(std::size_t column, std::int64_t value)
{
    Filter filter{.kind = Filter::Kind::compare, .column = column, .comparison = Comparison::equal};
    filter.values.emplace_back().set(value);
    return filter;
}

Filter joined(Relation const& relation, Filter inner)
{
    return {.kind         = Filter::Kind::exists,
            .parts        = {std::move(inner)},
            .column       = relation.our_column,
            .table        = relation.table,
            .their_column = relation.their_column};
}

/// A subject has a row, in use, in the members of the base: one that puts it in, or one that keeps it out.
Filter has_member_row(std::int64_t base_id, bool keeps_out)
{
    auto const& members = record::table_of<BaseMember>();
    auto const  column  = [&](std::string_view name) { return members.position(name); };
    return joined({.name = {}, .table = &members, .our_column = 0, .their_column = column("subject_id")},
                  of_parts(Filter::Kind::all_of, {equals(column("base_id"), base_id), equals(column("is_excluded"), keeps_out),
                                                  {.kind = Filter::Kind::is_null, .column = column("archived_at")}}));
}

class Binder {
public:
    explicit Binder(BindContext const& context) : context_{context}, calendar_{context.zone, context.now} {}

    Filter bind(Condition const& condition, Table const& table)
    {
        count();
        switch (condition.kind()) {
        case Condition::Kind::always: return {};
        case Condition::Kind::all_of: return of_parts(Filter::Kind::all_of, bind_parts(condition, table));
        case Condition::Kind::any_of: return of_parts(Filter::Kind::any_of, bind_parts(condition, table));
        case Condition::Kind::negation: return of_parts(Filter::Kind::negation, bind_parts(condition, table));
        case Condition::Kind::is_null: return is_null(condition, table);
        case Condition::Kind::compare: return compare(condition, table);
        case Condition::Kind::exists: return exists(condition, table);
        case Condition::Kind::in_base: return in_base(condition.name(), table);
        }
        throw Internal{"A condition is of a kind that is unknown."};
    }

private:
    /// Bases that name bases can make a long condition of a short one.
    void count()
    {
        if (++size_ > Condition::greatest_size)
            throw InvalidArgument{"With the criteria of its bases the condition has more than " +
                                  std::to_string(Condition::greatest_size) + " parts."};
    }

    std::vector<Filter> bind_parts(Condition const& condition, Table const& table)
    {
        std::vector<Filter> parts;
        for (auto const& part : condition.parts())
            parts.push_back(bind(part, table));
        return parts;
    }

    static Filter is_null(Condition const& condition, Table const& table)
    {
        return {.kind = Filter::Kind::is_null, .column = field_named(condition.name(), table).column};
    }

    Filter compare(Condition const& condition, Table const& table) const
    {
        auto const& field  = condition.name();
        auto const  bound  = field_named(field, table);
        auto const& column = table.columns[bound.column];
        if (bound.whole)
            throw InvalidArgument{"Compare a part of " + field + ", such as " + field + ".amount."};
        condition::require_comparable(column, field, condition.comparison());

        Filter filter{.kind = Filter::Kind::compare, .column = bound.column, .comparison = condition.comparison()};
        for (auto const& value : condition.values())
            filter.values.push_back(condition::cell_for(value, column, field, calendar_));
        return filter;
    }

    Filter exists(Condition const& condition, Table const& table)
    {
        auto const relations = relations_of(table);
        auto const relation  = std::ranges::find(relations, condition.name(), &Relation::name);
        if (relation == relations.end())
            throw InvalidArgument{"A " + std::string{table.name} + " has no relation " + condition.name() + ", but " +
                                  near_relations(condition.name(), relations) + "."};
        return joined(*relation, bind(condition.parts().front(), *relation->table));
    }

    static std::string near_relations(std::string_view unknown, std::vector<Relation> const& relations)
    {
        std::vector<std::string> names;
        for (auto const& relation : relations)
            names.push_back(relation.name);
        return names.empty() ? "none at all" : condition::listed(condition::near_names(unknown, names));
    }

    Filter in_base(std::string const& code, Table const& table)
    {
        auto const& subjects = record::table_of<Subject>();
        auto const  column   = table.position("subject_id");
        if (&table == &subjects)
            return subject_in_base(code);
        if (column == Table::npos)
            throw InvalidArgument{"Only subjects, and what belongs to one, are in bases: not a " + std::string{table.name} + "."};
        return joined({.name = {}, .table = &subjects, .our_column = column, .their_column = 0}, subject_in_base(code));
    }

    Filter subject_in_base(std::string const& code)
    {
        auto const base = context_.base ? context_.base(code) : std::nullopt;
        if (!base)
            throw NotFound{"No base has the code " + code + "."};
        auto put_in = has_member_row(base->base_id, false);
        if (base->criterion.empty())
            return put_in;
        auto by_criterion = of_parts(Filter::Kind::all_of, {of_criterion(code, base->criterion),
                                                            negation(has_member_row(base->base_id, true))});
        return of_parts(Filter::Kind::any_of, {std::move(by_criterion), std::move(put_in)});
    }

    Filter of_criterion(std::string const& code, std::string const& criterion)
    {
        bool const circle = std::ranges::find(open_bases_, code) != open_bases_.end();
        open_bases_.push_back(code);
        if (circle)
            throw InvalidArgument{"The criteria of these bases go in a circle: " + condition::listed(open_bases_) + "."};
        if (open_bases_.size() > greatest_chain)
            throw InvalidArgument{"Bases name each other in a chain of more than " + std::to_string(greatest_chain) + ": " +
                                  condition::listed(open_bases_) + "."};
        auto filter = bind(parsed_criterion(code, criterion), record::table_of<Subject>());
        open_bases_.pop_back();
        return filter;
    }

    static Condition parsed_criterion(std::string const& code, std::string const& criterion)
    {
        try {
            return parse_condition(criterion);
        } catch (InvalidArgument const& failure) {
            throw InvalidArgument{"The criterion of the base " + code + ": " + failure.what()};
        }
    }

    static constexpr std::size_t greatest_chain = 10;  ///< each of them may be as deep as a condition is

    BindContext const&         context_;
    condition::Calendar const  calendar_;
    std::size_t                size_ = 0;
    std::vector<std::string>   open_bases_;  ///< whose criteria are being bound, from the outside to the inside
};

}  // namespace

Filter bind(Condition const& condition, Table const& table, BindContext const& context)
{
    return Binder{context}.bind(condition, table);
}

}  // namespace crm::store
