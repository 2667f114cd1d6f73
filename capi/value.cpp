#include "pairing.hpp"

using namespace crm::capi;

const char* crm_version(void)
{
    return CRM_VERSION;
}

crm_status crm_money_parse(const char* text, crm_money* out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        to_c(crm::Money::parse(&required(text, "text")), *out);
    });
}
