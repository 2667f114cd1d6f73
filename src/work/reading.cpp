#include <crm/work/reading.hpp>

#include "asking.hpp"
#include "filters.hpp"
#include "saving_definitions.hpp"

#include <crm/model/search.hpp>
#include <crm/rules/numbers.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace crm {

namespace json = boost::json;

namespace {

std::vector<store::SortKey> sort_keys(record::Table const& table, std::vector<Order> const& order)
{
    std::vector<store::SortKey> keys;
    for (auto const& [name, descending] : order) {
        auto const field = store::field_named(name, table);
        if (field.whole)
            throw InvalidArgument{"Sort by one part of " + name + ", such as " + name + ".amount."};
        keys.push_back({field.column, descending});
    }
    return keys;
}

/// The columns that a page is ordered by: its sort keys, and the id.
std::vector<record::Column const*> cursor_columns(record::Table const& table, std::vector<store::SortKey> const& keys)
{
    std::vector<record::Column const*> columns;
    for (auto const& key : keys)
        columns.push_back(&table.columns[key.column]);
    columns.push_back(&table.columns.front());
    return columns;
}

std::string cursor_of(record::Row const& row, record::Table const& table, std::vector<store::SortKey> const& keys)
{
    json::array cells;
    auto const  add = [&](std::size_t column) {
        auto const& cell = row[column];
        bool const  text = table.columns[column].kind == record::Kind::text;
        cells.push_back(cell.null ? json::value{} : text ? json::value(cell.text) : json::value(cell.integer));
    };
    for (auto const& key : keys)
        add(key.column);
    add(0);
    return json::serialize(cells);
}

bool set(record::Cell& cell, json::value const& value, record::Kind kind)
{
    if (value.is_null())
        return true;
    if (kind == record::Kind::integer && value.is_int64())
        cell.set(value.get_int64());
    else if (kind == record::Kind::text && value.is_string())
        cell.set(std::string_view{value.get_string()});
    else
        return false;
    return true;
}

std::vector<record::Cell> cells_of(std::string const& cursor, std::vector<record::Column const*> const& columns)
{
    json::error_code failure;
    auto const       parsed = json::parse(cursor, failure);
    bool             sound  = !failure && parsed.is_array() && parsed.get_array().size() == columns.size();

    std::vector<record::Cell> cells(columns.size());
    for (std::size_t i = 0; sound && i != cells.size(); ++i)
        sound = set(cells[i], parsed.get_array()[i], columns[i]->kind);
    if (!sound)
        throw InvalidArgument{"The cursor is not one of this order: begin again with the first page."};
    return cells;
}

store::Filter without_archived(store::Filter filter, record::Table const& table)
{
    if (!table.versioned)
        return filter;
    store::Filter const in_use{.kind = store::Filter::Kind::is_null, .column = table.position("archived_at")};
    return filter.kind == store::Filter::Kind::always ? in_use : all_of({std::move(filter), in_use});
}

}  // namespace

store::Transaction& Reading::transaction() const
{
    if (!session_.transaction)
        throw InvalidArgument{"It has ended: begin another one."};
    return *session_.transaction;
}

template <class Record>
std::optional<Record> Reading::look_up(Id<Record> id)
{
    std::optional<Record> found;
    transaction().get(record::table_of<Record>(), id.value, [&](record::Row const& row) { found = decoded<Record>(row); });
    return found;
}

template <class Record>
Record Reading::get(Id<Record> id)
{
    if (auto found = look_up(id))
        return *std::move(found);
    throw NotFound{"There is no " + std::string{Facts<Record>::name} + " " + std::to_string(id.value) + "."};
}

template <class Record>
Page<Record> Reading::find(Condition const& condition, Paging const& paging)
{
    auto const& table  = record::table_of<Record>();
    auto        filter = store::bind(condition, table, bind_context(transaction(), *session_.settings));
    store::Query query{.filter = paging.with_archived ? std::move(filter) : without_archived(std::move(filter), table),
                       .order  = sort_keys(table, paging.order),
                       .after{},
                       .limit = paging.limit + 1};
    if (!paging.after.empty())
        query.after = cells_of(paging.after, cursor_columns(table, query.order));

    Page<Record> page;
    std::string  last;
    transaction().select(table, query, [&](record::Row const& row) {
        if (page.records.size() == paging.limit) {
            page.next = std::move(last);
            return;
        }
        page.records.push_back(decoded<Record>(row));
        if (page.records.size() == paging.limit)
            last = cursor_of(row, table, query.order);
    });
    return page;
}

