#include "timeline.hpp"

#include "filter_sql.hpp"

#include <algorithm>

namespace crm::sql {

namespace {

using record::Kind;

/// Where entries of one kind come from. `x` is the table; `{name}` stands for a table, `:?` for the id asked for.
struct Source {
    TimelineKind     kind;
    std::string_view table;
    std::string_view moment;
    std::string_view of_operator;
    std::string_view of_case;
    std::string_view title;
    std::string_view detail;
    std::string_view always;  ///< a condition, or nothing
    std::string_view about_subject, about_person, about_case;
};

constexpr std::string_view in_use = " and x.archived_at is null";

constexpr Source sources[] = {
    {TimelineKind::contact, "contact", "x.at", "x.created_by", "0", "x.summary",
     "(select k.code from {contact_kind} k where k.id = x.kind_id)", in_use, "x.subject_id = :?",
     "(x.person_id = :? or x.id in (select p.contact_id from {participant} p where p.person_id = :?))",
     "x.id in (select l.contact_id from {contact_case} l where l.case_id = :?)"},

    {TimelineKind::note, "note", "x.written_at", "x.created_by", "coalesce(x.case_id, 0)", "x.title", "''", in_use,
     "x.subject_id = :?", "x.person_id = :?", "x.case_id = :?"},

    {TimelineKind::task_created, "task", "x.created_at", "x.responsible_id", "coalesce(x.case_id, 0)", "x.title", "''", in_use,
     "x.subject_id = :?", "x.person_id = :?", "x.case_id = :?"},

    {TimelineKind::task_done, "task", "x.done_at", "coalesce(x.done_by, x.responsible_id)", "coalesce(x.case_id, 0)",
     "x.title", "''", " and x.done_at is not null and x.archived_at is null", "x.subject_id = :?", "x.person_id = :?",
     "x.case_id = :?"},

    {TimelineKind::document, "document", "coalesce(x.received_at, x.created_at)", "x.created_by", "0", "x.title", "x.kind",
     in_use, "x.id in (select l.document_id from {document_link} l where l.subject_id = :?)",
     "x.id in (select l.document_id from {document_link} l where l.person_id = :?)",
     "x.id in (select l.document_id from {document_link} l where l.case_id = :?)"},

    {TimelineKind::phase_change, "case_state", "x.valid_at", "coalesce(x.operator_id, 0)", "x.case_id",
     "(select p.code from {phase} p where p.id = x.phase_id)",
     "coalesce((select p.code from {phase} p where p.id = x.previous_phase_id), '')", " and x.entered = 1",
     "x.case_id in (select c.id from {case} c where c.subject_id = :?)",
     "x.case_id in (select c.id from {case} c where c.person_id = :?)", "x.case_id = :?"},
};

record::Cell cell_of(std::int64_t value)
{
    record::Cell cell;
    cell.set(value);
    return cell;
}

/// `template_text` with the names of this database's tables.
std::string with_tables(Connection const& connection, std::string_view template_text)
{
    std::string text{template_text};
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open)) {
        auto const close = text.find('}', open);
        text.replace(open, close - open + 1, connection.table(text.substr(open + 1, close - open - 1)));
    }
    return text;
}

/// Adds ` and condition`, with a placeholder for each `:?`.
void add_condition(Connection const& connection, SqlText& out, std::string_view condition, std::int64_t id)
{
    out.sql += " and ";
    auto text = with_tables(connection, condition);
    for (std::string_view rest{text}; !rest.empty();) {
        auto const place = rest.find(":?");
        out.sql += rest.substr(0, place);
        if (place == rest.npos)
            break;
        out.add(cell_of(id), Kind::integer);
        rest.remove_prefix(place + 2);
    }
}

/// Behind a place: the moment alone is compared first, which an index answers.
void add_place(SqlText& out, Source const& source, TimelinePlace const& after)
{
    auto const  at     = cell_of(after.at.time_since_epoch().count());
    std::string moment{source.moment};
    out.sql += " and " + moment + " <= ";
    out.add(at, Kind::integer);
    out.sql += " and (" + moment + " < ";
    out.add(at, Kind::integer);
    out.sql += source.kind < after.kind ? " or x.id <= " : " or x.id < ";
    out.add(cell_of(after.id), Kind::integer);
    out.sql += ")";
}

SqlText page_of(Connection const& connection, Source const& source, TimelineQuery const& query)
{
    SqlText out;
    out.sql = "select " + std::string{source.moment} + ", x.id, " + std::string{source.of_operator} + ", " +
              std::string{source.of_case} + ", " + with_tables(connection, source.title) + ", " +
              with_tables(connection, source.detail) + " from " + connection.table(source.table) + " x where 1 = 1" +
              std::string{source.always};
    if (query.subject_id)
        add_condition(connection, out, source.about_subject, query.subject_id->value);
    if (query.person_id)
        add_condition(connection, out, source.about_person, query.person_id->value);
    if (query.case_id)
        add_condition(connection, out, source.about_case, query.case_id->value);
    if (query.after)
        add_place(out, source, *query.after);
    out.sql += " order by " + std::string{source.moment} + " desc, x.id desc limit ";
    out.add(cell_of(static_cast<std::int64_t>(query.limit)), Kind::integer);
    return out;
}

TimelineEntry entry_of(Source const& source, record::Row const& row)
{
    return {.kind        = source.kind,
            .at          = Instant{Instant::duration{row[0].integer}},
            .id          = row[1].integer,
            .operator_id = {row[2].integer},
            .case_id     = row[3].integer,
            .title       = row[4].text,
            .detail      = row[5].text};
}

}  // namespace

Timeline timeline(Session& session, TimelineQuery const& query)
{
    static std::vector<Kind> const results{Kind::integer, Kind::integer, Kind::integer, Kind::integer, Kind::text, Kind::text};

    Timeline entries;
    for (auto const& source : sources) {
        auto const text   = page_of(session.connection, source, query);
        auto&      select = session.queries.get(text.sql, text.kinds, results);
        for (std::size_t i = 0; i != text.values.size(); ++i)
            select.parameter(i) = text.values[i];
        select.run([&](record::Row const& row) { entries.push_back(entry_of(source, row)); });
    }
    std::ranges::sort(entries, std::greater{}, &TimelineEntry::place);
    entries.resize(std::min(entries.size(), query.limit));
    return entries;
}

}  // namespace crm::sql
