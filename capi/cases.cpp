#include "handles.hpp"
#include "pairing.hpp"

using namespace crm::capi;

crm_status crm_case_enter_phase(crm_work* work, crm_id case_id, const char* phase_code, crm_error** error)
{
    return guarded(error, [&] {
        working(work).enter_phase({case_id}, std::string_view{&required(phase_code, "phase_code")});
    });
}

crm_status crm_case_enter_phase_at(crm_work* work, crm_id case_id, crm_id phase_id, const crm_instant* at,
                                   crm_error** error)
{
    return guarded(error, [&] {
        working(work).enter_phase({case_id}, crm::Id<crm::Phase>{phase_id}, optional_instant(at));
    });
}

crm_status crm_case_close(crm_work* work, crm_id case_id, crm_case_outcome outcome, crm_text reason, const crm_instant* at,
                          crm_error** error)
{
    return guarded(error, [&] {
        working(work).close({case_id}, enumerator<crm::CaseOutcome>(outcome), text_of(reason), optional_instant(at));
    });
}

crm_status crm_case_reopen(crm_work* work, crm_id case_id, crm_text reason, const char* phase_code, const crm_instant* at,
                           crm_error** error)
{
    return guarded(error, [&] {
        working(work).reopen({case_id}, text_of(reason), word(phase_code), optional_instant(at));
    });
}

crm_status crm_case_hand_over(crm_work* work, crm_id case_id, crm_id keeper_id, crm_error** error)
{
    return guarded(error, [&] { working(work).hand_over({case_id}, {keeper_id}); });
}

crm_status crm_case_hand_over_all(crm_work* work, crm_id from_id, crm_id to_id, size_t* count, crm_error** error)
{
    return guarded(error, [&] {
        auto const handed = working(work).hand_over_all({from_id}, {to_id});
        if (count)
            *count = handed;
    });
}

crm_status crm_phase_remove_moving(crm_work* work, crm_id phase_id, crm_id move_to_id, crm_error** error)
{
    return guarded(error, [&] {
        std::optional<crm::Id<crm::Phase>> move_to;
        from_c(move_to_id, move_to);
        working(work).remove_phase({phase_id}, move_to);
    });
}
