#include "message.hpp"
#include "handles.hpp"
#include "list.hpp"

#include <crm/model/search.hpp>

BOOST_DESCRIBE_STRUCT(crm_imported_mail, (), (struct_size, result, message_id, contact_id, subject_id, person_id,
                                              case_id, documents, rule, case_rule, rejected, warnings,
                                              case_was_closed, reserved))

namespace crm {
BOOST_DESCRIBE_STRUCT(MailImport, (), (mailbox, mailbox_of, folder, our_domains, free_domains, ignored_addresses,
                                       without_plus, create_unknown, keep_raw, largest_attachment))
BOOST_DESCRIBE_STRUCT(ImportedMail, (), (result, message_id, contact_id, subject_id, person_id, case_id, documents,
                                         rule, case_rule, rejected, warnings, case_was_closed))
}

namespace crm::capi {

static_assert(has_every_field<crm_mail_options, MailImport>(),
              "a field of MailImport is missing from crm_mail_options");
CRM_COUNTERPART_IN_C(ImportedMail, crm_imported_mail, 136)

void to_c(MailCandidate const& candidate, crm_mail_candidate& out)
{
    to_c(candidate.record, out.record);
    to_c(candidate.id, out.id);
    to_c(candidate.why_not, out.why_not);
}

namespace {

MailImport how_of(crm_mail_options const* options)
{
    MailImport how;
    fields_from_c(read_options(options), how);
    return how;
}

MailMessage message_of(crm_parsed_message const* given)
{
    MailMessage message;
    fields_from_c(read_struct(given), message);
    for (auto& attachment : message.attachments)
        if (attachment.sha256.empty())
            attachment.sha256 = sha256(attachment.content);
    return message;
}

/// Hands over what became of messages, if the caller asks.
void hand_over(std::vector<ImportedMail> imported, crm_list** out)
{
    if (out)
        *out = make_list<crm_imported_mail>(std::move(imported));
}

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_message_import(crm_work* work, const crm_parsed_message* message, crm_bytes raw,
                              const crm_mail_options* options, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        hand_over({working(work).import_message(message_of(message), view_of(raw), how_of(options))}, out);
    });
}

crm_status crm_message_match(crm_work* work, crm_id message_id, crm_id subject_id, crm_id person_id, crm_list** out,
                             crm_error** error)
{
    return guarded(error, [&] {
        std::optional<crm::Id<crm::Person>> person;
        from_c(person_id, person);
        hand_over({working(work).match_message({message_id}, {subject_id}, person)}, out);
    });
}

crm_status crm_message_match_waiting(crm_work* work, const crm_mail_options* options, crm_list** out, crm_error** error)
{
    return guarded(error, [&] { hand_over(working(work).match_waiting(how_of(options)), out); });
}

crm_status crm_imported_mail_at(const crm_list* list, size_t index, crm_imported_mail* out, crm_error** error)
{
    return element_at(list, index, out, error);
}
