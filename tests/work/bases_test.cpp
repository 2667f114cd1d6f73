// Bases by hand and by criterion: DESIGN §2, rule 4.
#include "house.hpp"

using namespace crm;
using namespace crm::test;

namespace {

struct Bases {
    explicit Bases(std::string const& kind) : house{kind}, roofs{house.legal("Dachy").subject_id}, floors{house.legal("Podłogi").subject_id} {}

    Id<Base> add(std::string code, std::string criterion = {})
    {
        return house([&](Work& work) { return work.add(Base{.code = code, .name = code, .criterion = criterion}); });
    }
    [[nodiscard]] std::vector<Id<Subject>> in(std::string const& code) const
    {
        std::vector<Id<Subject>> ids;
        for (auto const& subject : house.all<Subject>("in_base '" + code + "'"))
            ids.push_back(subject.id);
        return ids;
    }

    House       house;
    Id<Subject> roofs, floors;
};

using Ids = std::vector<Id<Subject>>;

}  // namespace

TEST_CASE("subjects are put into a base by hand, and taken out")
{
    Bases      bases{EVERY_STORE()};
    auto const vip = bases.add("vip");
    CHECK(bases.in("vip").empty());
    bases.house([&](Work& work) { work.put_into(vip, bases.roofs, "Stały klient"); });
    CHECK(bases.in("vip") == Ids{bases.roofs});
    CHECK(bases.house.all<BaseMember>().front().reason == "Stały klient");
    bases.house([&](Work& work) { work.take_out_of(vip, bases.roofs); });
    CHECK(bases.in("vip").empty());
    CHECK(bases.house.all<BaseMember>().empty());
}

TEST_CASE("a subject is in a base once, and in many bases")
{
    Bases      bases{EVERY_STORE()};
    auto const vip = bases.add("vip"), fair = bases.add("fair");
    bases.house([&](Work& work) {
        work.put_into(vip, bases.roofs);
        work.put_into(vip, bases.roofs, "Na nowo");
        work.put_into(fair, bases.roofs);
    });
    CHECK(bases.in("vip") == Ids{bases.roofs});
    CHECK(bases.in("fair") == Ids{bases.roofs});
    CHECK(bases.house.all<BaseMember>().size() == 2);
}

TEST_CASE("taking out who is not in a base changes nothing")
{
    Bases      bases{EVERY_STORE()};
    auto const vip = bases.add("vip");
    CHECK_NOTHROW(bases.house([&](Work& work) { work.take_out_of(vip, bases.roofs); }));
    CHECK_THROWS_AS(bases.house([&](Work& work) { work.take_out_of({999}, bases.roofs); }), NotFound);
}

TEST_CASE("base_member.base.missing and base_member.subject.missing")
{
    Bases      bases{EVERY_STORE()};
    auto const vip = bases.add("vip");
    CHECK(refused([&] { bases.house([&](Work& work) { work.put_into({999}, bases.roofs); }); }) == Codes{"base_member.base.missing"});
    CHECK(refused([&] { bases.house([&](Work& work) { work.put_into(vip, {999}); }); }) == Codes{"base_member.subject.missing"});
}

TEST_CASE("a base by criterion has whom it finds, with exceptions both ways")
{
    Bases      bases{EVERY_STORE()};
    auto const roofers = bases.add("roofers", "exists party (name = 'Dachy')");
    CHECK(bases.in("roofers") == Ids{bases.roofs});
    bases.house([&](Work& work) {
        work.put_into(roofers, bases.floors);
        work.take_out_of(roofers, bases.roofs);
    });
    CHECK(bases.in("roofers") == Ids{bases.floors});
    bases.house([&](Work& work) { work.put_into(roofers, bases.roofs); });
    CHECK(bases.in("roofers") == Ids{bases.roofs, bases.floors});
}

TEST_CASE("base.criterion.condition: a broken criterion is refused with the sentence that says why")
{
    Bases      bases{EVERY_STORE()};
    auto const broken = [&](std::string const& criterion) {
        auto const violations = violations_of([&] { bases.add("broken", criterion); });
        REQUIRE(violations.size() == 1);
        CHECK(violations.front().code == "base.criterion.condition");
        CHECK(violations.front().field == "criterion");
        return violations.front().message;
    };
    CHECK_THAT(broken("kind ="), containing("column"));
    CHECK_THAT(broken("height = 3"), containing("height"));
    CHECK_THAT(broken("in_base 'nowhere'"), containing("nowhere"));
    CHECK(bases.house.all<Base>().empty());
}

TEST_CASE("a criterion may stand on another base")
{
    Bases      bases{EVERY_STORE()};
    auto const vip = bases.add("vip");
    bases.add("others", "not in_base 'vip'");
    bases.house([&](Work& work) { work.put_into(vip, bases.roofs); });
    CHECK(bases.in("others") == Ids{bases.floors});
}

TEST_CASE("a base is removed with its members, and a subject with its memberships")
{
    Bases      bases{EVERY_STORE()};
    auto const vip = bases.add("vip"), fair = bases.add("fair");
    bases.house([&](Work& work) {
        work.put_into(vip, bases.roofs);
        work.put_into(fair, bases.roofs);
        work.remove(vip);
    });
    CHECK(bases.house.all<BaseMember>().size() == 1);
    bases.house([&](Work& work) { work.remove(bases.roofs); });
    CHECK(bases.house.all<BaseMember>().empty());
}

TEST_CASE("a code of a base is taken once")
{
    Bases bases{EVERY_STORE()};
    bases.add("vip");
    CHECK_THROWS_AS(bases.add("vip"), Conflict);
}
