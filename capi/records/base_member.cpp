#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_base_member, (), (struct_size, given, id, revision, base_id, subject_id, reason,
                                            is_excluded, reserved))

CRM_RECORD_IN_C(BaseMember, base_member, 104)
