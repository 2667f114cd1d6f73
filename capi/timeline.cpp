#include "handles.hpp"
#include "list.hpp"

BOOST_DESCRIBE_STRUCT(crm_timeline_query, (), (struct_size, given, subject_id, person_id, case_id, after, limit, kinds))
BOOST_DESCRIBE_STRUCT(crm_timeline_entry, (), (struct_size, kind, at, id, operator_id, case_id, title, detail))

namespace crm {
BOOST_DESCRIBE_STRUCT(TimelineQuery, (), (subject_id, person_id, case_id, after, limit, kinds))
BOOST_DESCRIBE_STRUCT(TimelineEntry, (), (kind, at, id, operator_id, case_id, title, detail))
}

namespace crm::capi {

CRM_COUNTERPART_IN_C(TimelineQuery, crm_timeline_query, 64)
CRM_COUNTERPART_IN_C(TimelineEntry, crm_timeline_entry, 72)

void from_c(crm_timeline_place const& given, std::optional<TimelinePlace>& place)
{
    place.reset();
    if (given.id == 0)
        return;
    place.emplace().id = given.id;
    from_c(given.at, place->at);
    from_c(given.kind, place->kind);
}

void from_c(std::uint64_t given, std::set<TimelineKind>& kinds)
{
    kinds.clear();
    for (std::int32_t kind = 0; given != 0; ++kind, given >>= 1)
        if ((given & 1) != 0) {
            if (kind == 0)
                throw InvalidArgument{"There is no kind 0 of entries in a timeline: name those wanted by CRM_TIMELINE_KINDS()."};
            TimelineKind wanted{};
            from_c(kind, wanted);
            kinds.insert(wanted);
        }
}

}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_timeline(crm_reader* reader, const crm_timeline_query* query, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        crm::TimelineQuery asked;
        fields_from_c(read_struct(query), asked);
        *out = make_list<crm_timeline_entry>(reading(reader).timeline(asked));
    });
}

crm_status crm_timeline_at(const crm_list* list, size_t index, crm_timeline_entry* out, crm_error** error)
{
    return element_at(list, index, out, error);
}
