// What is asked: pages of what was found, timelines, funnels, the history and the feed.
#include "analysis.hpp"
#include "record/table.hpp"
#include "step.hpp"
#include "wish.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace crm::test::machine {

namespace {

using std::chrono::minutes;

enum class Where { here, beside, viewed };

/// In the work that goes on or anew; in a view beside it; in the view that was opened.
class Question : public Step {
public:
    void checkPreconditions(Paper const& paper) const override { RC_PRE(where_ != Where::viewed || paper.viewed.has_value()); }

protected:
    virtual void ask(Books const& books, Paper const& paper, Lines& told) const = 0;
    virtual void ask(Reading& reading, Desk& desk, Answer& answer) const = 0;

    [[nodiscard]] std::string place() const { return where_ == Where::here ? "" : where_ == Where::beside ? "beside the work, " : "in the view, "; }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        auto const& books = where_ == Where::here ? paper.seen() : where_ == Where::beside ? paper.committed : *paper.viewed;
        ask(books, paper, lines);
    }
    void at(Desk& desk, Answer& answer) const override
    {
        auto const question = [&](Reading& reading) { ask(reading, desk, answer); };
        where_ == Where::here ? desk.read(question) : where_ == Where::beside ? desk.read_beside(question) : desk.read_viewed(question);
    }
    bool is_for(Desk const& desk, Paper const& paper) const override
    {
        return desk.has_readers_beside() || where_ == Where::here || (where_ == Where::beside && !paper.working);
    }

    Where where_ = *rc::gen::weightedElement<Where>({{6, Where::here}, {2, Where::beside}, {3, Where::viewed}});
};

// ---- Pages ----------------------------------------------------------------------------------------------------------

template <class Record>
class Find : public Question {
public:
    explicit Find(Given const&)
    {
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
            order_.push_back({*rc::gen::inRange<std::size_t>(0, sortings<Record>().size()), *rc::gen::arbitrary<bool>()});
    }

    void show(std::ostream& out) const override
    {
        out << place() << "find " << Facts<Record>::plural << " with " << told(wish_.text) << " by";
        for (auto const& [sorting, descending] : order_)
            out << ' ' << sortings<Record>()[sorting].field << (descending ? " descending" : "");
        out << ", " << limit_ << " a page" << (with_archived_ ? ", those put away too" : "");
    }

private:
    struct By {
        std::size_t sorting;
        bool        descending;
    };

    [[nodiscard]] bool comes_before(Record const& a, Record const& b) const
    {
        for (auto const& [sorting, descending] : order_) {
            auto const& key  = sortings<Record>()[sorting].key;
            auto const  one = key(a), other = key(b);
            if (one != other)
                return descending ? other < one : one < other;
        }
        return !order_.empty() && order_.back().descending ? a.id > b.id : a.id < b.id;
    }
    void ask(Books const& books, Paper const& paper, Lines& lines) const override
    {
        for (auto const& code : wish_.bases)
            if (std::ranges::none_of(books.all<Base>(), [&](auto const& entry) { return entry.second.code == code; }))
                throw NotFound{code};
        std::vector<Record> found;
        for (auto const& [_, record] : books.all<Record>())
            if ((with_archived_ || !record.revision.archived_at) && wish_.holds(books, paper.now, record))
                found.push_back(record);
        std::ranges::sort(found, [this](Record const& a, Record const& b) { return comes_before(a, b); });
        lines.push_back(std::to_string(found.size()));
        lines.emplace_back();
        for (std::size_t i = 0; i != found.size(); ++i) {
            if (i != 0 && i % limit_ == 0)
                lines.emplace_back();
            lines.back() += told(found[i].id) + "; ";
        }
    }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto const condition = parse_condition(wish_.text);
        answer.told.push_back(std::to_string(reading.count<Record>(condition, with_archived_)));
        Paging paging{.limit = limit_, .with_archived = with_archived_};
        for (auto const& [sorting, descending] : order_)
            paging.order.push_back({sortings<Record>()[sorting].field, descending});
        do {
            auto const page = reading.find<Record>(condition, paging);
            answer.told.emplace_back();
            for (auto const& record : page.records)
                answer.told.back() += told(desk.names.for_paper(record).id) + "; ";
            paging.after = page.next;
        } while (!paging.after.empty());
    }

    Wish<Record>    wish_          = any_wish<Record>(2);
    std::size_t     limit_         = *rc::gen::inRange<std::size_t>(1, 6);
    bool            with_archived_ = *rc::gen::arbitrary<bool>();
    std::vector<By> order_{};
};

// ---- Timelines and funnels ------------------------------------------------------------------------------------------

