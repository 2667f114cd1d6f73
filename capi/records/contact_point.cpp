#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_contact_point, (), (struct_size, given, id, revision, party_id, value, value_key, domain,
                                              label, kind, is_primary, is_private, do_not_use))

CRM_RECORD_IN_C(ContactPoint, contact_point, 152)
