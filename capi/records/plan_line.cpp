#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_plan_line, (), (struct_size, given, id, revision, case_id, planned, description, side,
                                          category, planned_on, reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_plan_line> = std::to_array<GivenBit>(
    {{"planned_on", CRM_PLAN_LINE_PLANNED_ON}});

CRM_RECORD_IN_C(PlanLine, plan_line, 120)