template <class Record>
std::int64_t Reading::count(Condition const& condition, bool with_archived)
{
    auto const& table  = record::table_of<Record>();
    auto        filter = store::bind(condition, table, bind_context(transaction(), *session_.settings));
    return transaction().count(table, with_archived ? filter : without_archived(std::move(filter), table));
}

template <class Record>
std::vector<Change> Reading::history(Id<Record> id)
{
    return transaction().changes_since(Facts<Record>::name, id.value, 0);
}

SubjectCard Reading::card(Id<Subject> id)
{
    if (auto card = transaction().card(id))
        return *std::move(card);
    throw NotFound{"There is no subject " + std::to_string(id.value) + "."};
}

std::vector<SubjectCard> Reading::subjects_with_number(NumberKind kind, std::string_view value)
{
    auto const canonical = rules::canonical_number(kind, value);
    return canonical ? transaction().subjects_with_number(kind, *canonical) : std::vector<SubjectCard>{};  // none is stored in another form
}

std::vector<PartyHit> Reading::search_parties(std::string_view typed, std::size_t limit)
{
    auto const key = search_key(typed);
    return key.empty() ? std::vector<PartyHit>{} : transaction().parties_with_key(key, limit);
}

Timeline Reading::timeline(TimelineQuery const& query)
{
    if (!query.subject_id && !query.person_id && !query.case_id)
        throw InvalidArgument{"Name the subject, the person or the case whose timeline it is."};
    return transaction().timeline(query);
}

Funnel Reading::funnel(FunnelQuery const& query)
{
    return transaction().funnel(query);
}

PlanComparison Reading::plan_against_actual(Id<Case> id)
{
    return transaction().plan_against_actual(id);
}

Overruns Reading::overruns(OverrunQuery const& query)
{
    return transaction().overruns(query);
}

namespace {

template <class Record>
Id<Record> id_with_code(store::Transaction& store, store::Filter filter, std::string_view code)
{
    Id<Record> found;
    store.select(record::table_of<Record>(), {.filter = std::move(filter), .limit = 1},
                 [&](record::Row const& row) { found = {row.front().integer}; });
    if (!found)
        throw NotFound{"No " + std::string{Facts<Record>::name} + " has the code " + std::string{code} + "."};
    return found;
}

}  // namespace

Id<CaseType> Reading::case_type(std::string_view code)
{
    return id_with_code<CaseType>(transaction(), Where<CaseType>::equal("code", code), code);
}

Id<ContactKind> Reading::contact_kind(std::string_view code)
{
    return id_with_code<ContactKind>(transaction(), Where<ContactKind>::equal("code", code), code);
}

Id<Base> Reading::base(std::string_view code)
{
    return id_with_code<Base>(transaction(), Where<Base>::equal("code", code), code);
}

Id<Operator> Reading::operator_id(std::string_view code)
{
    return id_with_code<Operator>(transaction(), Where<Operator>::equal("code", code), code);
}

Id<Phase> Reading::phase(Id<CaseType> type, std::string_view code)
{
    auto const scheme = get(type).scheme_id;
    return id_with_code<Phase>(transaction(),
                               all_of({Where<Phase>::equal("scheme_id", scheme.value), Where<Phase>::equal("code", code)}), code);
}

Id<TradeKind> Reading::trade_kind(std::string_view code)
{
    return id_with_code<TradeKind>(transaction(), Where<TradeKind>::equal("code", code), code);
}

#define CRM_INSTANTIATE_READING(Record)                                           \
    template std::optional<Record> Reading::look_up(Id<Record>);                  \
    template Record                Reading::get(Id<Record>);                      \
    template Page<Record>          Reading::find(Condition const&, Paging const&); \
    template std::int64_t          Reading::count<Record>(Condition const&, bool); \
    template std::vector<Change>   Reading::history(Id<Record>);
CRM_EACH_RECORD(CRM_INSTANTIATE_READING)

}  // namespace crm
