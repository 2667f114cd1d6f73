#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_subject, (), (struct_size, given, id, revision, number, party_id, keeper_id, source,
                                        industry, parent_id, kind, status, is_own, reserved))

CRM_RECORD_IN_C(Subject, subject, 152)
