// How this library calls libcrm-c: through crm.h alone, so that no object crosses two copies of crm's C++.
#pragma once

#include "../border.hpp"

#include <crm.h>

#include <memory>

namespace crm::capi {

struct Free {
    void operator()(crm_error* error) const { crm_error_free(error); }
    void operator()(crm_work* work) const { crm_work_free(work); }
    void operator()(crm_list* list) const { crm_list_free(list); }
};
using ErrorPtr = std::unique_ptr<crm_error, Free>;
using WorkPtr  = std::unique_ptr<crm_work, Free>;
using ListPtr  = std::unique_ptr<crm_list, Free>;

/// What a call of crm.h failed with, on its way to our own caller.
struct Failed {
    crm_status status;
    ErrorPtr   error;
};

/// `call(error)` calls a function of crm.h.
template <class Call>
void demand(Call const& call)
{
    crm_error* error = nullptr;
    if (auto const status = call(&error); status != CRM_OK)
        throw Failed{status, ErrorPtr{error}};
}

/// guarded(), which lets through what crm.h failed with.
template <class Body>
crm_status guarded_call(crm_error** error, Body const& body) noexcept
{
    Failed     failed{CRM_OK, nullptr};
    auto const status = guarded(error, [&] {
        try {
            body();
        } catch (Failed& failure) {
            failed = std::move(failure);
        }
    });
    if (failed.status == CRM_OK)
        return status;
    if (error)
        *error = failed.error.release();
    return failed.status;
}

}  // namespace crm::capi
