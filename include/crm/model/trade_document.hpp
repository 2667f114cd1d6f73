#pragma once

#include <crm/model/money.hpp>
#include <crm/model/plan_line.hpp>
#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Case;
struct TradeKind;

/// How far a trade document is. Stored by number: append, never renumber.
enum class TradeDocumentStatus { draft = 1, confirmed = 2, posted = 3, cancelled = 4 };
BOOST_DESCRIBE_ENUM(TradeDocumentStatus, draft, confirmed, posted, cancelled)

/// Whether the amounts of a document in that status are actual cost or revenue.
[[nodiscard]] constexpr bool is_actual(TradeDocumentStatus status)
{
    return status == TradeDocumentStatus::confirmed || status == TradeDocumentStatus::posted;
}

/// A document of the host's (an offer, an order, an invoice…), known here by reference, kind, date and amount.
struct TradeDocument {
    Id<TradeDocument>       id{};
    Revision                revision{};
    Id<TradeKind>           kind_id{};
    std::string             reference{};
    std::string             host_key{};
    std::optional<Id<Case>> case_id{};
    MoneyCategory           category = MoneyCategory::other;
    std::optional<Date>     issued_on{};
    Money                   net{};
    TradeDocumentStatus     status = TradeDocumentStatus::confirmed;

    friend bool operator==(TradeDocument const&, TradeDocument const&) = default;
};
BOOST_DESCRIBE_STRUCT(TradeDocument, (), (id, revision, kind_id, reference, host_key, case_id, category, issued_on, net, status))

template <>
struct Facts<TradeDocument> {
    static constexpr std::string_view name   = "trade_document";
    static constexpr std::string_view plural = "trade_documents";
    static constexpr std::string_view doc    = "A document of the host's (an offer, an order, an invoice…), known here by reference, kind, date and amount.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "kind_id", .doc = "What kind of document."},
        {.name = "reference", .doc = "The number that the host gave it, unique in its kind.", .max_length = 100, .required = true},
        {.name = "host_key", .doc = "What the host finds it by; empty: nothing.", .max_length = 200, .optional = true},
        {.name = "case_id", .doc = "The case that it is linked with."},
        {.name = "category", .doc = "What the money is for."},
        {.name = "issued_on", .doc = "The day it was issued."},
        {.name = "net", .doc = "Its value, net of tax; of a reversal what is taken away."},
        {.name = "status", .doc = "How far it is: a draft and a cancelled one do not count."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"kind_id", "reference"}}});
};
static_assert(facts_agree<TradeDocument>(), "Facts<TradeDocument> and the description of TradeDocument differ");
static_assert(describes_every_member<TradeDocument>(), "a member of TradeDocument is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
