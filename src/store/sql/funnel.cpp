#include "funnel.hpp"

#include "filter_sql.hpp"
#include "sums.hpp"

#include "analysis/funnel_sums.hpp"

#include <limits>
#include <map>
#include <optional>
#include <set>

namespace crm::sql {

namespace {

using record::Kind;

record::Cell cell_of(std::int64_t value)
{
    record::Cell cell;
    cell.set(value);
    return cell;
}

/// A hundred of the smallest units of a currency, in 1/10000 of it: the step of one per cent.
constexpr std::int64_t usual_step = 10'000;

std::int64_t step_of(Currency currency)
{
    auto step = 100 * usual_step;
    for (int digit = 0; digit != currency.digits(); ++digit)
        step /= 10;
    return step;
}

/// Money::per_cent() of `amount` and `share`, in steps. Of an amount whose product with the share may have no room, what
/// it has in whole steps is taken apart: that is not rounded.
/// \param step of the currency; `share` is at most 100
std::string weighted(std::string_view divide, std::int64_t step)
{
    constexpr auto most   = std::numeric_limits<std::int64_t>::max() / 100 - 100 * usual_step;
    auto const     number = std::to_string(step), half = std::to_string(step / 2), by = std::string{divide} + number;
    return "case when amount between 0 and " + std::to_string(most) + " then (amount * share + " + half + ")" + by + " else amount" + by +
           " * share + ((amount % " + number + ") * share + case when amount < 0 then -" + half + " else " + half + " end)" + by + " end";
}

/// The cases that are counted, each with its phase, money and share: of now, or of a moment. Those of now come by phase and
/// currency from one index, hence the order of the join, which SQLite keeps; a list of outcomes it would search for each case.
SqlText cases(Connection const& connection, FunnelQuery const& query, std::int64_t type_id, std::optional<Currency> only)
{
    bool const past = query.as_of.has_value();
    SqlText    out;
    out.sql = "select p.id as phase_id, s.expected_currency as currency, s.expected_amount as amount,"
              " case when s.outcome is null then " +
              std::string{past ? "s.probability" : "coalesce(s.probability, p.probability)"} + " when s.outcome = 1 or s.outcome = 3 then 100 else 0 end as share from " +
              connection.table("phase") + " p cross join " + connection.table(past ? "case_state" : "case") + " s";
    if (past) {
        out.sql += " join " + connection.table("case") + " c on c.id = s.case_id where c.archived_at is null and s.seq = (select max(l.seq) from " +
                   connection.table("case_state") + " l where l.case_id = s.case_id and l.valid_at <= ";
        out.add(cell_of(query.as_of->time_since_epoch().count()), Kind::integer);
        out.sql += ")";
    } else {
        out.sql += " where s.archived_at is null";
    }
    out.sql += " and s.phase_id = p.id";
    if (!query.with_internal)
        out.sql += " and s.subject_id is not null";
    if (type_id != 0) {
        out.sql += " and s.type_id = ";
        out.add(cell_of(type_id), Kind::integer);
    }
    if (query.keeper_id) {
        out.sql += " and s.keeper_id = ";
        out.add(cell_of(query.keeper_id->value), Kind::integer);
    }
    if (only) {
        record::Cell code;
        code.set(only->code());
        out.sql += " and s.expected_currency = ";
        out.add(code, Kind::text);
    }
    return out;
}

/// The id of a case type, and of its scheme.
std::pair<std::int64_t, std::int64_t> type_named(Session& session, std::string const& code)
{
    record::Cell key;
    key.set(std::string_view{code});
    SqlText text{"select id, scheme_id from " + session.connection.table("case_type") + " where code = "};
    text.add(key, Kind::text);
    std::pair<std::int64_t, std::int64_t> found{};
    ask(session.queries, text, {Kind::integer, Kind::integer}, [&](record::Row const& row) { found = {row[0].integer, row[1].integer}; });
    if (found.first == 0)
        throw NotFound{"No case type has the code " + code + "."};
    return found;
}

struct ListedPhase {
    FunnelRow row;
    bool      archived;
};

/// The phases of a scheme, or of every one, in their order, without counts.
std::vector<ListedPhase> phases(Session& session, std::int64_t scheme_id)
{
    auto const& connection = session.connection;
    SqlText text{"select p.id, p.code, p.name, p.stage, p.ordinal, case when p.archived_at is null then 0 else 1 end from " + connection.table("phase") + " p join " +
                 connection.table("scheme") + " s on s.id = p.scheme_id where 1 = 1"};
    if (scheme_id != 0) {
        text.sql += " and p.scheme_id = ";
        text.add(cell_of(scheme_id), Kind::integer);
    }
    text.sql += " order by s.code, p.stage, p.ordinal, p.id";

    std::vector<ListedPhase> listed;
    std::vector<Kind>        results(6, Kind::integer);
    results[1] = results[2] = Kind::text;
    ask(session.queries, text, results, [&](record::Row const& row) {
        listed.push_back({{.phase    = row[1].text,
                           .name     = row[2].text,
                           .stage    = static_cast<Stage>(row[3].integer),
                           .ordinal  = static_cast<int>(row[4].integer),
                           .phase_id = {row[0].integer}},
                          row[5].integer != 0});
    });
    return listed;
}

/// What the cases of a phase come to in one currency, by the id and the code.
using Counted = std::map<std::pair<std::int64_t, std::string>, FunnelSums>;

/// \param step of every currency that is counted
Counted counted(Session& session, Sums const& in, FunnelQuery const& query, std::int64_t type_id, std::int64_t step, std::optional<Currency> only = {})
{
    auto const inner = cases(session.connection, query, type_id, only);
    SqlText    text{"select phase_id, currency, count(*), " + in.of("amount") + ", " + in.of(weighted(session.connection.dialect().divide, step)) +
                        " from (" + inner.sql + ") q group by phase_id, currency",
                    inner.values, inner.kinds};

    std::vector<Kind> results{Kind::integer, Kind::text, Kind::integer};
    in.add_kinds(results);
    in.add_kinds(results);
    Counted rows;
    ask(session.queries, text, results, [&](record::Row const& row) {
        Currency const currency = row[1].null ? Currency{} : Currency{row[1].text};
        auto const*    cell     = &row[3];
        FunnelSums     next{.count = row[2].integer, .sum = in.read(cell), .weighted = in.read(cell)};
        next.weighted *= step / 100;
        rows[{row[0].integer, std::string{currency.code()}}] += next;  // amounts in XXX, and cases without any, have one place
    });
    return rows;
}

/// Cases by phase and currency; currencies with other steps than most are weighed by themselves.
Counted counted(Session& session, FunnelQuery const& query, std::int64_t type_id)
{
    return summed(session.connection, [&](Sums const& in) {
        auto                  rows = counted(session, in, query, type_id, usual_step);
        std::set<std::string> unusual;
        for (auto const& [key, row] : rows)
            if (step_of(Currency{key.second}) != usual_step)
                unusual.insert(key.second);
        for (auto const& code : unusual)
            for (auto const& [key, row] : counted(session, in, query, type_id, step_of(Currency{code}), Currency{code}))
                rows[key] = row;
        return rows;
    });
}

}  // namespace

Funnel funnel(Session& session, FunnelQuery const& query)
{
    auto const [type_id, scheme_id] = query.type.empty() ? std::pair<std::int64_t, std::int64_t>{} : type_named(session, query.type);
    auto const counts               = counted(session, query, type_id);

    Funnel rows;
    for (auto const& [phase, archived] : phases(session, scheme_id)) {
        auto const before = rows.size();
        for (auto next = counts.lower_bound({phase.phase_id.value, ""}); next != counts.end() && next->first.first == phase.phase_id.value; ++next)
            next->second.write(Currency{next->first.second}, rows.emplace_back(phase));
        if (rows.size() == before && !archived)
            rows.push_back(phase);
    }
    return rows;
}

}  // namespace crm::sql
