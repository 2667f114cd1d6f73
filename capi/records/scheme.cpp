#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_scheme, (), (struct_size, given, id, revision, code, name))

CRM_RECORD_IN_C(Scheme, scheme, 96)
