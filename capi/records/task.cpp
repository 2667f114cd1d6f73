#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_task, (), (struct_size, given, id, revision, title, responsible_id, subject_id, person_id,
                                     case_id, contact_id, due_at, done_at, done_by, result, description, status,
                                     priority))

template <>
inline constexpr auto crm::capi::given_bits<crm_task> = std::to_array<GivenBit>(
    {{"due_at", CRM_TASK_DUE_AT}, {"done_at", CRM_TASK_DONE_AT}});

CRM_RECORD_IN_C(Task, task, 184)
