#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_address, (), (struct_size, given, id, revision, party_id, street, building, flat,
                                        postal_code, city, region, country, kind, is_default))

CRM_RECORD_IN_C(Address, address, 192)
