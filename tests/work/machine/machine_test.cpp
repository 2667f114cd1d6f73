// A state machine with a model of its own: random work, whose every answer is compared with what is on paper.
// RC_PARAMS="max_success=1000 max_size=300 seed=7" tells more and longer stories.
#include "step.hpp"

using namespace crm;
using namespace crm::test;
using namespace crm::test::machine;

TEST_CASE("whatever is done and asked in whatever order, every store answers as it would on paper")
{
    CHECK(rc::check("stores and paper agree", [] {
        Office     office{*rc::gen::elementOf(sql_kinds())};
        auto const next = [](Paper const& paper) {
            return rc::gen::cast<std::shared_ptr<Step::CommandType const>>(any_step(paper.given));
        };
        auto const story = *rc::gen::withSize(
            [&](int size) { return rc::gen::resize(100 + 2 * size, rc::state::gen::commands(Paper{}, next)); });
        rc::state::runAll(story, Paper{}, office);
    }));
}
