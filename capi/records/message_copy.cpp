#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_message_copy, (), (struct_size, given, id, revision, message_ref, mailbox, folder, owner_id,
                                             seen_at, differs_id))

CRM_RECORD_IN_C(MessageCopy, message_copy, 128)
