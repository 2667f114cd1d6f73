// Phases are the user's: DESIGN §2, rule 8.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

template <class Change>
Codes refused_phase(House& house, std::string_view phase, Change change)
{
    return refused([&] {
        house([&](Work& work) {
            auto p = work.get(house.phase(phase));
            change(p);
            work.save(p);
        });
    });
}

Codes refused_removal(House& house, std::string_view phase, std::optional<Id<Phase>> move_to = {})
{
    return refused([&] { house([&](Work& work) { work.remove_phase(house.phase(phase), move_to); }); });
}

}  // namespace

TEST_CASE("scheme.stage.required: the last phase of a stage stays")
{
    House house{EVERY_STORE()};
    CHECK(refused_removal(house, "closed") == Codes{"scheme.stage.required"});
    CHECK(refused([&] { house([&](Work& work) { work.remove(house.phase("closed")); }); }) == Codes{"scheme.stage.required"});
    CHECK(refused([&] { house([&](Work& work) { work.archive(house.phase("closed")); }); }) == Codes{"scheme.stage.required"});
    CHECK(refused_phase(house, "closed", [](Phase& p) { p.stage = Stage::active; }) == Codes{"scheme.stage.required"});
}

TEST_CASE("scheme.stage.required: a phase that was put away does not count")
{
    House house{EVERY_STORE()};
    house([&](Work& work) { work.archive(house.phase("inquiry")); });
    CHECK(refused_removal(house, "qualified") == Codes{"scheme.stage.required"});
    house([&](Work& work) { work.restore(house.phase("inquiry")); });
    CHECK(refused_removal(house, "qualified") == Codes{});
}

TEST_CASE("scheme.stage.required: a type is made for a scheme with phases in every stage, and all that miss are told")
{
    House      house{EVERY_STORE()};
    auto const scheme = house([](Work& work) {
        auto const id = work.add(Scheme{.code = "half", .name = "Połowa"});
        work.add(Phase{.scheme_id = id, .code = "new", .name = "Nowa", .stage = Stage::potential});
        return id;
    });
    auto const add_type = [&] {
        return violations_of([&] { house([&](Work& work) { work.add(CaseType{.code = "half", .name = "Połowa", .scheme_id = scheme}); }); });
    };
    auto const broken = add_type();
    REQUIRE(broken.size() == 2);
    CHECK(broken[0].code == "scheme.stage.required");
    CHECK_THAT(broken[0].message, containing("active"));
    CHECK_THAT(broken[1].message, containing("closed"));
    house([&](Work& work) {
        work.add(Phase{.scheme_id = scheme, .code = "do", .name = "W toku", .stage = Stage::active});
        work.add(Phase{.scheme_id = scheme, .code = "end", .name = "Koniec", .stage = Stage::closed});
    });
    CHECK(add_type().empty());
}

TEST_CASE("phases of a scheme that no type uses may go")
{
    House      house{EVERY_STORE()};
    auto const phase = house([](Work& work) {
        auto const id = work.add(Scheme{.code = "half", .name = "Połowa"});
        return work.add(Phase{.scheme_id = id, .code = "new", .name = "Nowa", .stage = Stage::potential});
    });
    CHECK_NOTHROW(house([&](Work& work) { work.remove_phase(phase); }));
}

TEST_CASE("phase.removed.used: a phase with cases names where they go")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    CHECK(refused_removal(house, "inquiry") == Codes{"phase.removed.used"});
    CHECK(refused_removal(house, "inquiry", house.phase("inquiry")) == Codes{"phase.removed.used"});
    CHECK(refused([&] { house([&](Work& work) { work.archive(house.phase("inquiry")); }); }) == Codes{"phase.removed.used"});
    CHECK(house.get(sale.id).phase_id == house.phase("inquiry"));
}

TEST_CASE("a phase is removed with its cases moved, and archived because the past knows it")
{
    House      house{EVERY_STORE()};
    auto const sale    = house.sale();
    auto const inquiry = house.phase("inquiry");
    CHECK(refused_removal(house, "inquiry", house.phase("qualified")) == Codes{});
    CHECK(house.get(sale.id).phase_id == house.phase("qualified"));
    CHECK(house.get(inquiry).revision.archived_at == house.now);
    CHECK(house.all<CaseState>().size() == 2);
}

