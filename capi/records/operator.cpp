#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_operator, (), (struct_size, given, id, revision, code, name, email, is_active, reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_operator> = std::to_array<GivenBit>(
    {{"is_active", CRM_OPERATOR_IS_ACTIVE}});

CRM_RECORD_IN_C(Operator, operator, 120)
