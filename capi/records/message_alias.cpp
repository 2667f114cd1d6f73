#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_message_alias, (), (struct_size, given, id, revision, message_ref, key))

CRM_RECORD_IN_C(MessageAlias, message_alias, 88)
