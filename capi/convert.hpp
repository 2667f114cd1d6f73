// How each type of a value crosses the border.
#pragma once

#include "crm.h"

#include <crm/analysis/timeline.hpp>
#include <crm/model/bytes.hpp>
#include <crm/model/describe.hpp>
#include <crm/model/id.hpp>
#include <crm/model/instant.hpp>
#include <crm/model/mail.hpp>
#include <crm/model/money.hpp>
#include <crm/model/revision.hpp>

#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace crm {
struct MailCandidate;
struct Order;
}  // namespace crm

namespace crm::capi {

// ---- Numbers: the same on both sides -------------------------------------------------------------------------------

inline void to_c(std::int64_t value, std::int64_t& out) { out = value; }
inline void from_c(std::int64_t given, std::int64_t& value) { value = given; }

inline void to_c(int value, std::int32_t& out) { out = value; }
inline void from_c(std::int32_t given, int& value) { value = given; }

inline void to_c(bool value, crm_bool& out) { out = value; }
inline void from_c(crm_bool given, bool& value)
{
    if (given != 0 && given != 1)
        throw InvalidArgument{"A crm_bool is neither 0 nor 1."};
    value = given != 0;
}

/// A count that is never that great.
template <std::unsigned_integral Count>
void to_c(Count value, std::int64_t& out)
{
    out = static_cast<std::int64_t>(value);
}

/// A limit; 0: as it was.
inline void from_c(std::size_t given, std::size_t& limit)
{
    if (given != 0)
        limit = given;
}

template <class Record>
void to_c(Id<Record> id, crm_id& out)
{
    out = id.value;
}
template <class Record>
void from_c(crm_id given, Id<Record>& id)
{
    id = {given};
}
template <class Record>
void to_c(std::optional<Id<Record>> id, crm_id& out)
{
    out = id.value_or(Id<Record>{}).value;
}
template <class Record>
void from_c(crm_id given, std::optional<Id<Record>>& id)
{
    id = given ? std::optional{Id<Record>{given}} : std::nullopt;
}

template <DescribedEnum Enum>
void to_c(Enum value, std::int32_t& out)
{
    out = static_cast<std::int32_t>(value);
}
/// 0: as it was, which is what a new record begins with.
template <DescribedEnum Enum>
void from_c(std::int32_t given, Enum& value)
{
    if (given == 0)
        return;
    if (enum_name(static_cast<Enum>(given)).empty())
        throw Unsupported{"A value of an enumeration is not known to this version of crm."};
    value = static_cast<Enum>(given);
}
/// An argument, which must be given.
template <DescribedEnum Enum>
Enum enumerator(std::int32_t given)
{
    if (given == 0)
        throw InvalidArgument{"A value of an enumeration is not given."};
    Enum value{};
    from_c(given, value);
    return value;
}
template <DescribedEnum Enum>
void to_c(std::optional<Enum> value, std::int32_t& out)
{
    out = static_cast<std::int32_t>(value.value_or(Enum{}));
}
template <DescribedEnum Enum>
void from_c(std::int32_t given, std::optional<Enum>& value)
{
    value.reset();
    if (given != 0)
        from_c(given, value.emplace());
}

// ---- Time ----------------------------------------------------------------------------------------------------------

inline void to_c(Instant at, crm_instant& out) { out = at.time_since_epoch().count(); }
inline void from_c(crm_instant given, Instant& at) { at = Instant{Instant::duration{given}}; }

inline void to_c(Date date, crm_date& out)
{
    out = static_cast<crm_date>(std::chrono::sys_days{date}.time_since_epoch().count());
}
inline void from_c(crm_date given, Date& date)
{
    constexpr auto first = std::chrono::sys_days{std::chrono::year::min() / 1 / 1};
    constexpr auto last  = std::chrono::sys_days{std::chrono::year::max() / 12 / 31};
    auto const     day   = std::chrono::sys_days{std::chrono::days{given}};
    if (day < first || day > last)
        throw OutOfRange{"A date is too far away."};
    date = day;
}

inline std::optional<Instant> optional_instant(crm_instant const* at)
{
    return at ? std::optional{Instant{Instant::duration{*at}}} : std::nullopt;
}

// ---- Texts and bytes: lent by the record that they lie in ------------------------------------------------------------

template <class Given>
std::string_view view_of(Given const& given)
{
    if (given.size != 0 && !given.data)
        throw InvalidArgument{"A text has a size, but no data."};
    return given.size != 0 ? std::string_view{static_cast<char const*>(given.data), given.size} : std::string_view{};
}

/// What programs write; NULL is empty.
inline std::string_view word(char const* given)
{
    return given ? given : "";
}

inline void to_c(std::string const& text, crm_text& out) { out = {text.data(), text.size()}; }
inline void from_c(crm_text given, std::string& text) { text = view_of(given); }
inline void from_c(char const* given, std::string& text) { text = word(given); }

inline void to_c(std::string const& bytes, crm_bytes& out) { out = {bytes.data(), bytes.size()}; }
inline void from_c(crm_bytes given, std::string& bytes) { bytes = view_of(given); }
inline void to_c(Bytes const& bytes, crm_bytes& out) { to_c(bytes.data, out); }
inline void from_c(crm_bytes given, Bytes& bytes) { from_c(given, bytes.data); }

inline std::string text_of(crm_text given)
{
    return std::string{view_of(given)};
}

// ---- Small structs -------------------------------------------------------------------------------------------------

inline void to_c(Money const& money, crm_money& out)
{
    out = {money.amount, {}};
    std::memcpy(out.currency, money.currency.code().data(), money.currency.code().size());
}
inline void to_c(std::optional<Money> const& money, crm_money& out)
{
    out = {};
    if (money)
        to_c(*money, out);
}
inline void from_c(crm_money const& given, std::optional<Money>& money)
{
    std::string_view const code{given.currency, ::strnlen(given.currency, sizeof given.currency)};
    if (code.empty() && given.amount != 0)
        throw InvalidArgument{"An amount has no currency."};
    money = code.empty() ? std::nullopt : std::optional{Money{.amount = given.amount, .currency = Currency{code}}};
}

/// Not given: an amount without a currency, which a rule refuses.
inline void from_c(crm_money const& given, Money& money)
{
    std::optional<Money> amount;
    from_c(given, amount);
    money = amount.value_or(Money{});
}

inline void to_c(Revision const& revision, crm_revision& out)
{
    out = {revision.version,
           revision.created_at.time_since_epoch().count(),
           revision.created_by.value,
           revision.changed_at.time_since_epoch().count(),
           revision.changed_by.value,
           revision.archived_at.value_or(Instant{}).time_since_epoch().count()};
}
inline void from_c(crm_revision const& given, Revision& revision)
{
    revision = {.version    = given.version,
                .created_at = Instant{Instant::duration{given.created_at}},
                .created_by = {given.created_by},
                .changed_at = Instant{Instant::duration{given.changed_at}},
                .changed_by = {given.changed_by}};
    if (given.archived_at != 0)
        revision.archived_at = Instant{Instant::duration{given.archived_at}};
}

inline void to_c(MailAddress const& address, crm_mail_address& out)
{
    to_c(address.name, out.name);
    to_c(address.address, out.address);
}
inline void from_c(crm_mail_address const& given, MailAddress& address)
{
    from_c(given.name, address.name);
    from_c(given.address, address.address);
}

// Declared before what is a template of them, and defined where they are used.
void from_c(crm_order const& given, Order& order);                                      // finding.cpp
void from_c(crm_timeline_place const& given, std::optional<TimelinePlace>& place);      // timeline.cpp
void from_c(std::uint64_t given, std::set<TimelineKind>& kinds);                         // timeline.cpp
void to_c(MailCandidate const& candidate, crm_mail_candidate& out);                     // message.cpp

// ---- Arrays --------------------------------------------------------------------------------------------------------

/// Owns the arrays that structs in C point to.
class Lender {
public:
    template <class Element>
    std::span<Element> array(std::size_t size)
    {
        return {static_cast<Element*>(memory_.allocate(size * sizeof(Element), alignof(Element))), size};
    }

private:
    std::pmr::monotonic_buffer_resource memory_;
};

template <class Array>
concept ArrayInC = requires(Array array) { *array.data; array.size; };

template <class Value, ArrayInC Array>
void to_c(std::vector<Value> const& values, Array& out, Lender& lender)
{
    auto const elements = lender.array<std::remove_cvref_t<decltype(*out.data)>>(values.size());
    for (std::size_t i = 0; i != values.size(); ++i) {
        elements[i] = {};
        to_c(values[i], elements[i]);
    }
    out = {elements.data(), elements.size()};
}

template <ArrayInC Array, class Values>
    requires requires(Values values) { values.insert(values.end(), typename Values::value_type{}); }
void from_c(Array const& given, Values& values)
{
    if (given.size != 0 && !given.data)
        throw InvalidArgument{"An array has a size, but no data."};
    values.clear();
    for (std::size_t i = 0; i != given.size; ++i) {
        typename Values::value_type value{};
        from_c(given.data[i], value);
        values.insert(values.end(), std::move(value));
    }
}

// Stepped by their own size: message.hpp.
void to_c(std::vector<MailAttachment> const& attachments, crm_mail_attachments& out, Lender& lender);
void from_c(crm_mail_attachments const& given, std::vector<MailAttachment>& attachments);

}  // namespace crm::capi
