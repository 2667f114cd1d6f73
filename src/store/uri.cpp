#include <crm/store/uri.hpp>

#include <algorithm>

namespace crm {

std::string without_password(std::string_view uri)
{
    constexpr std::string_view before_authority = "://";
    std::string                shown{uri};

    auto const authority = uri.find(before_authority);
    if (authority == uri.npos)
        return shown;
    auto const begin = authority + before_authority.size();
    auto const end   = std::min(uri.find_first_of("/?", begin), uri.size());
    auto const at    = uri.substr(begin, end - begin).rfind('@');
    auto const colon = uri.find(':', begin);
    if (at != uri.npos && colon < begin + at)
        shown.replace(colon + 1, begin + at - colon - 1, "…");
    return shown;
}

}  // namespace crm
