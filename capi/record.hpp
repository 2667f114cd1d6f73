// What every record can do in C: a file for each says its fields, and nothing else.
#pragma once

#include "handles.hpp"
#include "list.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace crm::capi {

// ---- Reading -------------------------------------------------------------------------------------------------------

template <class Record, class CStruct>
crm_status get_record(crm_reader* reader, crm_id id, CStruct* out, crm_error** error)
{
    return guarded(error, [&] {
        known_size(required(out, "out"));
        auto  found = reading(reader).get(Id<Record>{id});
        auto& lent  = std::get<Record>(reader->lent);
        lent        = std::move(found);
        CStruct c{};
        fields_to_c(lent, c);
        write_struct(out, c);
    });
}

Condition condition_of(char const* text);
Paging    paging_of(crm_paging const* paging);

template <class Record, class CStruct>
crm_status find_records(crm_reader* reader, char const* condition, crm_paging const* paging, crm_list** out,
                        crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        auto page = reading(reader).find<Record>(condition_of(condition), paging_of(paging));
        *out      = make_list<CStruct>(std::move(page.records), std::move(page.next));
    });
}

template <class Record>
crm_status count_records(crm_reader* reader, char const* condition, crm_bool with_archived, std::int64_t* out,
                         crm_error** error)
{
    return guarded(error, [&] {
        bool archived_too = false;
        from_c(with_archived, archived_too);
        required(out, "out") = reading(reader).count<Record>(condition_of(condition), archived_too);
    });
}

crm_list* list_of_changes(std::vector<Change> changes);

template <class Record>
crm_status history_of(crm_reader* reader, crm_id id, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        *out = list_of_changes(reading(reader).history(Id<Record>{id}));
    });
}

// ---- Writing -------------------------------------------------------------------------------------------------------

/// The caller's own struct is changed only in what the call decides.
template <class Record, class CStruct>
void write_key(Record const& record, CStruct& out)
{
    to_c(record.id, out.id);
    to_c(record.revision, out.revision);
}

template <class Record, class CStruct>
Record new_record_of(CStruct const* given)
{
    Record record;
    fields_from_c(read_struct(given), record);
    return record;
}

/// All or none. `add`: which of the two ways to add them.
template <class Record, class CStruct>
crm_status add_records(crm_work* work, CStruct* new_records, std::size_t count, crm_error** error,
                       void (Work::*add)(std::span<Record>) = &Work::add)
{
    return guarded(error, [&] {
        auto&               to = working(work);
        std::vector<Record> records;
        for_each_struct(new_records, count, [&](CStruct& c) { records.push_back(new_record_of<Record>(&c)); });
        (to.*add)(records);
        auto next = records.begin();
        for_each_struct(new_records, count, [&](CStruct& c) { write_key(*next++, c); });
    });
}

template <class Record, class CStruct>
crm_status add_record(crm_work* work, CStruct* new_record, crm_error** error)
{
    return guarded(error, [&] {
        auto record = new_record_of<Record>(new_record);
        working(work).add(record);
        write_key(record, *new_record);
    });
}

/// An older caller's record, with what it does not know as it is stored.
template <class Record, class CStruct>
Record changed_record_of(CStruct const* given, Work& work)
{
    auto const known  = read_struct(given);
    auto       record = known.struct_size < sizeof known ? work.get(Id<Record>{known.id}) : Record{};
    fields_from_c(known, record);
    return record;
}

template <class Record, class CStruct>
crm_status save_record(crm_work* work, CStruct* changed, crm_error** error)
{
    return guarded(error, [&] {
        auto record = changed_record_of<Record>(changed, working(work));
        working(work).save(record);
        write_key(record, *changed);
    });
}

}  // namespace crm::capi

/// The functions that read records, and the promises about their struct. `size`: of the struct when it came.
#define CRM_READ_ONLY_RECORD_IN_C(Record, name, size)                                                                 \
    namespace crm::capi {                                                                                             \
    CRM_COUNTERPART_IN_C(Record, crm_##name, size)                                                                    \
    }                                                                                                                 \
    crm_status crm_##name##_get(crm_reader* reader, crm_id id, crm_##name* out, crm_error** error)                    \
    {                                                                                                                 \
        return crm::capi::get_record<crm::Record>(reader, id, out, error);                                            \
    }                                                                                                                 \
    crm_status crm_##name##_find(crm_reader* reader, const char* condition, const crm_paging* paging, crm_list** out, \
                                 crm_error** error)                                                                   \
    {                                                                                                                 \
        return crm::capi::find_records<crm::Record, crm_##name>(reader, condition, paging, out, error);               \
    }                                                                                                                 \
    crm_status crm_##name##_at(const crm_list* list, size_t index, crm_##name* out, crm_error** error)                \
    {                                                                                                                 \
        return crm::capi::element_at(list, index, out, error);                                                        \
    }                                                                                                                 \
    crm_status crm_##name##_count(crm_reader* reader, const char* condition, crm_bool with_archived, int64_t* out,    \
                                  crm_error** error)                                                                  \
    {                                                                                                                 \
        return crm::capi::count_records<crm::Record>(reader, condition, with_archived, out, error);                   \
    }

/// The same, and the functions that write them.
#define CRM_RECORD_IN_C(Record, name, size)                                                                           \
    CRM_READ_ONLY_RECORD_IN_C(Record, name, size)                                                                     \
    crm_status crm_##name##_history(crm_reader* reader, crm_id id, crm_list** out, crm_error** error)                 \
    {                                                                                                                 \
        return crm::capi::history_of<crm::Record>(reader, id, out, error);                                            \
    }                                                                                                                 \
    crm_status crm_##name##_add(crm_work* work, crm_##name* new_record, crm_error** error)                            \
    {                                                                                                                 \
        return crm::capi::add_record<crm::Record>(work, new_record, error);                                           \
    }                                                                                                                 \
    crm_status crm_##name##_add_all(crm_work* work, crm_##name* new_records, size_t count, crm_error** error)         \
    {                                                                                                                 \
        return crm::capi::add_records<crm::Record>(work, new_records, count, error);                                  \
    }                                                                                                                 \
    crm_status crm_##name##_add_with_ids(crm_work* work, crm_##name* records, size_t count, crm_error** error)        \
    {                                                                                                                 \
        return crm::capi::add_records<crm::Record>(work, records, count, error, &crm::Work::add_with_ids);            \
    }                                                                                                                 \
    crm_status crm_##name##_save(crm_work* work, crm_##name* changed, crm_error** error)                              \
    {                                                                                                                 \
        return crm::capi::save_record<crm::Record>(work, changed, error);                                             \
    }                                                                                                                 \
    crm_status crm_##name##_archive(crm_work* work, crm_id id, crm_error** error)                                     \
    {                                                                                                                 \
        return crm::capi::guarded(error, [&] { crm::capi::working(work).archive(crm::Id<crm::Record>{id}); });        \
    }                                                                                                                 \
    crm_status crm_##name##_restore(crm_work* work, crm_id id, crm_error** error)                                     \
    {                                                                                                                 \
        return crm::capi::guarded(error, [&] { crm::capi::working(work).restore(crm::Id<crm::Record>{id}); });        \
    }                                                                                                                 \
    crm_status crm_##name##_remove(crm_work* work, crm_id id, crm_error** error)                                      \
    {                                                                                                                 \
        return crm::capi::guarded(error, [&] { crm::capi::working(work).remove(crm::Id<crm::Record>{id}); });         \
    }
