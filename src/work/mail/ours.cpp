#include "ours.hpp"

#include <algorithm>

namespace crm::mail {

namespace {

/// Providers of mailboxes for everyone; the host adds those of its country.
constexpr std::string_view free_domains[] = {
    "aol.com",     "gmail.com",  "gmx.com",  "gmx.de",    "gmx.net",     "googlemail.com", "hotmail.com", "icloud.com",
    "interia.pl",  "live.com",   "mail.com", "mail.ru",   "me.com",      "msn.com",        "o2.pl",       "onet.eu",
    "onet.pl",     "op.pl",      "outlook.com", "poczta.fm", "poczta.onet.pl", "proton.me", "protonmail.com", "seznam.cz",
    "tlen.pl",     "vp.pl",      "web.de",   "wp.pl",     "yahoo.com",   "yandex.ru",
};

}  // namespace

std::string_view domain_of(std::string_view address)
{
    auto const at = address.rfind('@');
    return at == address.npos ? std::string_view{} : address.substr(at + 1);
}

std::string without_plus(std::string_view address)
{
    auto const at   = address.rfind('@');
    auto const plus = address.substr(0, at).find('+');
    if (at == address.npos || plus == address.npos || plus == 0)
        return std::string{address};
    return std::string{address.substr(0, plus)}.append(address.substr(at));
}

std::optional<Id<Operator>> Ours::operator_of(std::string_view address) const
{
    if (address.empty())
        return std::nullopt;
    if (auto const asked = asked_.find(address); asked != asked_.end())
        return asked->second;
    auto const found = saving_.select<Operator>(Where<Operator>::equal("email", address), {}, 1);
    return asked_.emplace(address, found.empty() ? std::nullopt : std::optional{found.front().id}).first->second;
}

bool Ours::is_ours(std::string_view address) const
{
    return how_.our_domains.contains(std::string{domain_of(address)}) || operator_of(address);
}

bool Ours::is_ignored(std::string_view address) const
{
    return how_.ignored_addresses.contains(std::string{address}) ||
           how_.ignored_addresses.contains("@" + std::string{domain_of(address)});
}

bool Ours::is_free(std::string_view domain) const
{
    return std::ranges::find(free_domains, domain) != std::end(free_domains) || how_.free_domains.contains(std::string{domain});
}

}  // namespace crm::mail
