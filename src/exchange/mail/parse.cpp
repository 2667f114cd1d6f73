#include "addresses.hpp"
#include "charset.hpp"
#include "dates.hpp"
#include "headers.hpp"
#include "parts.hpp"

#include <crm/exchange/mail.hpp>

#include <algorithm>
#include <array>

namespace crm {
namespace {

using namespace mail;

/// The line that an mbox puts before a message stays on it when people save one: it is no header field.
std::string_view without_envelope(std::string_view bytes)
{
    if (!bytes.starts_with("From ") && !bytes.starts_with(">From "))
        return bytes;
    auto const end = bytes.find('\n');
    return end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
}

void read_address_field(Head const& head, std::string_view name, std::vector<MailAddress>& addresses, Defects& defects)
{
    for (auto const& field : head.fields)
        if (equal_ignoring_case(field.name, name))
            read_addresses(field.value, addresses, defects);
}

void read_addresses_of(Head const& head, MailMessage& message)
{
    read_address_field(head, "From", message.from, message.defects);
    read_address_field(head, "Sender", message.sender, message.defects);
    read_address_field(head, "Reply-To", message.reply_to, message.defects);
    read_address_field(head, "To", message.to, message.defects);
    read_address_field(head, "Cc", message.cc, message.defects);
}

void read_identity(Head const& head, MailMessage& message)
{
    message.message_id  = message_id(head.first("Message-ID"));
    message.in_reply_to = message_ids(head.first("In-Reply-To"));
    message.references  = message_ids(head.first("References"));
    message.subject     = readable(head.first("Subject"));
    message.sent_at     = read_date(head.first("Date"));
    if (!message.sent_at && head.has("Date"))
        note(message.defects, "date.malformed");
}

/// The first word, in lower case: RFC 3834 allows parameters after it.
std::string keyword(std::string_view value)
{
    auto const line = guess_utf8(unfolded(value));
    return lower(trimmed(std::string_view{line}.substr(0, line.find_first_of(" \t;("))));
}

void read_automation(Head const& head, MailMessage& message)
{
    constexpr std::array from_no_person = {"bulk", "list", "junk"};

    message.auto_submitted = keyword(head.first("Auto-Submitted"));
    message.precedence     = keyword(head.first("Precedence"));
    message.is_automatic   = message.is_report || head.has("X-Autoreply") ||
                           (!message.auto_submitted.empty() && message.auto_submitted != "no") ||
                           std::count(from_no_person.begin(), from_no_person.end(), message.precedence) > 0;
}

}  // namespace

MailMessage parse_mail(std::string_view bytes)
{
    MailMessage message;
    auto const  head = read_head(without_envelope(bytes), message.defects);
    if (head.fields.empty())
        note(message.defects, "header.missing");
    message.headers = valid_utf8(std::string{head.raw.substr(0, mail_limits::header_bytes)});
    read_identity(head, message);
    read_addresses_of(head, message);
    read_parts(head, message);
    read_automation(head, message);
    return message;
}

}  // namespace crm
