#include "handles.hpp"
#include "list.hpp"

BOOST_DESCRIBE_STRUCT(crm_funnel_query, (), (struct_size, given, type, as_of, keeper_id, with_internal, reserved))
BOOST_DESCRIBE_STRUCT(crm_funnel_row, (), (struct_size, stage, phase_id, phase, name, count, sum, weighted, ordinal,
                                           reserved))

namespace crm {
BOOST_DESCRIBE_STRUCT(FunnelQuery, (), (type, as_of, keeper_id, with_internal))
BOOST_DESCRIBE_STRUCT(FunnelRow, (), (phase, name, stage, ordinal, phase_id, count, sum, weighted))
}

template <>
inline constexpr auto crm::capi::given_bits<crm_funnel_query> = std::to_array<GivenBit>(
    {{"as_of", CRM_FUNNEL_QUERY_AS_OF}});

namespace crm::capi {
CRM_COUNTERPART_IN_C(FunnelQuery, crm_funnel_query, 40)
CRM_COUNTERPART_IN_C(FunnelRow, crm_funnel_row, 96)
}

using namespace crm::capi;

crm_status crm_funnel(crm_reader* reader, const crm_funnel_query* query, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        crm::FunnelQuery asked;
        fields_from_c(read_options(query), asked);
        *out = make_list<crm_funnel_row>(reading(reader).funnel(asked));
    });
}

crm_status crm_funnel_at(const crm_list* list, size_t index, crm_funnel_row* out, crm_error** error)
{
    return element_at(list, index, out, error);
}
