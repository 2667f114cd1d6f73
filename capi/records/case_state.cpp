#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_case_state, (), (struct_size, given, id, case_id, seq, valid_at, recorded_at, operation_id,
                                           operator_id, type_id, phase_id, previous_phase_id, subject_id, keeper_id,
                                           expected, stage, entered, probability, outcome))

CRM_READ_ONLY_RECORD_IN_C(CaseState, case_state, 136)
