// What an e-mail is understood to be: plain values, before anything is known of subjects and contacts.
#pragma once

#include <crm/model/instant.hpp>

#include <optional>
#include <string>
#include <vector>

namespace crm {

/// One mailbox of an address header. Groups are dissolved into their members.
struct MailAddress {
    std::string name{};     ///< decoded; empty where the message gave none
    std::string address{};  ///< ASCII letters in lower case: "anna@example.pl"

    friend bool operator==(MailAddress const&, MailAddress const&) = default;
};

/// A part that is neither the text of the message nor its HTML.
struct MailAttachment {
    std::string file_name{};            ///< as the sender wrote it: make it safe before it names a file
    std::string media_type{};           ///< "application/pdf", lower case
    std::string content{};              ///< decoded bytes
    std::string sha256{};               ///< of `content`, in hexadecimal
    bool        is_inline = false;      ///< shown within the HTML: not a document of its own
    std::string content_id{};           ///< what the HTML calls it, without brackets
    std::string enclosed_message_id{};  ///< Message-ID of a message/rfc822, without brackets
};

/// Every text is valid UTF-8 without zero bytes; `content` of attachments alone is bytes.
struct MailMessage {
    std::string                 message_id{};  ///< without brackets, its case kept; empty: none
    std::optional<Instant>      sent_at{};     ///< none: no Date, or one that names no moment
    std::vector<MailAddress>    from{};
    std::vector<MailAddress>    sender{};
    std::vector<MailAddress>    reply_to{};
    std::vector<MailAddress>    to{};
    std::vector<MailAddress>    cc{};
    std::string                 subject{};      ///< decoded, one line
    std::vector<std::string>    in_reply_to{};  ///< every id, without brackets
    std::vector<std::string>    references{};   ///< oldest first, without brackets
    std::string                 text{};         ///< first text/plain that is no attachment; LF, no blanks at ends of lines
    std::string                 html{};         ///< first text/html that is no attachment, as it came: not made safe
    bool                        has_html = false;
    std::vector<MailAttachment> attachments{};
    std::string                 auto_submitted{};  ///< RFC 3834 keyword in lower case; empty: no such header
    std::string                 precedence{};      ///< lower case
    bool                        is_automatic = false;  ///< no person wrote it: auto-reply, bulk, list, junk or report
    bool                        is_report    = false;  ///< multipart/report: a bounce or a receipt (RFC 6522)
    std::string                 headers{};             ///< as they came, with what is no UTF-8 replaced
    std::vector<std::string>    defects{};             ///< codes, each once: docs/mail.md has their meaning
};

}  // namespace crm
