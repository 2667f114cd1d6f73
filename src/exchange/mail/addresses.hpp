#pragma once

#include "defects.hpp"

#include <crm/model/mail.hpp>

#include <string_view>
#include <vector>

namespace crm::mail {

/// Reads an address list (RFC 5322 3.4, with the obsolete forms of 4.4 and what senders make of both) and appends its
/// mailboxes to `addresses`. What has no "@" is nobody's address and is left out. Takes time in proportion to `value`,
/// however groups and comments are nested, which GMime's reader does not.
void read_addresses(std::string_view value, std::vector<MailAddress>& addresses, Defects& defects);

}  // namespace crm::mail