TEST_CASE("a phase that no case ever was in is removed for good")
{
    House      house{EVERY_STORE()};
    auto const order = house.phase("order");
    CHECK(refused_removal(house, "order") == Codes{});
    CHECK_FALSE(house.view().look_up(order));
}

TEST_CASE("removing a phase that was put away already changes nothing")
{
    House      house{EVERY_STORE()};
    auto const inquiry = house.phase("inquiry");
    house.sale();
    refused_removal(house, "inquiry", house.phase("qualified"));
    auto const before = house.get(inquiry);
    house.now += 1h;
    CHECK(refused_removal(house, "inquiry") == Codes{});
    CHECK(house.get(inquiry) == before);
}

TEST_CASE("cases of a closed phase are moved to another closed phase")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    house([&](Work& work) {
        work.close(sale.id, CaseOutcome::won);
        auto const scheme = work.get(house.phase("closed")).scheme_id;
        work.add(Phase{.scheme_id = scheme, .code = "settled", .name = "Rozliczona", .stage = Stage::closed, .ordinal = 9});
    });
    CHECK(refused_removal(house, "closed", house.phase("settled")) == Codes{});
    auto const moved = house.get(sale.id);
    CHECK(moved.phase_id == house.phase("settled"));
    CHECK(moved.outcome == CaseOutcome::won);
}

TEST_CASE("cases are not moved where they cannot be: all of them stay")
{
    House      house{EVERY_STORE()};
    auto const service = house.view().case_type("service");
    auto const other   = house.view().phase(service, "new");
    house.sale();
    CHECK(refused_removal(house, "inquiry", house.phase("closed")) == Codes{"case.closed.outcome"});
    CHECK(refused_removal(house, "inquiry", other) == Codes{"case.phase.of_type"});
    CHECK(refused_removal(house, "inquiry", Id<Phase>{999}) == Codes{"case.phase.missing"});
    CHECK_FALSE(house.get(house.phase("inquiry")).revision.archived_at);
}

TEST_CASE("phase.stage.used and phase.scheme.changed")
{
    House house{EVERY_STORE()};
    house.sale();
    auto const service = house.view().case_type("service");
    auto const simple  = house.get(service).scheme_id;
    CHECK(refused_phase(house, "inquiry", [](Phase& p) { p.stage = Stage::active; }) == Codes{"phase.stage.used"});
    CHECK(refused_phase(house, "order", [&](Phase& p) { p.scheme_id = simple; }) == Codes{"phase.scheme.changed"});
    CHECK(refused_phase(house, "order", [](Phase& p) { p.stage = Stage::potential; }) == Codes{});
}

TEST_CASE("a phase keeps its identity when it is renamed")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    CHECK(refused_phase(house, "inquiry", [](Phase& p) { p.name = "Pytanie", p.code = "question"; }) == Codes{});
    CHECK(house.get(sale.id).phase_id == house.phase("question"));
}

TEST_CASE("case_type.scheme.used")
{
    House house{EVERY_STORE()};
    house.sale();
    auto const change_scheme = [&](std::string_view type, std::string_view like) {
        return refused([&] {
            house([&](Work& work) {
                auto changed      = work.get(work.case_type(type));
                changed.scheme_id = work.get(work.case_type(like)).scheme_id;
                work.save(changed);
            });
        });
    };
    CHECK(change_scheme("sale", "service") == Codes{"case_type.scheme.used"});
    CHECK(change_scheme("service", "sale") == Codes{});
}

TEST_CASE("case_type.removed.referred, scheme.removed.referred")
{
    House house{EVERY_STORE()};
    house.sale();
    house([&](Work& work) {
        auto const type = work.case_type("sale");
        CHECK(refused([&] { work.remove(type); }) == Codes{"case_type.removed.referred", "case_type.removed.referred"});  // cases, states
        auto const broken = violations_of([&] { work.remove(work.get(type).scheme_id); });
        REQUIRE(broken.size() == 2);
        CHECK(broken[0].field == "phase.scheme_id");
        CHECK(broken[1].field == "case_type.scheme_id");
    });
}
