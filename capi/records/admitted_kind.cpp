#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_admitted_kind, (), (struct_size, given, id, revision, type_id, kind_id))

CRM_RECORD_IN_C(AdmittedKind, admitted_kind, 80)
