#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

namespace {

Codes broken_by_change(Phase const& before, Phase const& after, std::int64_t cases)
{
    Violations broken;
    rules::check_change(before, after, cases, broken);
    return codes_of(broken);
}

}  // namespace

TEST_CASE("every rule of a phase has one way to break it")
{
    check_own_rules<Phase>(std::to_array<Breaking<Phase>>({
        {"phase.probability.range", [](Phase& p) { p.probability = 101; }},
    }));
}

TEST_CASE("phase.probability.range: from 0 to 100")
{
    auto p        = sample<Phase>();
    p.probability = GENERATE(0, 100);
    CHECK(broken_by(p) == Codes{});
    p.probability = -1;
    CHECK(broken_by(p) == Codes{"phase.probability.range"});
}

TEST_CASE("scheme.stage.required: the sentence names the stage")
{
    Violations broken;
    rules::check_stage(Stage::active, 1, broken);
    CHECK(broken.empty());
    rules::check_stage(Stage::active, 0, broken);
    REQUIRE(codes_of(broken) == Codes{"scheme.stage.required"});
    CHECK_THAT(broken.front().message, containing("stage active"));
}

TEST_CASE("phase.scheme.changed")
{
    auto const before = sample<Phase>();
    auto       after  = before;
    after.scheme_id   = {8};
    CHECK(broken_by_change(before, after, 0) == Codes{"phase.scheme.changed"});
}

TEST_CASE("phase.stage.used: only while cases are in it")
{
    auto const before = sample<Phase>();
    auto       after  = before;
    after.stage       = Stage::closed;
    CHECK(broken_by_change(before, after, 1) == Codes{"phase.stage.used"});
    CHECK(broken_by_change(before, after, 0) == Codes{});
    CHECK(broken_by_change(before, before, 1) == Codes{});
}

TEST_CASE("phase.removed.used: the sentence says how many cases there are")
{
    Violations broken;
    rules::check_unused(0, broken);
    CHECK(broken.empty());
    rules::check_unused(3, broken);
    REQUIRE(codes_of(broken) == Codes{"phase.removed.used"});
    CHECK_THAT(broken.front().message, containing("3 cases"));
}
