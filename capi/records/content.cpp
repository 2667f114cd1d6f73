#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_content, (), (struct_size, given, id, revision, sha256, size, bytes))

CRM_RECORD_IN_C(Content, content, 104)
