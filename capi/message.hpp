// A message that was understood, and how messages are taken in, across the border: for both libraries.
#pragma once

#include "pairing.hpp"

#include <crm/model/mail.hpp>

BOOST_DESCRIBE_STRUCT(crm_mail_attachment, (), (struct_size, is_inline, file_name, media_type, content, sha256,
                                                content_id, enclosed_message_id))
BOOST_DESCRIBE_STRUCT(crm_parsed_message, (), (struct_size, given, message_id, sent_at, from, sender, reply_to, to,
                                               cc, subject, in_reply_to, references, text, html, attachments,
                                               auto_submitted, precedence, headers, defects, has_html, is_automatic,
                                               is_report, reserved))
BOOST_DESCRIBE_STRUCT(crm_mail_options, (), (struct_size, given, mailbox, mailbox_of, folder, our_domains,
                                             free_domains, ignored_addresses, largest_attachment, without_plus,
                                             create_unknown, keep_raw, reserved))

namespace crm {
BOOST_DESCRIBE_STRUCT(MailAttachment, (), (file_name, media_type, content, sha256, is_inline, content_id,
                                           enclosed_message_id))
BOOST_DESCRIBE_STRUCT(MailMessage, (), (message_id, sent_at, from, sender, reply_to, to, cc, subject, in_reply_to,
                                        references, text, html, has_html, attachments, auto_submitted, precedence,
                                        is_automatic, is_report, headers, defects))
}

template <>
inline constexpr auto crm::capi::given_bits<crm_parsed_message> = std::to_array<GivenBit>(
    {{"sent_at", CRM_PARSED_MESSAGE_SENT_AT}});

template <>
inline constexpr auto crm::capi::given_bits<crm_mail_options> = std::to_array<GivenBit>(
    {{"keep_raw", CRM_MAIL_OPTIONS_KEEP_RAW}});

namespace crm::capi {

CRM_STRUCT_IN_C(crm_mail_options, 104)
CRM_COUNTERPART_IN_C(MailAttachment, crm_mail_attachment, 104)
CRM_COUNTERPART_IN_C(MailMessage, crm_parsed_message, 288)

inline void to_c(std::vector<MailAttachment> const& attachments, crm_mail_attachments& out, Lender& lender)
{
    auto const elements = lender.array<crm_mail_attachment>(attachments.size());
    for (std::size_t i = 0; i != attachments.size(); ++i) {
        elements[i] = CRM_MAIL_ATTACHMENT_INIT;
        fields_to_c(attachments[i], elements[i]);
    }
    out = {elements.data(), elements.size()};
}

inline void from_c(crm_mail_attachments const& given, std::vector<MailAttachment>& attachments)
{
    attachments.clear();
    for_each_struct(given.data, given.size, [&](crm_mail_attachment const& attachment) {
        fields_from_c(read_struct(&attachment), attachments.emplace_back());
    });
}

}  // namespace crm::capi
