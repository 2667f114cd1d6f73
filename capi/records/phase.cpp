#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_phase, (), (struct_size, given, id, revision, scheme_id, code, name, stage, ordinal,
                                      probability, reserved))

CRM_RECORD_IN_C(Phase, phase, 120)
