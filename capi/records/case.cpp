#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_case, (), (struct_size, given, id, revision, number, title, type_id, phase_id, keeper_id,
                                     subject_id, person_id, parent_id, expected, opened_at, closed_at, reason, source,
                                     description, stage, probability, expected_close_on, outcome))

template <>
inline constexpr auto crm::capi::given_bits<crm_case> = std::to_array<GivenBit>({
    {"closed_at", CRM_CASE_CLOSED_AT},
    {"probability", CRM_CASE_PROBABILITY},
    {"expected_close_on", CRM_CASE_EXPECTED_CLOSE_ON},
});

CRM_RECORD_IN_C(Case, case, 240)
