#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_identifier, (), (struct_size, given, id, revision, party_id, value, kind, since, until,
                                           reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_identifier> = std::to_array<GivenBit>(
    {{"since", CRM_IDENTIFIER_SINCE}, {"until", CRM_IDENTIFIER_UNTIL}});

CRM_RECORD_IN_C(Identifier, identifier, 104)
