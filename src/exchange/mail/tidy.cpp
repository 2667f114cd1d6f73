#include "tidy.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace crm::mail {
namespace {

constexpr std::string_view blanks = " \t\r\f\v";

std::string_view without_blanks_at_the_end(std::string_view line)
{
    return line.substr(0, line.find_last_not_of(blanks) + 1);
}

}  // namespace

std::string tidy(std::string text)
{
    auto* out = text.data();
    for (std::string_view rest = text; !rest.empty();) {
        auto const length = std::min(rest.find('\n'), rest.size());
        auto const line   = without_blanks_at_the_end(rest.substr(0, length));
        out = static_cast<char*>(std::memmove(out, line.data(), line.size())) + line.size();
        if (length < rest.size())
            *out++ = '\n';
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    text.resize(static_cast<std::size_t>(out - text.data()));
    std::replace(text.begin(), text.end(), '\r', '\n');  // alone: the line end of old Macintoshes
    text.resize(text.find_last_not_of(" \t\n\f\v") + 1);
    return text;
}

}  // namespace crm::mail
