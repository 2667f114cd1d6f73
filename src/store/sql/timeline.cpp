#include "timeline.hpp"

#include <algorithm>
#include <limits>

namespace crm::sql {

/// Where entries of one kind come from: by the case if there is one, else by the person or the subject.
struct TimelineSource {
    /// A way to them. `x` is their table, `l` a link that leads there; `{name}` stands for a table.
    struct Way {
        std::string_view from;    ///< with the one condition that names what was asked for, as `:id`
        std::string_view moment;  ///< in the index that is read in order
        std::string_view id = "x.id";
    };

    TimelineKind     kind;
    std::string_view of_operator;
    std::string_view of_case;
    std::string_view title;
    std::string_view detail;
    std::string_view always;  ///< a condition
    Way              by_case, by_person, by_subject;
    std::string_view about_subject, about_person;  ///< conditions on what was found another way
};

namespace {

using Source = TimelineSource;
using record::Kind;

// Zero or plus before a column that no index shall be searched by: SQLite would take that of the subject, and sort.
constexpr std::string_view of_subject = "+x.subject_id = :id", of_person = "+x.person_id = :id";

// A document may be linked twice; the first link tells.
#define CRM_FIRST_LINK(column)                                                                                              \
    "{document_link} l join {document} x on x.id = l.document_id where l." #column " = :id and not exists (select 1 from "   \
    "{document_link} e where e." #column " = l." #column " and e.document_at = l.document_at and e.document_id = l.document_id and e.id < l.id)"

// There always is one; joined from the left, so that nothing is searched by it.
#define CRM_KIND " left join {contact_kind} k on k.id = x.kind_id"

constexpr Source sources[] = {
    {TimelineKind::contact,
     "coalesce((select p.operator_id from {participant} p where p.contact_id = x.id and p.operator_id is not null order by p.id limit 1), x.created_by)",
     "0", "x.summary", "k.code", "x.archived_at is null",
     {"{contact_case} l join {contact} x on x.id = l.contact_id" CRM_KIND " where l.case_id = :id", "l.contact_at", "l.contact_id"},
     {"{contact} x" CRM_KIND " where (x.person_id = :id or x.id in (select p.contact_id from {participant} p where p.person_id = :id))", "x.at"},
     {"{contact} x" CRM_KIND " where x.subject_id = :id", "x.at"},
     of_subject, "(+x.person_id = :id or x.id in (select p.contact_id from {participant} p where p.person_id = :id))"},

    {TimelineKind::note, "coalesce(x.author_id, x.created_by)", "coalesce(x.case_id, 0)", "x.title", "''", "x.archived_at is null",
     {"{note} x where x.case_id = :id", "x.written_at"},
     {"{note} x where x.person_id = :id", "x.written_at"},
     {"{note} x where x.subject_id = :id", "x.written_at"},
     of_subject, of_person},

    {TimelineKind::task_created, "x.responsible_id", "coalesce(x.case_id, 0)", "x.title", "''", "x.archived_at is null",
     {"{task} x where x.case_id = :id", "x.created_at"},
     {"{task} x where x.person_id = :id", "x.created_at"},
     {"{task} x where x.subject_id = :id", "x.created_at"},
     of_subject, of_person},

    {TimelineKind::task_done, "coalesce(x.done_by, x.responsible_id)", "coalesce(x.case_id, 0)", "x.title", "''",
     "x.done_at is not null and x.archived_at is null",
     {"{task} x where x.case_id = :id", "x.done_at"},
     {"{task} x where x.person_id = :id", "x.done_at"},
     {"{task} x where x.subject_id = :id", "x.done_at"},
     of_subject, of_person},

    {TimelineKind::document, "x.created_by", "0", "x.title", "x.kind", "x.archived_at is null",
     {CRM_FIRST_LINK(case_id), "l.document_at", "l.document_id"},
     {CRM_FIRST_LINK(person_id), "l.document_at", "l.document_id"},
     {CRM_FIRST_LINK(subject_id), "l.document_at", "l.document_id"},
     "exists (select 1 from {document_link} o where o.document_id = x.id and o.subject_id = :id)",
     "exists (select 1 from {document_link} o where o.document_id = x.id and o.person_id = :id)"},

    {TimelineKind::phase_change, "coalesce(x.operator_id, 0)", "x.case_id", "(select p.code from {phase} p where p.id = x.phase_id)",
     "coalesce((select p.code from {phase} p where p.id = x.previous_phase_id), '')", "x.entered = 1",
     {"{case_state} x where x.case_id = :id", "x.valid_at"},
     {"{case_state} x where x.case_id in (select c.id from {case} c where c.person_id = :id)", "x.valid_at"},
     {"{case_state} x where x.case_id in (select c.id from {case} c where c.subject_id = :id)", "x.valid_at"},
     "exists (select 1 from {case} c where c.id = x.case_id and c.subject_id = :id)",
     "exists (select 1 from {case} c where c.id = x.case_id and c.person_id = :id)"},
};
#undef CRM_KIND
#undef CRM_FIRST_LINK

using Asked = TimelinePart;

/// A statement being written, and what belongs into each of its places.
class Text {
public:
    explicit Text(Connection const& connection) : connection_{connection} {}

