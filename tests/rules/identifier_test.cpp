#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

TEST_CASE("every rule of a number of a party has one way to break it")
{
    check_own_rules<Identifier>(std::to_array<Breaking<Identifier>>({
        {"identifier.value.number", [](Identifier& i) { i.value = "5260250275"; }},
        {"identifier.until.order", [](Identifier& i) { i.since = 2026y / 3 / 2, i.until = 2026y / 3 / 1; }},
    }));
}

TEST_CASE("identifier.value.number: a number is judged by its own kind")
{
    auto i = sample<Identifier>();
    i.kind = NumberKind::pesel;
    CHECK(broken_by(i) == Codes{"identifier.value.number"});
    i.value = "44051401359";
    CHECK(broken_by(i) == Codes{});
}

TEST_CASE("identifier.value.unique")
{
    Violations broken;
    rules::check_unique(0, broken);
    CHECK(broken.empty());
    rules::check_unique(1, broken);
    CHECK(codes_of(broken) == Codes{"identifier.value.unique"});
}

TEST_CASE("some numbers are of legal persons alone, and one of human beings alone")
{
    std::vector<NumberKind> legal, natural;
    for (auto const& [name, number] : enumerators<NumberKind>) {
        auto const kind = static_cast<NumberKind>(number);
        if (rules::is_legal_only(kind))
            legal.push_back(kind);
        if (rules::is_natural_only(kind))
            natural.push_back(kind);
    }
    CHECK(legal == std::vector{NumberKind::krs, NumberKind::lei});
    CHECK(natural == std::vector{NumberKind::pesel});
}
