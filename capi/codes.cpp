#include "handles.hpp"
#include "pairing.hpp"

using namespace crm::capi;

namespace {

/// Asks for the id of what has a code.
template <class Ask>
crm_status id_of(char const* code, crm_id* out, crm_error** error, Ask const& ask)
{
    return guarded(error, [&] {
        required(out, "out");
        to_c(ask(std::string_view{&required(code, "code")}), *out);
    });
}

}  // namespace

crm_status crm_operator_id(crm_reader* reader, const char* code, crm_id* out, crm_error** error)
{
    return id_of(code, out, error, [&](auto known) { return reading(reader).operator_id(known); });
}

crm_status crm_base_id(crm_reader* reader, const char* code, crm_id* out, crm_error** error)
{
    return id_of(code, out, error, [&](auto known) { return reading(reader).base(known); });
}

crm_status crm_contact_kind_id(crm_reader* reader, const char* code, crm_id* out, crm_error** error)
{
    return id_of(code, out, error, [&](auto known) { return reading(reader).contact_kind(known); });
}

crm_status crm_case_type_id(crm_reader* reader, const char* code, crm_id* out, crm_error** error)
{
    return id_of(code, out, error, [&](auto known) { return reading(reader).case_type(known); });
}

crm_status crm_trade_kind_id(crm_reader* reader, const char* code, crm_id* out, crm_error** error)
{
    return id_of(code, out, error, [&](auto known) { return reading(reader).trade_kind(known); });
}

crm_status crm_phase_id(crm_reader* reader, crm_id type_id, const char* code, crm_id* out, crm_error** error)
{
    return id_of(code, out, error, [&](auto known) { return reading(reader).phase({type_id}, known); });
}
