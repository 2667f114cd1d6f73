#pragma once

#include <crm/model/money.hpp>
#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Case;

/// Whether money goes out or comes in. Stored by number: append, never renumber.
enum class MoneySide { cost = 1, revenue = 2 };
BOOST_DESCRIBE_ENUM(MoneySide, cost, revenue)

/// What money is for. Stored by number: append, never renumber.
enum class MoneyCategory { labour = 1, material = 2, goods = 3, external_service = 4, other = 5 };
BOOST_DESCRIBE_ENUM(MoneyCategory, labour, material, goods, external_service, other)

/// A planned cost or revenue of a case.
struct PlanLine {
    Id<PlanLine>        id{};
    Revision            revision{};
    Id<Case>            case_id{};
    MoneySide           side{};
    MoneyCategory       category = MoneyCategory::other;
    Money               planned{};
    std::optional<Date> planned_on{};
    std::string         description{};

    friend bool operator==(PlanLine const&, PlanLine const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanLine, (), (id, revision, case_id, side, category, planned, planned_on, description))

template <>
struct Facts<PlanLine> {
    static constexpr std::string_view name   = "plan_line";
    static constexpr std::string_view plural = "plan_lines";
    static constexpr std::string_view doc    = "A planned cost or revenue of a case.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "case_id", .doc = "The case whose plan it belongs to.", .owner = true},
        {.name = "side", .doc = "Cost or revenue."},
        {.name = "category", .doc = "What the money is for."},
        {.name = "planned", .doc = "Planned value, net of tax."},
        {.name = "planned_on", .doc = "The day that it is planned for."},
        {.name = "description", .doc = "What is planned.", .max_length = 2000, .personal = true},
    });
};
static_assert(facts_agree<PlanLine>(), "Facts<PlanLine> and the description of PlanLine differ");
static_assert(describes_every_member<PlanLine>(), "a member of PlanLine is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
