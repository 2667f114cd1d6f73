#include "timeline.hpp"

#include "records_in.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crm::store {

namespace {

/// Whom a record concerns, through itself and through what it is linked with.
struct About {
    std::set<std::int64_t> subjects, persons, cases;

    template <class Record>
    void add(Record const& link)
    {
        if (link.subject_id)
            subjects.insert(link.subject_id->value);
        if (link.person_id)
            persons.insert(link.person_id->value);
        if constexpr (requires { link.case_id; })
            if (link.case_id)
                cases.insert(link.case_id->value);
    }
};

/// One id of each thing asked for must be among those of the record.
bool concerns(About const& about, TimelineQuery const& query)
{
    return (!query.subject_id || about.subjects.contains(query.subject_id->value)) &&
           (!query.person_id || about.persons.contains(query.person_id->value)) &&
           (!query.case_id || about.cases.contains(query.case_id->value));
}

class Telling {
public:
    Telling(MemoryTables const& tables, TimelineQuery const& query) : tables_{tables}, query_{query} {}

    Timeline tell()
    {
        tell_contacts();
        tell_notes();
        tell_tasks();
        tell_documents();
        tell_phase_changes();
        std::ranges::sort(entries_, std::ranges::greater{}, &TimelineEntry::place);
        entries_.resize(std::min(entries_.size(), query_.limit));
        return std::move(entries_);
    }

private:
    void tell_contacts()
    {
        std::map<std::int64_t, About>        linked;
        std::map<std::int64_t, Id<Operator>> employees;  // of a contact, the first
        for (auto const& link : records_in<ContactCase>(tables_))
            linked[link.contact_id.value].cases.insert(link.case_id.value);
        for (auto const& participant : records_in<Participant>(tables_)) {
            if (participant.person_id)
                linked[participant.contact_id.value].persons.insert(participant.person_id->value);
            if (participant.operator_id)
                employees.try_emplace(participant.contact_id.value, *participant.operator_id);
        }

        for (auto const& contact : records_in_use<Contact>(tables_)) {
            auto& about = linked[contact.id.value];
            about.add(contact);
            add(about, {.kind        = TimelineKind::contact,
                        .at          = contact.at,
                        .id          = contact.id.value,
                        .operator_id = employees.try_emplace(contact.id.value, contact.revision.created_by).first->second,
                        .title       = contact.summary,
                        .detail      = record_of(tables_, contact.kind_id).code});
        }
    }

    void tell_notes()
    {
        for (auto const& note : records_in_use<Note>(tables_))
            add(about(note), {.kind        = TimelineKind::note,
                              .at          = note.written_at,
                              .id          = note.id.value,
                              .operator_id = note.author_id.value_or(note.revision.created_by),
                              .case_id     = note.case_id.value_or(Id<Case>{}).value,
                              .title       = note.title});
    }

    void tell_tasks()
    {
        for (auto const& task : records_in_use<Task>(tables_)) {
            TimelineEntry entry{.kind        = TimelineKind::task_created,
                                .at          = task.revision.created_at,
                                .id          = task.id.value,
                                .operator_id = task.responsible_id,
                                .case_id     = task.case_id.value_or(Id<Case>{}).value,
                                .title       = task.title};
            add(about(task), entry);
            if (!task.done_at)
                continue;
            entry.kind        = TimelineKind::task_done;
            entry.at          = *task.done_at;
            entry.operator_id = task.done_by.value_or(task.responsible_id);
            add(about(task), entry);
        }
    }

    void tell_documents()
    {
        std::map<std::int64_t, About> linked;
        for (auto const& link : records_in<DocumentLink>(tables_))
            linked[link.document_id.value].add(link);

        for (auto const& document : records_in_use<Document>(tables_))
            add(linked[document.id.value], {.kind        = TimelineKind::document,
                                            .at          = document.received_at.value_or(document.revision.created_at),
                                            .id          = document.id.value,
                                            .operator_id = document.revision.created_by,
                                            .title       = document.title,
                                            .detail      = document.kind});
    }

    /// A case's phases are told where the case belongs now.
    void tell_phase_changes()
    {
        for (auto const& state : records_in<CaseState>(tables_)) {
            if (!state.entered)
                continue;
            auto const its_case  = record_of(tables_, state.case_id);
            auto       concerned = about(its_case);
            concerned.cases.insert(its_case.id.value);
            add(concerned, {.kind        = TimelineKind::phase_change,
                            .at          = state.valid_at,
                            .id          = state.id.value,
                            .operator_id = state.operator_id.value_or(Id<Operator>{}),
                            .case_id     = state.case_id.value,
                            .title       = record_of(tables_, state.phase_id).code,
                            .detail      = left_phase(state)});
        }
    }

    [[nodiscard]] std::string left_phase(CaseState const& state) const
    {
        return state.previous_phase_id ? record_of(tables_, *state.previous_phase_id).code : std::string{};
    }

    template <class Record>
    [[nodiscard]] static About about(Record const& record)
    {
        About about;
        about.add(record);
        return about;
    }

    void add(About const& about, TimelineEntry const& entry)
    {
        if (query_.wants(entry.kind) && concerns(about, query_) && (!query_.after || entry.place() < *query_.after))
            entries_.push_back(entry);
    }

    MemoryTables const&  tables_;
    TimelineQuery const& query_;
    Timeline             entries_;
};

}  // namespace

Timeline timeline_of(MemoryTables const& tables, TimelineQuery const& query)
{
    return Telling{tables, query}.tell();
}

}  // namespace crm::store
