#include "border.hpp"

struct crm_error {
    crm_status      status;
    std::string     message;
    crm::Violations violations;
    crm::Clashes    clashes;
};

namespace {

char const* violation_text(crm_error const* error, size_t index, std::string crm::Violation::*text)
{
    return index < crm_error_violations(error) ? (error->violations[index].*text).c_str() : nullptr;
}

}  // namespace

crm_status crm::capi::report(crm_error** out, ErrorCode code, char const* message, Violations const& violations,
                             Clashes const& clashes) noexcept
{
    auto const status = static_cast<crm_status>(code);  // the numbers of ErrorCode are those of crm.h
    if (!out)
        return status;
    try {
        *out = new crm_error{status, message, violations, clashes};
    } catch (...) {
        *out = nullptr;
    }
    return status;
}

crm_status crm_error_status(const crm_error* error)
{
    return error ? error->status : CRM_OUT_OF_MEMORY;
}

const char* crm_error_message(const crm_error* error)
{
    return error ? error->message.c_str() : "There is not enough memory.";
}

size_t crm_error_violations(const crm_error* error)
{
    return error ? error->violations.size() : 0;
}

const char* crm_error_code(const crm_error* error, size_t index)
{
    return violation_text(error, index, &crm::Violation::code);
}

const char* crm_error_field(const crm_error* error, size_t index)
{
    return violation_text(error, index, &crm::Violation::field);
}

const char* crm_error_remedy(const crm_error* error, size_t index)
{
    return violation_text(error, index, &crm::Violation::message);
}

size_t crm_error_position(const crm_error* error, size_t index)
{
    return index < crm_error_violations(error) ? error->violations[index].position : 0;
}

size_t crm_error_clashes(const crm_error* error)
{
    return error ? error->clashes.size() : 0;
}

crm_clash crm_error_clash(const crm_error* error, size_t index)
{
    if (index >= crm_error_clashes(error))
        return {};
    auto const& clash = error->clashes[index];
    return {clash.column.c_str(), clash.original.c_str(), clash.yours.c_str(), clash.theirs.c_str()};
}

crm_error* crm_error_new(crm_status status, const char* message)
{
    crm_error* error = nullptr;
    crm::capi::report(&error, static_cast<crm::ErrorCode>(status), message ? message : "");
    return error;
}

void crm_error_free(crm_error* error)
{
    delete error;
}
