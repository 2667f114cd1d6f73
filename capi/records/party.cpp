#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_party, (), (struct_size, given, id, revision, name, short_name, given_name, middle_names,
                                      family_name, title, citizenship, language, name_key, birth_date, reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_party> = std::to_array<GivenBit>(
    {{"birth_date", CRM_PARTY_BIRTH_DATE}});

CRM_RECORD_IN_C(Party, party, 216)
