#include "plan.hpp"

#include "sums.hpp"

#include "analysis/plan_sums.hpp"

namespace crm::sql {

namespace {

using record::Kind;

template <class Enum>
std::string number_of(Enum value)
{
    return std::to_string(static_cast<std::int64_t>(value));
}

/// The documents that count as actual, but for their kind.
std::string actual_documents()
{
    static_assert(is_actual(TradeDocumentStatus::confirmed) && is_actual(TradeDocumentStatus::posted));
    return "d.status in (" + number_of(TradeDocumentStatus::confirmed) + ", " + number_of(TradeDocumentStatus::posted) +
           ") and d.archived_at is null";
}

/// The case's plan, in the order of the index that holds all of it.
void add_plan(Session& session, Sums const& in, Id<Case> id, std::map<PlanPlace, PlanSums>& sums)
{
    std::vector<Kind> results{Kind::integer, Kind::text, Kind::integer};
    in.add_kinds(results);
    auto& query = session.queries.get("select p.side, p.planned_currency, p.category, " + in.of("p.planned_amount") + " from " +
                                          session.connection.table("plan_line") +
                                          " p where p.case_id = :id and p.archived_at is null"
                                          " group by p.side, p.planned_currency, p.category",
                                      {Kind::integer}, results);
    query.parameter(0).set(id.value);
    query.run([&](record::Row const& row) {
        auto const* sum = &row[3];
        sums[{row[1].text, static_cast<MoneySide>(row[0].integer), static_cast<MoneyCategory>(row[2].integer)}].planned = in.read(sum);
    });
}

/// The case's documents, in the order of the index that holds all of it; their few kinds are looked up.
void add_actual(Session& session, Sums const& in, Id<Case> id, std::map<PlanPlace, PlanSums>& sums)
{
    std::vector<Kind> results{Kind::integer, Kind::integer, Kind::text, Kind::integer};
    in.add_kinds(results);
    auto& query = session.queries.get("select min(k.counts_as), min(k.is_reversal), d.net_currency, d.category, " + in.of("d.net_amount") +
                                          " from " + session.connection.table("trade_document") + " d join " +
                                          session.connection.table("trade_kind") + " k on k.id = d.kind_id where d.case_id = :id and " +
                                          actual_documents() + " and k.counts_as <> " + number_of(CountsAs::neither) +
                                          " group by d.net_currency, d.category, d.kind_id",
                                      {Kind::integer}, results);
    query.parameter(0).set(id.value);
    query.run([&](record::Row const& row) {
        auto const* sum    = &row[4];
        auto const  amount = in.read(sum);
        auto const  side   = static_cast<CountsAs>(row[0].integer) == CountsAs::cost ? MoneySide::cost : MoneySide::revenue;
        sums[{row[2].text, side, static_cast<MoneyCategory>(row[3].integer)}].actual += row[1].integer != 0 ? -amount : amount;
    });
}

/// The sums of the plans of every case. Zero is added to a column that no index shall be searched by: the one by case
/// holds everything, in the order of the groups.
CaseSumsByCurrency planned(Session& session, Sums const& in, MoneySide side)
{
    std::vector<Kind> results{Kind::integer, Kind::text};
    in.add_kinds(results);
    auto& query = session.queries.get("select p.case_id, p.planned_currency, " + in.of("p.planned_amount") + " from " +
                                          session.connection.table("plan_line") +
                                          " p where p.side + 0 = :side and p.archived_at is null"
                                          " group by p.case_id, p.side, p.planned_currency"
                                          " order by p.case_id, p.side, p.planned_currency",
                                      {Kind::integer}, results);
    query.parameter(0).set(static_cast<std::int64_t>(side));

    CaseSumsByCurrency cases;
    query.run([&](record::Row const& row) {
        auto of_currency = cases.find(row[1].text);
        if (of_currency == cases.end())
            of_currency = cases.try_emplace(row[1].text).first;
        auto const* sum = &row[2];
        of_currency->second.push_back({row[0].integer, {.planned = in.read(sum)}});
    });
    return cases;
}

/// The kinds of documents that count as one side, as lists in SQL.
struct CountedKinds {
    std::string all{};
    std::string reversals{};
};

CountedKinds kinds_counted_as(Session& session, MoneySide side)
{
    auto& query = session.queries.get("select id, is_reversal from " + session.connection.table("trade_kind") +
                                          " where counts_as = :counts_as order by id",
                                      {Kind::integer}, {Kind::integer, Kind::integer});
    query.parameter(0).set(static_cast<std::int64_t>(side == MoneySide::cost ? CountsAs::cost : CountsAs::revenue));

    CountedKinds kinds;
    auto const   add = [](std::string& list, std::int64_t id) { list.append(list.empty() ? "" : ", ").append(std::to_string(id)); };
    query.run([&](record::Row const& row) {
        add(kinds.all, row[0].integer);
        if (row[1].integer != 0)
            add(kinds.reversals, row[0].integer);
    });
    return kinds;
}

/// Adds what became of the plans.
void add_actual(Session& session, Sums const& in, MoneySide side, CaseSumsByCurrency& cases)
{
    auto const kinds = kinds_counted_as(session, side);
    if (kinds.all.empty())
        return;
    std::vector<Kind> results{Kind::integer, Kind::text};
    in.add_kinds(results);
    auto sums = in.of("d.net_amount");
    if (!kinds.reversals.empty()) {
        auto const is_reversal = "d.kind_id in (" + kinds.reversals + ")";
        in.add_kinds(results);
        sums = in.of("d.net_amount", is_reversal, false) + ", " + in.of("d.net_amount", is_reversal, true);
    }
    auto& query = session.queries.get("select d.case_id, d.net_currency, " + sums + " from " + session.connection.table("trade_document") +
                                          " d where d.case_id is not null and d.kind_id + 0 in (" + kinds.all + ") and " +
                                          actual_documents() +
                                          " group by d.case_id, d.net_currency order by d.case_id, d.net_currency",
                                      {}, results);

    // Both come by id: of each currency, where the search for the last case ended the next one goes on.
    std::map<std::string, std::vector<CaseSums>::iterator, std::less<>> reached;
    for (auto& [currency, of_currency] : cases)
        reached.emplace(currency, of_currency.begin());
    query.run([&](record::Row const& row) {
        auto const place = reached.find(row[1].text);
        if (place == reached.end())
            return;
        auto const end = cases.find(row[1].text)->second.end();
        while (place->second != end && place->second->case_id < row[0].integer)
            ++place->second;
        if (place->second == end || place->second->case_id != row[0].integer)
            return;
        auto const* sum            = &row[2];
        place->second->sums.actual = in.read(sum);
        if (!kinds.reversals.empty())
            place->second->sums.actual -= in.read(sum);
    });
}

}  // namespace

PlanComparison plan_against_actual(Session& session, Id<Case> id)
{
    return comparison_of(summed(session.connection, [&](Sums const& in) {
        std::map<PlanPlace, PlanSums> sums;
        add_plan(session, in, id, sums);
        add_actual(session, in, id, sums);
        return sums;
    }));
}

Overruns overruns(Session& session, OverrunQuery const& query)
{
    auto cases = summed(session.connection, [&](Sums const& in) {
        auto sums = planned(session, in, query.side);
        add_actual(session, in, query.side, sums);
        return sums;
    });

    auto const text = "select coalesce(number, ''), title from " + session.connection.table("case") +
                      " where id = :id and archived_at is null";
    return overruns_of(std::move(cases), query.limit, [&](Overrun& overrun) {
        auto& ask = session.queries.get(text, {Kind::integer}, {Kind::text, Kind::text});
        ask.parameter(0).set(overrun.case_id.value);
        bool in_use = false;
        ask.run([&](record::Row const& row) {
            overrun.number = row[0].text;
            overrun.title  = row[1].text;
            in_use         = true;
        });
        return in_use;
    });
}

}  // namespace crm::sql
