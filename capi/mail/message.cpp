#include "message.hpp"
#include "../message.hpp"
#include "calling.hpp"

#include <crm/exchange/files.hpp>
#include <crm/exchange/mail.hpp>

void crm::capi::import_bytes(crm_work* work, std::string_view raw, crm_mail_options const* options, crm_list** out)
{
    auto const         message = parse_mail(raw);
    Lender             lender;
    crm_parsed_message parsed = CRM_PARSED_MESSAGE_INIT;
    fields_to_c(message, parsed, lender);
    demand([&](crm_error** error) {
        return crm_message_import(work, &parsed, {raw.data(), raw.size()}, options, out, error);
    });
}

using namespace crm::capi;

crm_status crm_message_import_file(crm_work* work, const char* path, crm_list** out, crm_error** error)
{
    return guarded_call(error, [&] { import_bytes(work, crm::read_file(&required(path, "path")), nullptr, out); });
}

crm_status crm_message_import_bytes(crm_work* work, crm_bytes raw, const crm_mail_options* options, crm_list** out,
                                    crm_error** error)
{
    return guarded_call(error, [&] { import_bytes(work, view_of(raw), options, out); });
}
