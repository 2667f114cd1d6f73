#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_person, (), (struct_size, given, id, revision, subject_id, party_id, salutation, position,
                                       department, superior_id, source, subject_kind, decision_role, active_since,
                                       active_until))

template <>
inline constexpr auto crm::capi::given_bits<crm_person> = std::to_array<GivenBit>(
    {{"active_since", CRM_PERSON_ACTIVE_SINCE}, {"active_until", CRM_PERSON_ACTIVE_UNTIL}});

CRM_RECORD_IN_C(Person, person, 168)
