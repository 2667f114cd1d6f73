#include "base64.hpp"

#include <openssl/evp.h>

namespace crm::exchange {

namespace {

constexpr std::size_t most_groups = 1U << 20;  // of three bytes, four digits, at once: OpenSSL counts with int

unsigned char* octets(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

unsigned char const* octets(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

}  // namespace

std::string to_base64(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4, '=');
    for (std::size_t from = 0, to = 0; from < bytes.size(); from += 3 * most_groups, to += 4 * most_groups) {
        auto const some = bytes.substr(from, 3 * most_groups);
        EVP_EncodeBlock(octets(text) + to, octets(some), static_cast<int>(some.size()));  // and a NUL behind it
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3, '\0');
    for (std::size_t from = 0, to = 0; from < text.size(); from += 4 * most_groups, to += 3 * most_groups) {
        auto const some = text.substr(from, 4 * most_groups);
        if (EVP_DecodeBlock(octets(bytes) + to, octets(some), static_cast<int>(some.size())) < 0)
            return std::nullopt;
    }
    auto const padding = text.size() - (text.find_last_not_of('=') + 1);
    bytes.resize(bytes.size() - std::min(padding, bytes.size()));
    if (to_base64(bytes) != text)  // OpenSSL overlooks spaces, and bits of a byte that is not there
        return std::nullopt;
    return bytes;
}

}  // namespace crm::exchange
