#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_case_type, (), (struct_size, given, id, revision, code, name, scheme_id))

CRM_RECORD_IN_C(CaseType, case_type, 104)
