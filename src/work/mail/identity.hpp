// What a message is known by, and what it says of where it belongs.
#pragma once

#include <crm/model/mail.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace crm::mail {

/// The key of a Message-ID: ids can be longer than an index allows.
[[nodiscard]] std::string key_of(std::string_view message_id);

struct Identity {
    std::string key;
    bool        synthetic;  ///< made of the content, because there is no Message-ID
};
[[nodiscard]] Identity identity_of(MailMessage const& message);

/// The Message-IDs that it answers, the nearest one last: References, of which the last 64 count, then In-Reply-To.
[[nodiscard]] std::vector<std::string> thread_ids(MailMessage const& message);

/// As much of a text as a field has room for, in code points.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t most);

/// The texts with a blank between.
[[nodiscard]] std::string joined(std::vector<std::string> const& texts);
[[nodiscard]] std::vector<std::string> split(std::string_view text);

}  // namespace crm::mail
