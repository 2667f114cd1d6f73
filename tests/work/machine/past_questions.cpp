// The history of a record, the states of a case, and the feed.
#include "question.hpp"
#include "record/table.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace crm::test::machine {

namespace {

namespace json = boost::json;

std::string line(std::string_view record, std::int64_t number, std::int64_t version, Action action, Lines const& fields)
{
    std::string text = std::string{record} + ' ' + std::to_string(number) + ' ' + std::string{enum_name(action)} + " v" +
                       std::to_string(version);
    for (auto const& field : fields)
        text += ' ' + field;
    return text;
}

std::string line(Noted const& noted)
{
    auto const& table = record::tables()[noted.type];
    bool const  named = noted.type == record_index<Party> || noted.type == record_index<Subject> ||
                       noted.type == record_index<Person> || noted.type == record_index<Base> ||
                       noted.type == record_index<Case> || noted.type == record_index<Contact> ||
                       noted.type == record_index<Note> || noted.type == record_index<Task>;
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
            answer.told.push_back(std::to_string(desk.piece_of(entry.position)) + " by " + told(who) + " at " +
                                  told(entry.operation.at));
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

rc::Gen<StepPtr> any_question_of_past(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{2, any<AskHistory<Case>>(given)},
                                            {1, any<AskHistory<Subject>>(given)},
                                            {1, any<AskHistory<Contact>>(given)},
                                            {2, any<AskStates>(given)},
                                            {2, any<ReadFeed>(given)}});
}

}  // namespace crm::test::machine
