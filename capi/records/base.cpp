#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_base, (), (struct_size, given, id, revision, code, name, parent_id, criterion, description))

CRM_RECORD_IN_C(Base, base, 136)
