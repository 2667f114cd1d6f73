#include "funnel.hpp"

#include "filter_sql.hpp"
#include "sums.hpp"

#include <map>

namespace crm::sql {

namespace {

using record::Kind;

std::int64_t together(std::int64_t high, std::int64_t low)
{
    std::int64_t sum = 0;
    if (__builtin_mul_overflow(high, part, &sum) || __builtin_add_overflow(sum, low, &sum))
        throw OutOfRange{"A sum of the funnel has no room: narrow what is counted."};
    return sum;
}

record::Cell cell_of(std::int64_t value)
{
    record::Cell cell;
    cell.set(value);
    return cell;
}

/// What a hundred of the smallest units of a currency are, in 1/10000 of it: the step of one per cent.
std::string hundred_units(std::string const& currency)
{
    std::string text = "(case " + currency;
    for (auto const& [code, digits] : Currency::unusual_digits) {
        std::int64_t unit = 10'000;
        for (int digit = 0; digit != digits; ++digit)
            unit /= 10;
        text += " when '" + std::string{code} + "' then " + std::to_string(100 * unit);
    }
    return text + " else 10000 end)";
}

/// Money::per_cent() in SQL, over the columns `amount`, `hundred` and `share` of a subquery.
std::string weighted_amount(std::string_view divide)
{
    std::string const by{divide};
    return "(((amount" + by + "hundred) * share + ((amount % hundred) * share + case when amount < 0 then -50 else 50 end * (hundred" +
           by + "100))" + by + "hundred) * (hundred" + by + "100))";
}

/// The cases that are counted, each with its phase, money and share: of now, or of a moment.
SqlText cases(Connection const& connection, FunnelQuery const& query, std::int64_t type_id)
{
    bool const  past  = query.as_of.has_value();
    std::string money = "s.expected_currency";
    SqlText     out;
    out.sql = "select s.phase_id as phase_id, coalesce(s.expected_currency, 'XXX') as currency,"
              " coalesce(s.expected_amount, 0) as amount, " +
              hundred_units(money) + " as hundred, case when s.outcome in (1, 3) then 100 when s.outcome in (2, 4) then 0 else " +
              std::string{past ? "s.probability" : "coalesce(s.probability, p.probability)"} + " end as share from " +
              connection.table(past ? "case_state" : "case") + " s join " + connection.table("phase") + " p on p.id = s.phase_id";
    if (past) {
        out.sql += " join " + connection.table("case") + " c on c.id = s.case_id where c.archived_at is null and s.seq = (select max(l.seq) from " +
                   connection.table("case_state") + " l where l.case_id = s.case_id and l.valid_at <= ";
        out.add(cell_of(query.as_of->time_since_epoch().count()), Kind::integer);
        out.sql += ")";
    } else {
        out.sql += " where s.archived_at is null";
    }
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
    return out;
}

void run(Session& session, SqlText const& text, std::vector<Kind> const& results, store::Take const& take)
{
    auto& query = session.queries.get(text.sql, text.kinds, results);
    for (std::size_t i = 0; i != text.values.size(); ++i)
        query.parameter(i) = text.values[i];
    query.run(take);
}

/// The id of a case type, and of its scheme.
std::pair<std::int64_t, std::int64_t> type_named(Session& session, std::string const& code)
{
    record::Cell key;
    key.set(std::string_view{code});
    SqlText text{"select id, scheme_id from " + session.connection.table("case_type") + " where code = "};
    text.add(key, Kind::text);
    std::pair<std::int64_t, std::int64_t> found{};
    run(session, text, {Kind::integer, Kind::integer}, [&](record::Row const& row) { found = {row[0].integer, row[1].integer}; });
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
    run(session, text, results, [&](record::Row const& row) {
        listed.push_back({{.phase    = row[1].text,
                           .name     = row[2].text,
                           .stage    = static_cast<Stage>(row[3].integer),
                           .ordinal  = static_cast<int>(row[4].integer),
                           .phase_id = {row[0].integer}},
                          row[5].integer != 0});
    });
    return listed;
}

}  // namespace

Funnel funnel(Session& session, FunnelQuery const& query)
{
    auto const [type_id, scheme_id] = query.type.empty() ? std::pair<std::int64_t, std::int64_t>{} : type_named(session, query.type);
    auto const inner    = cases(session.connection, query, type_id);
    auto const divide   = session.connection.dialect().divide;
    auto const by       = std::string{divide} + std::to_string(part);
    auto const of       = " % " + std::to_string(part);
    auto const weighted = weighted_amount(divide);

    SqlText text{"select phase_id, currency, count(*), sum(amount" + by + "), sum(amount" + of + "), sum(" + weighted + by +
                     "), sum(" + weighted + of + ") from (" + inner.sql + ") q group by phase_id, currency order by phase_id, currency",
                 inner.values, inner.kinds};

    std::map<std::int64_t, Funnel> by_phase;
    std::vector<Kind>              results(7, Kind::integer);
    results[1] = Kind::text;
    run(session, text, results, [&](record::Row const& row) {
        Currency const currency{row[1].text};
        by_phase[row[0].integer].push_back({.count    = row[2].integer,
                                            .sum      = {together(row[3].integer, row[4].integer), currency},
                                            .weighted = {together(row[5].integer, row[6].integer), currency}});
    });

    Funnel rows;
    for (auto const& [phase, archived] : phases(session, scheme_id)) {
        auto counted = by_phase[phase.phase_id.value];
        if (counted.empty() && !archived)
            counted.emplace_back();
        for (auto const& amounts : counted) {
            rows.push_back(phase);
            rows.back().count    = amounts.count;
            rows.back().sum      = amounts.sum;
            rows.back().weighted = amounts.weighted;
        }
    }
    return rows;
}

}  // namespace crm::sql
