#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_operation, (), (struct_size, given, id, operator_id, at, cause, stamp, key))

CRM_READ_ONLY_RECORD_IN_C(Operation, operation, 72)
