#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_contact, (), (struct_size, given, id, revision, kind_id, subject_id, person_id, at,
                                        ended_at, summary, body, place, thread_id, direction, status, is_automatic,
                                        evaluation))

template <>
inline constexpr auto crm::capi::given_bits<crm_contact> = std::to_array<GivenBit>(
    {{"ended_at", CRM_CONTACT_ENDED_AT}, {"evaluation", CRM_CONTACT_EVALUATION}});

CRM_RECORD_IN_C(Contact, contact, 176)

crm_status crm_contact_add_with(crm_work* work, crm_contact* new_contact, crm_ids employees, crm_error** error)
{
    using namespace crm::capi;
    return guarded(error, [&] {
        std::vector<crm::Id<crm::Operator>> who;
        from_c(employees, who);
        auto&      to = working(work);
        auto const id = to.add_contact(new_record_of<crm::Contact>(new_contact), who);
        write_key(to.get(id), *new_contact);
    });
}
