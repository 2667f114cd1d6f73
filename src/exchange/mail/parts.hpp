// The tree of a message's parts: which is the text, which are attachments.
#pragma once

#include "headers.hpp"

#include <crm/model/mail.hpp>

namespace crm::mail {

/// Fills in what the body of `message` holds: text, HTML, attachments, whether it is a report.
void read_parts(Head const& head, MailMessage& message);

}  // namespace crm::mail
