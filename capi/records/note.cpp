#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_note, (), (struct_size, given, id, revision, subject_id, person_id, contact_id, task_id,
                                     case_id, author_id, written_at, title, body, is_private, is_pinned))

CRM_RECORD_IN_C(Note, note, 160)
