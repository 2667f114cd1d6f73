#include "identity.hpp"

#include <crm/model/search.hpp>
#include <crm/model/text.hpp>

#include <algorithm>

namespace crm::mail {

namespace {

std::string addresses(std::vector<MailAddress> const& list)
{
    std::string text;
    for (auto const& [name, address] : list)
        text.append(address).append(" ");
    return text;
}

}  // namespace

std::string key_of(std::string_view message_id)
{
    return sha256(message_id);
}

Identity identity_of(MailMessage const& message)
{
    if (!message.message_id.empty())
        return {key_of(message.message_id), false};

    constexpr std::size_t enough = 4096;
    auto const date = message.sent_at ? std::to_string(message.sent_at->time_since_epoch().count()) : std::string{};
    return {sha256(date + "|" + addresses(message.from) + "|" + addresses(message.to) + "|" + message.subject + "|" +
                   message.text.substr(0, enough)),
            true};
}

std::vector<std::string> thread_ids(MailMessage const& message)
{
    constexpr std::size_t most = 64;

    auto const&              references = message.references;
    std::vector<std::string> ids(references.end() - static_cast<std::ptrdiff_t>(std::min(most, references.size())), references.end());
    ids.insert(ids.end(), message.in_reply_to.begin(), message.in_reply_to.end());
    return ids;
}

std::string clipped(std::string_view text, std::size_t most)
{
    std::size_t bytes = 0;
    for (std::size_t count = 0; bytes != text.size() && count != most; ++count)
        bytes += std::max<std::size_t>(1, point_size(text.substr(bytes)));
    return std::string{text.substr(0, bytes)};
}

std::string joined(std::vector<std::string> const& texts)
{
    std::string text;
    for (auto const& part : texts)
        text.append(text.empty() ? "" : " ").append(part);
    return text;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        if (end > 0)
            parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace crm::mail
