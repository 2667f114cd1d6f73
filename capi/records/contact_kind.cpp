#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_contact_kind, (), (struct_size, given, id, revision, code, name, medium, reserved))

CRM_RECORD_IN_C(ContactKind, contact_kind, 104)
