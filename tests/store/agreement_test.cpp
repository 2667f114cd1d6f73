// Memory is the model: what every other store answers to random questions is compared with it.
#include "samples.hpp"
#include "stores.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace crm;
using namespace crm::test;
using store::Comparison;
using store::Filter;

namespace {

record::Table const& cases()
{
    return record::table_of<Case>();
}

/// From few values, so that they meet; some are none.
record::Cell any_cell(record::Column const& column)
{
    record::Cell cell;
    if (column.kind == record::Kind::text)
        cell.set(std::string_view{*rc::gen::element<std::string>("", "a", "ab", "b", "ą", "PLN", "EUR", "\xF4\x8F\xBF\xBF")});
    else
        cell.set(*rc::gen::element<std::int64_t>(0, 1, 2, 3, 50, -1, 1LL << 40));
    return cell;
}

/// Random in the columns that no check of the schema joins with others.
record::Row any_case(std::int64_t id)
{
    auto row = sample(cases(), id, id);
    for (auto name : {"title", "source", "description", "reason"})
        row[cases().position(name)] = any_cell(cases().columns[cases().position(name)]);
    for (auto name : {"expected_close_on", "archived_at"})
        if (*rc::gen::arbitrary<bool>())
            row[cases().position(name)] = any_cell(cases().columns[cases().position(name)]);
    if (*rc::gen::arbitrary<bool>())
        row[cases().position("probability")].set(*rc::gen::element<std::int64_t>(0, 50, 100));
    if (*rc::gen::arbitrary<bool>()) {
        row[cases().position("expected_amount")].set(*rc::gen::element<std::int64_t>(0, 33'3300, -5, 1LL << 52));
        row[cases().position("expected_currency")].set(std::string_view{*rc::gen::element<std::string>("PLN", "EUR", "JPY")});
    }
    if (*rc::gen::arbitrary<bool>())
        row[cases().position("subject_id")].set(reference_to("subject"));
    return row;
}

std::vector<std::size_t> asked_columns()
{
    std::vector<std::size_t> columns;
    for (auto name : {"id", "title", "source", "probability", "expected_amount", "expected_currency", "expected_close_on", "archived_at",
                      "subject_id", "stage"})
        columns.push_back(cases().position(name));
    return columns;
}

Filter any_comparison()
{
    auto const  column     = *rc::gen::elementOf(asked_columns());
    auto const& described  = cases().columns[column];
    auto        comparison = *rc::gen::element(Comparison::equal, Comparison::not_equal, Comparison::less, Comparison::less_or_equal,
                                               Comparison::greater, Comparison::greater_or_equal, Comparison::is_in);
    if (described.kind == record::Kind::text && *rc::gen::arbitrary<bool>())
        comparison = *rc::gen::element(Comparison::contains, Comparison::starts_with);
    Filter     filter{.kind = Filter::Kind::compare, .column = column, .comparison = comparison};
    auto const values = comparison == Comparison::is_in ? *rc::gen::inRange(0, 4) : 1;
    for (int i = 0; i != values; ++i)
        filter.values.push_back(any_cell(described));
    return filter;
}

Filter any_filter(int depth)
{
    auto const kind = *rc::gen::inRange(0, depth == 0 ? 3 : 6);
    Filter     filter;
    switch (kind) {
    case 0: return filter;
    case 1: return any_comparison();
    case 2: return {.kind = Filter::Kind::is_null, .column = *rc::gen::elementOf(asked_columns())};
    case 3: filter.kind = Filter::Kind::all_of; break;
    case 4: filter.kind = Filter::Kind::any_of; break;
    default: return {.kind = Filter::Kind::negation, .parts = {any_filter(depth - 1)}};
    }
    for (int part = *rc::gen::inRange(0, 3); part > 0; --part)
        filter.parts.push_back(any_filter(depth - 1));
    return filter;
}

/// Cases of a subject for which `inner` holds, or subjects that such a case has.
Filter with_exists(Filter inner)
{
    return {.kind         = Filter::Kind::exists,
            .parts        = {std::move(inner)},
            .column       = cases().position("type_id"),
            .table        = &cases(),
            .their_column = cases().position("type_id")};
}

std::vector<store::SortKey> any_order()
{
    std::vector<store::SortKey> order;
    for (int keys = *rc::gen::inRange(0, 4); keys > 0; --keys)
        order.push_back({*rc::gen::elementOf(asked_columns()), *rc::gen::arbitrary<bool>()});
    return order;
}

std::vector<std::int64_t> page(store::Transaction& transaction, store::Query& query)
{
    std::vector<std::int64_t> ids;
    transaction.select(cases(), query, [&](record::Row const& row) {
        ids.push_back(row.front().integer);
        query.after.emplace();
        for (auto const& key : query.order)
            query.after->push_back(row[key.column]);
        query.after->push_back(row.front());
    });
    return ids;
}

/// All pages, one after the other.
std::vector<std::int64_t> all_pages(store::Transaction& transaction, store::Query query)
{
    std::vector<std::int64_t> ids;
    for (auto next = page(transaction, query); !next.empty(); next = page(transaction, query))
        ids.insert(ids.end(), next.begin(), next.end());
    return ids;
}

}  // namespace

TEST_CASE("every store answers random conditions in random orders, page by page, as memory does")
{
    FreshStore const memory{"memory"}, sql{EVERY_SQL_STORE()};
    CHECK(rc::check("pages agree", [&] {  // in transactions that are given up: the stores stay empty
        auto const rows      = *rc::gen::inRange(0, 15);
        auto       in_memory = memory.write(), in_sql = sql.write();
        for (int id = 1; id <= rows; ++id) {
            auto const row = any_case(id);
            for (auto* transaction : {in_memory.get(), in_sql.get()})
                insert_with_references(*transaction, cases(), row);
        }
        for (int question = 0; question != 10; ++question) {
            auto filter = any_filter(3);
            if (*rc::gen::arbitrary<bool>())
                filter = with_exists(std::move(filter));
            store::Query const query{.filter = filter, .order = any_order(), .limit = static_cast<std::size_t>(*rc::gen::inRange(1, 6))};
            RC_ASSERT(all_pages(*in_memory, query) == all_pages(*in_sql, query));
            RC_ASSERT(in_memory->count(cases(), filter) == in_sql->count(cases(), filter));
        }
    }));
}
