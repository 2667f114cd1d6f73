#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_contact_case, (), (struct_size, given, id, revision, contact_id, case_id))

CRM_RECORD_IN_C(ContactCase, contact_case, 80)
