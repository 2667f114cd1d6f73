// Starter sets and operators.
#include "house.hpp"

using namespace crm;
using namespace crm::test;

namespace {

template <class Record>
std::vector<std::string> names(House const& house)
{
    std::vector<std::string> found;
    for (auto const& record : house.all<Record>())
        found.push_back(record.code + ": " + record.name);
    return found;
}

}  // namespace

TEST_CASE("the starter sets have the same codes, and names in their language")
{
    House const polish{EVERY_STORE(), {.starter = "sales-pl"}}, english{"memory", {.starter = "sales-en"}};
    CHECK(names<CaseType>(polish) ==
          Codes{"sale: Sprzedaż", "service: Serwis", "complaint: Reklamacja", "internal: Sprawa wewnętrzna"});
    CHECK(names<CaseType>(english) == Codes{"sale: Sale", "service: Service", "complaint: Complaint", "internal: Internal case"});
    CHECK(names<Scheme>(polish) == Codes{"sale: Sprzedaż", "simple: Prosty"});
    auto const phases = polish.all<Phase>(), same = english.all<Phase>();
    REQUIRE(phases.size() == same.size());
    for (std::size_t i = 0; i != phases.size(); ++i) {
        CHECK(phases[i].code == same[i].code);
        CHECK(phases[i].stage == same[i].stage);
        CHECK(phases[i].probability == same[i].probability);
        CHECK(phases[i].ordinal == same[i].ordinal);
    }
}

TEST_CASE("a starter set has a kind of contact for every medium, and phases in every stage")
{
    House house{EVERY_STORE(), {.starter = GENERATE("sales-pl", "sales-en")}};
    for (auto const& [name, number] : enumerators<Medium>)
        CHECK(house.all<ContactKind>("medium = " + std::string{name}).size() == 1);
    for (auto const& scheme : house.all<Scheme>())
        for (auto const& [stage, number] : enumerators<Stage>)
            CHECK_FALSE(house.all<Phase>("scheme_id = " + std::to_string(scheme.id.value) + " and stage = " + std::string{stage}).empty());
}

TEST_CASE("a starter set has the usual kinds of trade documents, and case types admit them")
{
    House const polish{EVERY_STORE(), {.starter = "sales-pl"}}, english{"memory", {.starter = "sales-en"}};
    CHECK(names<TradeKind>(english) ==
          Codes{"offer: Offer", "sales-order: Sales order", "sales-invoice: Sales invoice", "sales-credit-note: Sales credit note",
                "warehouse-issue: Warehouse issue", "goods-receipt: Goods receipt", "purchase-order: Purchase order",
                "purchase-invoice: Purchase invoice", "purchase-credit-note: Purchase credit note"});
    CHECK(polish.get(polish.view().trade_kind("offer")).name == "Oferta");
    CHECK(polish.all<TradeKind>("counts_as = cost").size() == 2);
    CHECK(polish.all<TradeKind>("counts_as = revenue").size() == 2);
    CHECK(polish.all<TradeKind>("is_reversal = true").size() == 2);
    auto const admitted_by = [&](std::string_view type) {
        return polish.all<AdmittedKind>("type_id = " + std::to_string(polish.view().case_type(type).value)).size();
    };
    CHECK(admitted_by("sale") == 9);
    CHECK(admitted_by("service") == 9);
    CHECK(admitted_by("complaint") == 7);
    CHECK(admitted_by("internal") == 4);
}

TEST_CASE("a starter set is not applied twice, nor to what has case types already")
{
    House      house{"sqlite"};
    auto const before = house.all<CaseType>();
    Database const again{house.place.uri(), {.create = true, .starter = "sales-en"}};
    CHECK(house.all<CaseType>() == before);
    CHECK(house.all<ContactKind>().size() == 8);
}

TEST_CASE("an unknown starter set is answered with those that there are")
{
    CHECK_THROWS_WITH((Database{"memory:", {.create = true, .starter = "sales-de"}}), containing("sales-pl"));
}

TEST_CASE("an operator is registered when the host first names him")
{
    House      house{EVERY_STORE()};
    auto const ola = house.database.operator_id("ola");
    CHECK(house.get(ola).code == "ola");
    CHECK(house.get(ola).name == "ola");
    CHECK(house.get(ola).is_active);
    CHECK(house.database.operator_id("ola") == ola);
    CHECK(house.view().operator_id("ola") == ola);
}

TEST_CASE("nobody is registered where the host says so")
{
    House house{"sqlite"};
    Database strict{house.place.uri(), {.register_operators = false}};
    CHECK(strict.operator_id("anna") == house.anna);
    CHECK_THROWS_AS(strict.operator_id("ola"), NotFound);
    CHECK(house.all<Operator>().size() == 2);
}

TEST_CASE("operators without a login are many, and a login is taken once")
{
    House      house{EVERY_STORE()};
    auto const add = [&](char const* code) { house([&](Work& work) { work.add(Operator{.code = code, .name = "Ktoś", .email = "Ktos@Firma.PL"}); }); };
    add("");
    add("");
    CHECK_THROWS_AS(add("anna"), Conflict);
    CHECK(house.all<Operator>("email = 'ktos@firma.pl'").size() == 2);
}

TEST_CASE("what programs know by a code is found by it, or not found")
{
    House const house{EVERY_STORE()};
    auto        view = house.view();
    CHECK(view.get(view.case_type("sale")).code == "sale");
    CHECK(view.get(view.contact_kind("phone")).medium == Medium::phone);
    CHECK(view.get(view.phase(view.case_type("sale"), "order")).stage == Stage::active);
    CHECK_THROWS_WITH(view.case_type("roof"), containing("No case_type has the code roof"));
    CHECK_THROWS_AS(view.contact_kind("roof"), NotFound);
    CHECK_THROWS_AS(view.base("roof"), NotFound);
    CHECK_THROWS_AS(view.operator_id("roof"), NotFound);
    CHECK_THROWS_AS(view.phase(view.case_type("service"), "order"), NotFound);
}
