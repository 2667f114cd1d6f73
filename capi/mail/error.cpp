#include "../border.hpp"

crm_status crm::capi::report(crm_error** out, ErrorCode code, char const* message, Violations const&, Clashes const&) noexcept
{
    auto const status = static_cast<crm_status>(code);
    if (out)
        *out = crm_error_new(status, message);
    return status;
}
