#include <crm/model/error.hpp>
#include <crm/model/search.hpp>

#include <openssl/evp.h>

#include <array>

namespace crm {

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw Internal{"SHA-256 is not to be had from OpenSSL."};

    constexpr std::string_view digits = "0123456789abcdef";
    std::string                text;
    for (auto byte : digest)
        text.append({digits[byte >> 4], digits[byte & 15]});
    return text;
}

}  // namespace crm
