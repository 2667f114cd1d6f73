#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_document_link, (), (struct_size, given, id, revision, document_id, subject_id, person_id,
                                              case_id, contact_id, task_id, note_id, message_ref))

CRM_RECORD_IN_C(DocumentLink, document_link, 128)