class AskTimeline : public Question {
public:
    explicit AskTimeline(Given const& given)
    {
        query_.limit = *rc::gen::inRange<std::size_t>(1, 6);
        switch (*rc::gen::inRange(0, 6)) {
        case 0:  query_.person_id = any_id<Person>(given); break;
        case 1:  query_.subject_id = any_id<Subject>(given); [[fallthrough]];
        case 2:  query_.case_id = any_id<Case>(given); break;
        case 3:  query_.case_id = any_id<Case>(given); [[fallthrough]];
        default: query_.subject_id = any_id<Subject>(given);
        }
        if (*rc::gen::inRange(0, 3) == 0)
            query_.kinds = {*rc::gen::element(TimelineKind::contact, TimelineKind::task_created, TimelineKind::phase_change), TimelineKind::task_done};
    }

    void show(std::ostream& out) const override
    {
        out << place() << "the timeline of " << told(query_.subject_id) << ", " << told(query_.person_id) << ", " << told(query_.case_id) << ", " << query_.limit << " a page";
        for (auto kind : query_.kinds)
            out << ", " << enum_name(kind);
    }

private:
    static std::string line(TimelineEntry const& entry, std::int64_t number, std::int64_t its_case, Id<Operator> who)
    {
        return told(entry.at) + ' ' + told(entry.kind) + ' ' + std::to_string(number) + " of case " + std::to_string(its_case) + " by " + std::to_string(who.value) + ": " + told(entry.title) +
               ' ' + told(entry.detail);
    }
    /// Case states have no number on paper that a store would know.
    static std::int64_t number_in(Desk const& desk, TimelineEntry const& entry)
    {
        switch (entry.kind) {
        case TimelineKind::contact:      return desk.names.number_of(record_index<Contact>, entry.id);
        case TimelineKind::note:         return desk.names.number_of(record_index<Note>, entry.id);
        case TimelineKind::task_created:
        case TimelineKind::task_done:    return desk.names.number_of(record_index<Task>, entry.id);
        default:                         return 0;
        }
    }
    void ask(Books const& books, Paper const& paper, Lines& lines) const override
    {
        for (auto const& entry : timeline_of(books, paper, query_))
            lines.push_back(line(entry, entry.kind == TimelineKind::phase_change ? 0 : entry.id, entry.case_id, entry.operator_id));
    }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto query       = query_;
        query.subject_id = desk.names.id_of(query_.subject_id);
        query.person_id  = desk.names.id_of(query_.person_id);
        query.case_id    = desk.names.id_of(query_.case_id);
        for (auto page = reading.timeline(query); !page.empty(); page = reading.timeline(query)) {
            for (auto const& entry : page)
                answer.told.push_back(line(entry, number_in(desk, entry), desk.names.number_of(record_index<Case>, entry.case_id),
                                           {desk.names.number_of(record_index<Operator>, entry.operator_id.value)}));
            if (page.size() > query.limit)
                answer.told.push_back("a page of " + std::to_string(page.size()));
            query.after = page.back().place();
        }
    }

    TimelineQuery query_{};
};

class AskFunnel : public Question {
public:
    explicit AskFunnel(Given const&)
    {
        if (auto const offset = *rc::gen::inRange(-5, 90); *rc::gen::inRange(0, 3) != 0)
            query_.as_of = monday + minutes{offset};
        if (*rc::gen::inRange(0, 3) == 0)
            query_.keeper_id = any_operator();
        query_.type          = *rc::gen::weightedElement<std::string>({{4, ""}, {4, "sale"}, {3, "service"}, {1, "no-such"}});
        query_.with_internal = *rc::gen::arbitrary<bool>();
    }

    void show(std::ostream& out) const override
    {
        out << place() << "the funnel of " << told(query_.type) << " as of " << told(query_.as_of) << " of " << told(query_.keeper_id) << (query_.with_internal ? " with internal cases" : "");
    }

private:
    void ask(Books const& books, Paper const&, Lines& lines) const override { lines = funnel_of(books, query_); }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto query      = query_;
        query.keeper_id = desk.names.id_of(query_.keeper_id);
        for (auto const& row : reading.funnel(query))
            answer.told.push_back(told_row(row.phase, row.count, row.sum, row.weighted));
    }

    FunnelQuery query_{};
};

// ---- The past -------------------------------------------------------------------------------------------------------

namespace json = boost::json;

std::string line(std::string_view record, std::int64_t number, std::int64_t version, Action action, Lines const& fields)
{
    std::string text = std::string{record} + ' ' + std::to_string(number) + ' ' + std::string{enum_name(action)} + " v" + std::to_string(version);
    for (auto const& field : fields)
        text += ' ' + field;
    return text;
}

std::string line(Noted const& noted)
{
    auto const& table = record::tables()[noted.type];
    bool const  named = noted.type == record_index<Party> || noted.type == record_index<Subject> || noted.type == record_index<Person> || noted.type == record_index<Base> ||
                       noted.type == record_index<Case> || noted.type == record_index<Contact> || noted.type == record_index<Note> || noted.type == record_index<Task>;
    return line(table.name, named ? noted.number : 0, noted.version, noted.action, noted.fields);
}

