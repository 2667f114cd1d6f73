#include "contact_point_key.hpp"

#include <crm/model/search.hpp>

#include <algorithm>

namespace crm {

namespace {

std::string number_key(std::string_view value)
{
    std::string key;
    for (char c : value) {
        if (c >= '0' && c <= '9')
            key += c;
        else if (c == '+' && key.empty())
            key += c;
    }
    if (key.starts_with("00"))
        key.replace(0, 2, "+");
    return key;
}

}  // namespace

std::string contact_point_key(ContactPointKind kind, std::string_view value)
{
    switch (kind) {
    case ContactPointKind::phone:
    case ContactPointKind::fax: return number_key(value);
    default:                    return folded(trimmed(value));
    }
}

std::string domain_of(ContactPointKind kind, std::string_view key)
{
    constexpr std::size_t longest = 253;  // RFC 1035, in text

    if (kind == ContactPointKind::email) {
        key.remove_prefix(std::min(key.size(), key.rfind('@') + 1));
    } else if (kind == ContactPointKind::web) {
        if (auto const scheme = key.find("://"); scheme != key.npos)
            key.remove_prefix(scheme + 3);
        if (key.starts_with("www."))
            key.remove_prefix(4);
        key = key.substr(0, key.find_first_of("/:?#"));
    } else {
        return {};
    }
    return key.size() <= longest ? std::string{key} : std::string{};
}

}  // namespace crm