    Text& plain(std::string_view text)
    {
        sql += text;
        return *this;
    }

    /// With the names of this database's tables, and a place for `asked` for each `:id`.
    Text& with(std::string_view text, Asked asked)
    {
        while (!text.empty()) {
            auto const next = text.find_first_of("{:");
            sql += text.substr(0, next);
            if (next == text.npos)
                break;
            auto const end = text[next] == '{' ? text.find('}', next) + 1 : next + std::string_view{":id"}.size();
            text[next] == '{' ? plain(connection_.table(text.substr(next + 1, end - next - 2))) : place(asked);
            text.remove_prefix(end);
        }
        return *this;
    }

    Text& place(Asked asked)
    {
        sql += ":p" + std::to_string(places.size());
        places.push_back(asked);
        return *this;
    }

    std::string        sql{};
    std::vector<Asked> places{};

private:
    Connection const& connection_;
};

/// The way that leads to fewest entries.
Source::Way const& way_to(Source const& source, TimelineQuery const& query)
{
    return query.case_id ? source.by_case : query.person_id ? source.by_person : source.by_subject;
}

void write_way(Text& text, Source const& source, TimelineQuery const& query)
{
    auto const asked = query.case_id ? Asked::case_id : query.person_id ? Asked::person_id : Asked::subject_id;
    text.with(way_to(source, query).from, asked);
    if (query.person_id && asked != Asked::person_id)
        text.plain(" and ").with(source.about_person, Asked::person_id);
    if (query.subject_id && asked != Asked::subject_id)
        text.plain(" and ").with(source.about_subject, Asked::subject_id);
}

/// Behind a place: the moment alone is compared first, which an index answers.
void write_place(Text& text, Source::Way const& way, bool also_this_id)
{
    text.plain(" and ").plain(way.moment).plain(" <= ").place(Asked::after_at);
    text.plain(" and (").plain(way.moment).plain(" < ").place(Asked::after_at);
    text.plain(" or ").plain(way.id).plain(also_this_id ? " <= " : " < ").place(Asked::after_id).plain(")");
}

/// A page of the entries of one kind; `with_kind`: and a column that says which.
void write_page(Text& text, Source const& source, TimelineQuery const& query, bool with_kind)
{
    auto const& way = way_to(source, query);
    text.plain("select ").plain(way.moment).plain(", ").plain(way.id);
    for (auto column : {source.of_operator, source.of_case, source.title, source.detail})
        text.plain(", ").with(column, {});
    if (with_kind)
        text.plain(", ").plain(std::to_string(static_cast<int>(source.kind)));
    text.plain(" from ");
    write_way(text, source, query);
    text.plain(" and ").plain(source.always).plain(" and ").plain(way.moment).plain(" >= ").place(Asked::floor);
    if (query.after)
        write_place(text, way, source.kind < query.after->kind);
    text.plain(" order by ").plain(way.moment).plain(" desc, ").plain(way.id).plain(" desc limit ").place(Asked::limit);
}

/// The newest of the pages of each kind.
Text text_of(Connection const& connection, std::span<Source const* const> asked, TimelineQuery const& query)
{
    Text text{connection};
    if (asked.size() == 1) {
        write_page(text, *asked.front(), query, false);
        return text;
    }
    for (auto const* source : asked) {
        text.plain(text.sql.empty() ? "(" : " union all (");
        write_page(text, *source, query, true);
        text.plain(")");
    }
    text.plain(" order by 1 desc, 2 desc, 7 desc limit ").place(Asked::limit);
    return text;
}

std::int64_t value_of(Asked asked, TimelineQuery const& query, std::int64_t floor)
{
    switch (asked) {
    case Asked::case_id:    return query.case_id->value;
    case Asked::person_id:  return query.person_id->value;
    case Asked::subject_id: return query.subject_id->value;
    case Asked::floor:      return floor;
    case Asked::after_at:   return query.after->at.time_since_epoch().count();
    case Asked::after_id:   return query.after->id;
    case Asked::limit:      break;
    }
    return static_cast<std::int64_t>(query.limit);
}

/// What tells one statement from another.
int shape_of(std::span<Source const* const> asked, TimelineQuery const& query)
{
    int shape = query.after ? static_cast<int>(query.after->kind) : 0;
    for (bool const part : {query.case_id.has_value(), query.person_id.has_value(), query.subject_id.has_value()})
        shape = 2 * shape + (part ? 1 : 0);
    for (auto const& source : sources)
        shape = 2 * shape + static_cast<int>(std::ranges::count(asked, &source));
    return shape;
}

}  // namespace

Timelines::Asking& Timelines::asking(Sources asked, TimelineQuery const& query)
{
    auto const shape = shape_of(asked, query);
    if (auto const found = kept_.find(shape); found != kept_.end())
        return found->second;
    auto              text = text_of(connection_, asked, query);
    std::vector<Kind> results{Kind::integer, Kind::integer, Kind::integer, Kind::integer, Kind::text, Kind::text};
    if (asked.size() != 1)
        results.push_back(Kind::integer);
    auto const made = kept_.emplace(std::piecewise_construct, std::forward_as_tuple(shape),
                                    std::forward_as_tuple(connection_, std::move(text.sql), std::vector(text.places.size(), Kind::integer), results));
    made.first->second.places = std::move(text.places);
    return made.first->second;
}

void Timelines::add(Timeline& entries, Sources asked, TimelineQuery const& query, std::int64_t floor)
{
    auto& [select, places] = asking(asked, query);
    for (std::size_t i = 0; i != places.size(); ++i)
        select.parameter(i).set(value_of(places[i], query, floor));
    select.run([&](record::Row const& row) {
        entries.push_back({.kind        = asked.size() == 1 ? asked.front()->kind : static_cast<TimelineKind>(row[6].integer),
                           .at          = Instant{Instant::duration{row[0].integer}},
                           .id          = row[1].integer,
                           .operator_id = {row[2].integer},
                           .case_id     = row[3].integer,
                           .title       = row[4].text,
                           .detail      = row[5].text});
    });
}

Timeline Timelines::tell(TimelineQuery const& query)
{
    std::vector<Source const*> wanted;
    for (auto const& source : sources)
        if (query.wants(source.kind))
            wanted.push_back(&source);

    Timeline entries;
    auto     floor = std::numeric_limits<std::int64_t>::min();  // what is older has no room any more
    if (query.limit == 0 || wanted.empty())
        return entries;
    if (connection_.dialect().remote) {  // one message more would cost more than the rows that are left out
        add(entries, wanted, query, floor);
        return entries;
    }
    for (auto const& source : wanted) {
        auto const before = std::ssize(entries);
        add(entries, {&source, 1}, query, floor);
        std::ranges::inplace_merge(entries, entries.begin() + before, std::greater{}, &TimelineEntry::place);
        if (entries.size() >= query.limit) {
            entries.resize(query.limit);
            floor = entries.back().at.time_since_epoch().count();
        }
    }
    return entries;
}

}  // namespace crm::sql
