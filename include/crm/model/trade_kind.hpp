#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

/// What the amounts of a trade document are to the case that it is linked with. Stored by number: append, never renumber.
enum class CountsAs { neither = 1, cost = 2, revenue = 3 };
BOOST_DESCRIBE_ENUM(CountsAs, neither, cost, revenue)

/// A kind of trade document: the host's dictionary.
struct TradeKind {
    Id<TradeKind> id{};
    Revision      revision{};
    std::string   code{};
    std::string   name{};
    CountsAs      counts_as   = CountsAs::neither;
    bool          is_reversal = false;

    friend bool operator==(TradeKind const&, TradeKind const&) = default;
};
BOOST_DESCRIBE_STRUCT(TradeKind, (), (id, revision, code, name, counts_as, is_reversal))

template <>
struct Facts<TradeKind> {
    static constexpr std::string_view name   = "trade_kind";
    static constexpr std::string_view plural = "trade_kinds";
    static constexpr std::string_view doc    = "A kind of trade document: the host's dictionary.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "code", .doc = "Unique name for programs.", .max_length = 60, .required = true},
        {.name = "name", .doc = "Name for people.", .max_length = 100, .required = true},
        {.name = "counts_as", .doc = "Whether its amounts are actual cost, actual revenue, or neither: a goods receipt and its invoice are not both cost."},
        {.name = "is_reversal", .doc = "True where its amounts are taken away: returns, credit notes."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"code"}}});
};
static_assert(facts_agree<TradeKind>(), "Facts<TradeKind> and the description of TradeKind differ");
static_assert(describes_every_member<TradeKind>(), "a member of TradeKind is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
