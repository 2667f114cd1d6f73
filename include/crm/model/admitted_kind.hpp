#pragma once

#include <crm/model/revision.hpp>

namespace crm {

struct CaseType;
struct TradeKind;

/// A kind of trade document that cases of a type may be linked with.
struct AdmittedKind {
    Id<AdmittedKind> id{};
    Revision         revision{};
    Id<CaseType>     type_id{};
    Id<TradeKind>    kind_id{};

    friend bool operator==(AdmittedKind const&, AdmittedKind const&) = default;
};
BOOST_DESCRIBE_STRUCT(AdmittedKind, (), (id, revision, type_id, kind_id))

template <>
struct Facts<AdmittedKind> {
    static constexpr std::string_view name   = "admitted_kind";
    static constexpr std::string_view plural = "admitted_kinds";
    static constexpr std::string_view doc    = "A kind of trade document that cases of a type may be linked with.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "type_id", .doc = "The case type that admits it.", .owner = true},
        {.name = "kind_id", .doc = "The kind of trade document."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"type_id", "kind_id"}}});
};
static_assert(facts_agree<AdmittedKind>(), "Facts<AdmittedKind> and the description of AdmittedKind differ");
static_assert(describes_every_member<AdmittedKind>(), "a member of AdmittedKind is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
