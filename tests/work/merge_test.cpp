// Two people change one record: what both can have is kept, and what they cannot is asked. DESIGN §2, rule 11.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

struct TwoPeople {
    explicit TwoPeople(std::string const& kind) : house{kind}
    {
        firm = house.legal().subject_id;
        yours = house.sale(firm);
        theirs = yours;
    }
    void save_theirs()
    {
        house.by(house.jan, [&](Work& work) { work.save(theirs); });
    }
    void save_yours()
    {
        house.by(house.anna, [&](Work& work) { work.save(yours); });
    }
    Clashes clashes()
    {
        try {
            save_yours();
        } catch (Conflict const& conflict) {
            return conflict.clashes();
        }
        return {};
    }

    House       house;
    Id<Subject> firm;
    Case        yours, theirs;
};

}  // namespace

TEST_CASE("changes of different fields are merged, whoever saves last")
{
    TwoPeople two{EVERY_STORE()};
    two.theirs.title = "Dach hali 4";
    two.save_theirs();
    two.theirs.source = "Targi";
    two.save_theirs();
    two.yours.expected = Money::parse("12500.00 PLN");
    two.save_yours();

    CHECK(two.yours.title == "Dach hali 4");
    CHECK(two.yours.source == "Targi");
    CHECK(two.yours.expected == Money::parse("12500.00 PLN"));
    CHECK(two.yours.revision.version == 4);
    CHECK(two.yours.revision.changed_by == two.house.anna);
    CHECK(two.house.get(two.yours.id) == two.yours);
}

TEST_CASE("the same change twice is no conflict, and no new version")
{
    TwoPeople two{EVERY_STORE()};
    two.theirs.title = two.yours.title = "Dach hali 4";
    two.save_theirs();
    two.save_yours();
    CHECK(two.yours == two.theirs);
    CHECK(two.yours.revision.version == 2);
}

TEST_CASE("a field that both changed is a conflict, with the original, yours and theirs")
{
    TwoPeople  two{EVERY_STORE()};
    auto const read = two.yours;
    two.theirs.title  = "Dach hali 4";
    two.theirs.source = "Targi";
    two.yours.title   = "Dach hali 5";
    two.save_theirs();
    auto const given = two.yours;
    CHECK(two.clashes() == Clashes{{"title", R"("Dach hali 3")", R"("Dach hali 5")", R"("Dach hali 4")"}});
    CHECK(two.yours == given);
    CHECK(two.house.get(read.id) == two.theirs);
}

TEST_CASE("every field in conflict is told at once")
{
    TwoPeople two{EVERY_STORE()};
    two.theirs.title       = "Dach hali 4";
    two.theirs.probability = 10;
    two.yours.title        = "Dach hali 5";
    two.yours.probability  = 20;
    two.save_theirs();
    CHECK(two.clashes() == Clashes{{"title", R"("Dach hali 3")", R"("Dach hali 5")", R"("Dach hali 4")"}, {"probability", "null", "20", "10"}});
}

TEST_CASE("fields of one group are in conflict together: phase with outcome and closing")
{
    TwoPeople two{EVERY_STORE()};
    two.theirs.phase_id = two.house.phase("order");
    two.save_theirs();
    two.yours.reason = "Klient czeka";
    auto const clashes = two.clashes();
    REQUIRE(clashes.size() == 2);
    CHECK(clashes[0].column == "phase_id");
    CHECK(clashes[1].column == "reason");
}

TEST_CASE("fields of one group are in conflict together: subject with person")
{
    TwoPeople  two{EVERY_STORE()};
    auto const ewa     = two.house.person(two.firm);
    two.theirs.subject_id = two.house.natural().subject_id;
    two.save_theirs();
    two.yours.person_id = ewa.person_id;
    auto const clashes  = two.clashes();
    REQUIRE(clashes.size() == 2);
    CHECK(clashes[0].column == "subject_id");
    CHECK(clashes[1].column == "person_id");
}

TEST_CASE("the amount and the currency of money are merged as one")
{
    TwoPeople two{EVERY_STORE()};
    two.theirs.expected = Money::parse("1.00 PLN");
    two.yours.expected  = Money::parse("1.00 EUR");
    two.save_theirs();
    auto const clashes = two.clashes();
    REQUIRE(clashes.size() == 2);
    CHECK(clashes[0] == Clash{"expected_amount", "null", "10000", "10000"});
    CHECK(clashes[1] == Clash{"expected_currency", "null", R"("EUR")", R"("PLN")"});
}

TEST_CASE("what was merged is held to the rules")
{
    TwoPeople two{EVERY_STORE()};
    two.yours.opened_at += 2h;
    two.theirs.phase_id  = two.house.phase("closed");
    two.theirs.closed_at = two.theirs.opened_at + 1h;
    two.theirs.outcome   = CaseOutcome::done;
    two.save_theirs();
    CHECK(refused([&] { two.save_yours(); }) == Codes{"case.closed.order"});
    CHECK(two.house.get(two.yours.id) == two.theirs);
}

TEST_CASE("money that is merged into a case that was closed meanwhile is refused")
{
    TwoPeople two{EVERY_STORE()};
    two.house.by(two.house.jan, [&](Work& work) { work.close(two.yours.id, CaseOutcome::won); });
    two.yours.expected = Money::parse("1.00 PLN");
    CHECK(refused([&] { two.save_yours(); }) == Codes{"case.closed.money"});
}

TEST_CASE("a version that never was is a bug of the caller")
{
    TwoPeople two{EVERY_STORE()};
    two.yours.revision.version = GENERATE(-1, 0, 2);
    CHECK_THROWS_AS(two.save_yours(), InvalidArgument);
}

TEST_CASE("what was removed meanwhile is not found")
{
    TwoPeople two{EVERY_STORE()};
    two.house([&](Work& work) { work.remove(two.yours.id); });
    CHECK_THROWS_AS(two.save_yours(), NotFound);
}

TEST_CASE("a record that was put away meanwhile stays so when another field is saved")
{
    TwoPeople two{EVERY_STORE()};
    two.house([&](Work& work) { work.archive(two.yours.id); });
    two.yours.title = "Dach hali 4";
    two.save_yours();
    CHECK(two.yours.revision.archived_at == two.house.now);
}

TEST_CASE("changes back and forth are no conflict with a third field")
{
    TwoPeople two{EVERY_STORE()};
    two.theirs.title = "Dach hali 4";
    two.save_theirs();
    two.theirs.title = "Dach hali 3";
    two.save_theirs();
    two.yours.title = "Dach hali 5";
    CHECK(two.clashes().empty());
    CHECK(two.house.get(two.yours.id).title == "Dach hali 5");
}
