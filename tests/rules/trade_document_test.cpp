#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("trade_document.net.currency: an amount is required")
{
    auto document = sample<TradeDocument>();
    document.net  = {};
    CHECK(broken_by(document) == Codes{"trade_document.net.currency"});
}

TEST_CASE("trade_document.kind.admitted: the type of the case says so")
{
    bool const is_admitted = GENERATE(true, false);
    Violations broken;
    rules::check_admitted(is_admitted, broken);
    CHECK(codes_of(broken) == (is_admitted ? Codes{} : Codes{"trade_document.kind.admitted"}));
}

TEST_CASE("trade_document.case.open: a case of any stage but closed is linked")
{
    auto const stage = GENERATE(Stage::potential, Stage::active, Stage::closed);
    Violations broken;
    rules::check_link(Case{.stage = stage}, broken);
    CHECK(codes_of(broken) == (stage == Stage::closed ? Codes{"trade_document.case.open"} : Codes{}));
}

TEST_CASE("admitted_kind.removed.used: an admission goes when nothing relies on it")
{
    Violations broken;
    rules::check_unused_admission(0, broken);
    CHECK(broken.empty());
    rules::check_unused_admission(12, broken);
    REQUIRE(codes_of(broken) == Codes{"admitted_kind.removed.used"});
    CHECK_THAT(broken.front().message, containing("12 documents"));
}

TEST_CASE("case.type.admits")
{
    Violations broken;
    rules::check_documents(0, broken);
    CHECK(broken.empty());
    rules::check_documents(3, broken);
    REQUIRE(codes_of(broken) == Codes{"case.type.admits"});
    CHECK_THAT(broken.front().message, containing("the 3 of other kinds"));
}

TEST_CASE("a document counts once it is confirmed, and no longer when it is cancelled")
{
    CHECK_FALSE(is_actual(TradeDocumentStatus::draft));
    CHECK(is_actual(TradeDocumentStatus::confirmed));
    CHECK(is_actual(TradeDocumentStatus::posted));
    CHECK_FALSE(is_actual(TradeDocumentStatus::cancelled));
}