std::string line(Change const& change, Names const& names)
{
    auto const& table = record::table_named(change.record);
    Lines       fields;
    if (change.action == Action::changed) {
        auto const changed = json::parse(change.fields);
        for (auto const& [name, _] : changed.as_object())
            fields.emplace_back(name);
    }
    std::ranges::sort(fields);
    return line(table.name, names.number_of(table.index, change.record_id), change.version, change.action, fields);
}

/// The old and new values, with numbers in the place of ids.
std::string values(Change const& change, Names const& names)
{
    auto const& table = record::table_named(change.record);
    if (change.fields.empty())
        return {};
    auto  parsed = json::parse(change.fields);
    auto& fields = parsed.as_object();
    fields.erase("operation_id");
    for (auto& [name, both] : fields) {
        auto const column = table.position(name);
        auto const other  = name == "id" ? table.name : table.columns[column].refers_to;
        if (!other.empty())
            for (auto& value : both.as_array())
                if (value.is_int64())
                    value = names.number_of(record::table_named(other).index, value.get_int64());
    }
    return json::serialize(fields);
}

template <class Record>
class AskHistory : public Question {
public:
    explicit AskHistory(Given const& given) : id_{any_id<Record>(given)} {}

    void show(std::ostream& out) const override { out << place() << "the history of " << told(id_); }

private:
    void ask(Books const& books, Paper const&, Lines& lines) const override
    {
        for (auto const& piece : books.pieces)
            for (auto const& noted : piece.changes)
                if (noted.type == record_index<Record> && noted.number == id_.value)
                    lines.push_back(line(noted));
        std::ranges::reverse(lines);
    }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        for (auto const& change : reading.history(desk.names.id_of(id_))) {
            answer.told.push_back(line(change, desk.names));
            answer.beside.push_back(values(change, desk.names));
        }
    }

    Id<Record> id_;
};

/// What a case was since when, state by state.
class AskStates : public Question {
public:
    explicit AskStates(Given const& given) : id_{any_id<Case>(given)} {}

    void show(std::ostream& out) const override { out << place() << "the states of " << told(id_); }

private:
    static std::string line(CaseState state)
    {
        state.id           = {};
        state.operation_id = 0;
        return told(state);
    }
    void ask(Books const& books, Paper const&, Lines& lines) const override
    {
        for (auto const& [_, state] : books.all<CaseState>())
            if (state.case_id == id_)
                lines.push_back(line(state));
    }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto const condition = field(&CaseState::case_id) == desk.names.id_of(id_);
        for (auto const& state : reading.find<CaseState>(condition, {.order = {{"seq"}}, .limit = 1000}).records)
            answer.told.push_back(line(desk.names.for_paper(state)));
    }

    Id<Case> id_;
};

class ReadFeed : public Step {
public:
    explicit ReadFeed(Given const&) {}

    void show(std::ostream& out) const override { out << limit_ << " operations of the feed after the first " << after_; }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        auto const& pieces = paper.committed.pieces;
        for (auto i = after_; i < pieces.size() && i < after_ + limit_; ++i) {
            lines.push_back(std::to_string(i + 1) + " by " + told(pieces[i].who) + " at " + told(pieces[i].began));
            Lines changes;
            for (auto const& noted : pieces[i].changes)
                changes.push_back("  " + line(noted));
            std::ranges::sort(changes);
            std::ranges::copy(changes, std::back_inserter(lines));
        }
    }
    void at(Desk& desk, Answer& answer) const override
    {
        for (auto const& entry : desk.feed(static_cast<std::int64_t>(after_), limit_)) {
            auto const who = desk.names.for_paper(entry.operation).operator_id;
            answer.told.push_back(std::to_string(desk.piece_of(entry.position)) + " by " + told(who) + " at " + told(entry.operation.at));
            Lines changes;
            for (auto const& change : entry.changes) {
                changes.push_back("  " + line(change, desk.names));
                answer.beside.push_back(line(change, desk.names) + ' ' + values(change, desk.names));
            }
            std::ranges::sort(changes);
            std::ranges::copy(changes, std::back_inserter(answer.told));
        }
    }
    bool is_for(Desk const& desk, Paper const& paper) const override { return desk.has_readers_beside() || !paper.working; }

    std::size_t after_ = *rc::gen::inRange<std::size_t>(0, 40), limit_ = *rc::gen::inRange<std::size_t>(1, 6);
};

}  // namespace

rc::Gen<StepPtr> any_question(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{4, any<Find<Case>>(given)}, {3, any<Find<Subject>>(given)}, {4, any<AskTimeline>(given)}, {3, any<AskFunnel>(given)}, {2, any<AskHistory<Case>>(given)},
                                            {1, any<AskHistory<Subject>>(given)}, {1, any<AskHistory<Contact>>(given)}, {2, any<AskStates>(given)}, {2, any<ReadFeed>(given)}});
}

}  // namespace crm::test::machine
