#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("every rule of a party has one way to break it")
{
    check_own_rules<Party>(std::to_array<Breaking<Party>>({
        {"party.citizenship.country", [](Party& p) { p.citizenship = "pl"; }},
    }));
}

TEST_CASE("every rule of an address has one way to break it")
{
    check_own_rules<Address>(std::to_array<Breaking<Address>>({
        {"address.country.country", [](Address& a) { a.country = "P1"; }},
        {"address.place.required", [](Address& a) { a.city = " "; }},
    }));
}

TEST_CASE("address.place.required: a street without a city is enough, as in a village")
{
    auto a   = sample<Address>();
    a.city   = {};
    a.street = "Stara Wieś 5";
    CHECK(broken_by(a) == Codes{});
}

TEST_CASE("every rule of a contact point has one way to break it")
{
    check_own_rules<ContactPoint>(std::to_array<Breaking<ContactPoint>>({
        {"contact_point.value.email", [](ContactPoint& p) { p.kind = ContactPointKind::email, p.value = "anna"; }},
    }));
}

TEST_CASE("contact_point.value.email: something stands before and behind the @")
{
    auto p  = sample<ContactPoint>();
    p.kind  = ContactPointKind::email;
    p.value = GENERATE("@example.pl", "anna@", "@");
    CHECK(broken_by(p) == Codes{"contact_point.value.email"});
    p.value = "a@b";
    CHECK(broken_by(p) == Codes{});
}

TEST_CASE("contact_point.value.email: what is no e-mail address is not judged as one")
{
    auto p  = sample<ContactPoint>();
    p.kind  = GENERATE(ContactPointKind::phone, ContactPointKind::web, ContactPointKind::messenger, ContactPointKind::other);
    p.value = "anna";
    CHECK(broken_by(p) == Codes{});
}

TEST_CASE("a country is two capital letters, or nothing")
{
    CHECK(rules::is_country(""));
    CHECK(rules::is_country("PL"));
    auto const wrong = GENERATE("P", "POL", "pl", "P ", "Ł", "1L");
    CAPTURE(wrong);
    CHECK_FALSE(rules::is_country(wrong));
}

TEST_CASE("contact_point.primary.single")
{
    Violations broken;
    rules::check_primary(0, broken);
    CHECK(broken.empty());
    rules::check_primary(1, broken);
    CHECK(codes_of(broken) == Codes{"contact_point.primary.single"});
}

TEST_CASE("address.default.single")
{
    Violations broken;
    rules::check_default(0, broken);
    CHECK(broken.empty());
    rules::check_default(1, broken);
    CHECK(codes_of(broken) == Codes{"address.default.single"});
}
