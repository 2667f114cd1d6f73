// Numbers, addresses and contact points of a party.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

template <class Record>
Codes refused_to_add(House& house, Record record)
{
    return refused([&] { house([&](Work& work) { work.add(record); }); });
}

ContactPoint email(Id<Party> of, std::string value, bool is_primary = false)
{
    return {.party_id = of, .kind = ContactPointKind::email, .value = std::move(value), .is_primary = is_primary};
}

}  // namespace

TEST_CASE("a number is stored in canonical form, whichever way it is written")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    house([&](Work& work) {
        work.add_number(firm.party_id, NumberKind::nip, " PL 526-025-02-74 ");
        work.add_number(firm.party_id, NumberKind::iban, "pl61 1090 1014 0000 0712 1981 2874");
    });
    auto const numbers = house.all<Identifier>();
    REQUIRE(numbers.size() == 2);
    CHECK(numbers[0].value == "5260250274");
    CHECK(numbers[1].value == "PL61109010140000071219812874");
}

TEST_CASE("identifier.value.number")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    CHECK(refused([&] { house([&](Work& work) { work.add_number(firm.party_id, NumberKind::nip, "526-025-02-75"); }); }) ==
          Codes{"identifier.value.number"});
    CHECK(refused([&] { house([&](Work& work) { work.add_number(firm.party_id, static_cast<NumberKind>(99), "1"); }); }) ==
          Codes{"identifier.kind.known"});
}

TEST_CASE("identifier.value.unique: where the host sets it so")
{
    House      house{EVERY_STORE(), {.unique_numbers = {NumberKind::nip}}};
    auto const firm = house.legal(), other = house.legal("Inna");
    house([&](Work& work) { work.add_number(firm.party_id, NumberKind::nip, "5260250274"); });
    CHECK(refused([&] { house([&](Work& work) { work.add_number(other.party_id, NumberKind::nip, "526-025-02-74"); }); }) ==
          Codes{"identifier.value.unique"});
    CHECK(refused([&] { house([&](Work& work) { work.add_legal({.name = "Trzecia", .nip = "5260250274"}); }); }) ==
          Codes{"identifier.value.unique"});
    CHECK(house.all<Subject>().size() == 2);
    house([&](Work& work) {
        work.add_number(firm.party_id, NumberKind::krs, "0000028860");
        work.add_number(other.party_id, NumberKind::krs, "0000028860");
    });
}

TEST_CASE("identifier.value.unique: not for one that was put away, and again when it comes back")
{
    House      house{EVERY_STORE(), {.unique_numbers = {NumberKind::nip}}};
    auto const firm = house.legal(), other = house.legal("Inna");
    house([&](Work& work) { work.add_number(firm.party_id, NumberKind::nip, "5260250274"); });
    auto const first = house.all<Identifier>().front();
    house([&](Work& work) {
        work.archive(first.id);
        work.add_number(other.party_id, NumberKind::nip, "5260250274");
    });
    CHECK(refused([&] { house([&](Work& work) { work.restore(first.id); }); }) == Codes{"identifier.value.unique"});
}

TEST_CASE("identifier.value.unique: nor twice in one call")
{
    House                   house{EVERY_STORE(), {.unique_numbers = {NumberKind::nip}}};
    auto const              firm = house.legal(), other = house.legal("Inna");
    std::vector<Identifier> two{{.party_id = firm.party_id, .kind = NumberKind::nip, .value = "526-025-02-74"},
                                {.party_id = other.party_id, .kind = NumberKind::nip, .value = "5260250274"}};
    CHECK(refused([&] { house([&](Work& work) { work.add(two); }); }) == Codes{"identifier.value.unique"});
}

TEST_CASE("the same number may belong to several where the host does not mind")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal(), other = house.legal("Inna");
    for (auto party : {firm.party_id, other.party_id})
        CHECK_NOTHROW(house([&](Work& work) { work.add_number(party, NumberKind::nip, "5260250274"); }));
}

TEST_CASE("contact_point.primary.single: through the API")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    CHECK(refused_to_add(house, email(firm.party_id, "a@dachy.pl", true)) == Codes{});
    CHECK(refused_to_add(house, email(firm.party_id, "b@dachy.pl", true)) == Codes{"contact_point.primary.single"});
    CHECK(refused_to_add(house, email(firm.party_id, "b@dachy.pl")) == Codes{});

    auto phone = email(firm.party_id, "22 1234567", true);
    phone.kind = ContactPointKind::phone;
    CHECK(refused_to_add(house, phone) == Codes{});
    CHECK(refused_to_add(house, email(house.legal("Inna").party_id, "a@dachy.pl", true)) == Codes{});
}

