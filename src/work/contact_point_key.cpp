#include "contact_point_key.hpp"

#include <crm/model/search.hpp>

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

}  // namespace crm
