#include "handles.hpp"
#include "list.hpp"

BOOST_DESCRIBE_STRUCT(crm_plan_row, (), (struct_size, given, planned, actual, difference, basis_points, side, category))
BOOST_DESCRIBE_STRUCT(crm_overrun_query, (), (struct_size, side, limit))
BOOST_DESCRIBE_STRUCT(crm_overrun, (), (struct_size, given, case_id, number, title, planned, actual, difference,
                                        basis_points))

namespace crm {
BOOST_DESCRIBE_STRUCT(PlanRow, (), (side, category, planned, actual, difference, basis_points))
BOOST_DESCRIBE_STRUCT(OverrunQuery, (), (limit, side))
BOOST_DESCRIBE_STRUCT(Overrun, (), (case_id, number, title, planned, actual, difference, basis_points))
}

template <>
inline constexpr auto crm::capi::given_bits<crm_plan_row> = std::to_array<GivenBit>(
    {{"basis_points", CRM_PLAN_ROW_BASIS_POINTS}});
template <>
inline constexpr auto crm::capi::given_bits<crm_overrun> = std::to_array<GivenBit>(
    {{"basis_points", CRM_OVERRUN_BASIS_POINTS}});

namespace crm::capi {
CRM_COUNTERPART_IN_C(PlanRow, crm_plan_row, 72)
CRM_COUNTERPART_IN_C(OverrunQuery, crm_overrun_query, 16)
CRM_COUNTERPART_IN_C(Overrun, crm_overrun, 104)
}

using namespace crm::capi;

crm_status crm_plan_against_actual(crm_reader* reader, crm_id case_id, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        *out = make_list<crm_plan_row>(reading(reader).plan_against_actual({case_id}));
    });
}

crm_status crm_plan_row_at(const crm_list* list, size_t index, crm_plan_row* out, crm_error** error)
{
    return element_at(list, index, out, error);
}

crm_status crm_overruns(crm_reader* reader, const crm_overrun_query* query, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        crm::OverrunQuery asked;
        fields_from_c(read_options(query), asked);
        *out = make_list<crm_overrun>(reading(reader).overruns(asked));
    });
}

crm_status crm_overrun_at(const crm_list* list, size_t index, crm_overrun* out, crm_error** error)
{
    return element_at(list, index, out, error);
}
