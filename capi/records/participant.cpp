#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_participant, (), (struct_size, given, id, revision, contact_id, operator_id, person_id,
                                            address, role, reserved))

CRM_RECORD_IN_C(Participant, participant, 112)