TEST_CASE("contact_point.primary.single: nor two in one call")
{
    House                     house{EVERY_STORE()};
    auto const                firm = house.legal();
    std::vector<ContactPoint> two{email(firm.party_id, "a@dachy.pl", true), email(firm.party_id, "b@dachy.pl", true)};
    auto const                broken = violations_of([&] { house([&](Work& work) { work.add(two); }); });
    REQUIRE(broken.size() == 1);
    CHECK(broken.front().position == 1);
}

TEST_CASE("contact_point.primary.single: one that was put away does not count, until it comes back")
{
    House      house{EVERY_STORE()};
    auto const firm  = house.legal();
    auto       first = email(firm.party_id, "a@dachy.pl", true);
    house([&](Work& work) {
        work.add(first);
        work.archive(first.id);
    });
    CHECK(refused_to_add(house, email(firm.party_id, "b@dachy.pl", true)) == Codes{});
    CHECK(refused([&] { house([&](Work& work) { work.restore(first.id); }); }) == Codes{"contact_point.primary.single"});
}

TEST_CASE("address.default.single: through the API")
{
    House         house{EVERY_STORE()};
    auto const    firm = house.legal();
    Address const office{.party_id = firm.party_id, .kind = AddressKind::registered, .city = "Łódź", .is_default = true};
    CHECK(refused_to_add(house, office) == Codes{});
    CHECK(refused_to_add(house, office) == Codes{"address.default.single"});
    auto delivery = office;
    delivery.kind = AddressKind::delivery;
    CHECK(refused_to_add(house, delivery) == Codes{});
    delivery.kind = AddressKind::branch;
    CHECK(refused([&] {
              house([&](Work& work) {
                  std::vector two(2, delivery);
                  work.add(two);
              });
          }) == Codes{"address.default.single"});
}

TEST_CASE("contact points are compared by a key")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    struct Written {
        ContactPointKind kind;
        std::string      value, key, domain;
    };
    auto const [kind, value, key, domain] = GENERATE(values<Written>({
        {ContactPointKind::email, "Anna.Łęcka@Dachy.PL", "anna.łęcka@dachy.pl", "dachy.pl"},
        {ContactPointKind::phone, "+48 (22) 123-45-67", "+48221234567", ""},
        {ContactPointKind::phone, "0048 22 123 45 67", "+48221234567", ""},
        {ContactPointKind::fax, "22 123 45 67", "221234567", ""},
        {ContactPointKind::web, "https://www.Dachy.pl/oferta?a=1", "https://www.dachy.pl/oferta?a=1", "dachy.pl"},
        {ContactPointKind::web, "dachy.pl:8080", "dachy.pl:8080", "dachy.pl"},
        {ContactPointKind::messenger, "@Anna", "@anna", ""},
    }));
    CAPTURE(value);
    house([&](Work& work) { work.add_contact_point(firm.party_id, kind, value); });
    auto const point = house.all<ContactPoint>().front();
    CHECK(point.value == value);
    CHECK(point.value_key == key);
    CHECK(point.domain == domain);
}

TEST_CASE("a key follows its value when that is changed")
{
    House      house{EVERY_STORE()};
    auto const firm  = house.legal();
    auto       point = email(firm.party_id, "a@dachy.pl");
    house([&](Work& work) { work.add(point); });
    point.value = "B@Dachy.com";
    house([&](Work& work) { work.save(point); });
    CHECK(point.value_key == "b@dachy.com");
    CHECK(house.get(point.id).domain == "dachy.com");
}

TEST_CASE("texts are stored composed, and names without blanks at their ends")
{
    House house{EVERY_STORE()};
    Party party{.name = "  Z\u0307o\u0301\u0142c\u0301  "};
    house([&](Work& work) { work.add(party); });
    CHECK(party.name == "Żółć");
    CHECK(party.name_key == "zolc");
    CHECK(refused_to_add(house, Party{.name = "Dach\xff"}) == Codes{"party.name.text"});
}
