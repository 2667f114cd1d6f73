// Plan against actual: by figures that were computed by hand, and in every store as in memory.
#include "house.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <limits>

using namespace crm;
using namespace crm::test;

namespace {

/// The same is told to several houses, whose ids are given alike.
struct Planned : House {
    using House::House;

    Id<PlanLine> plan(Id<Case> of, MoneySide side, MoneyCategory category, Money money)
    {
        return (*this)([&](Work& work) { return work.add(PlanLine{.case_id = of, .side = side, .category = category, .planned = money}); });
    }
    Id<PlanLine> plan(Id<Case> of, MoneySide side, MoneyCategory category, std::string_view money)
    {
        return plan(of, side, category, Money::parse(money));
    }
    Id<TradeDocument> trade(Id<Case> with, std::string_view kind, MoneyCategory category, Money money,
                            TradeDocumentStatus status = TradeDocumentStatus::confirmed)
    {
        return (*this)([&](Work& work) {
            return work.add(TradeDocument{.kind_id = work.trade_kind(kind), .reference = std::to_string(++documents), .case_id = with,
                                          .category = category, .net = money, .status = status});
        });
    }
    Id<TradeDocument> trade(Id<Case> with, std::string_view kind, MoneyCategory category, std::string_view money,
                            TradeDocumentStatus status = TradeDocumentStatus::confirmed)
    {
        return trade(with, kind, category, Money::parse(money), status);
    }

    int documents = 0;
};

PlanRow row(MoneySide side, std::optional<MoneyCategory> category, char const* planned, char const* actual, char const* difference,
            std::optional<std::int64_t> basis_points)
{
    return {.side = side, .category = category, .planned = Money::parse(planned), .actual = Money::parse(actual),
            .difference = Money::parse(difference), .basis_points = basis_points};
}

constexpr auto cost = MoneySide::cost, revenue = MoneySide::revenue;
constexpr auto labour = MoneyCategory::labour, material = MoneyCategory::material, goods = MoneyCategory::goods;

}  // namespace

TEST_CASE("plan and actual are compared by currency, side and category, and in total")
{
    Planned    house{EVERY_STORE()};
    auto const sale = house.sale().id, other = house.sale().id, empty = house.sale().id;
    house.plan(sale, cost, material, "600.00 PLN");
    house.plan(sale, cost, material, "400.00 PLN");
    house.plan(sale, cost, labour, "300.00 PLN");
    house.plan(sale, revenue, goods, "2000.00 PLN");
    house.plan(sale, cost, goods, "50.00 EUR");
    house.plan(other, cost, material, "7.00 PLN");
    house.trade(sale, "purchase-invoice", material, "1200.00 PLN", TradeDocumentStatus::posted);
    house.trade(sale, "purchase-credit-note", material, "75.50 PLN");
    house.trade(sale, "goods-receipt", material, "1200.00 PLN", TradeDocumentStatus::posted);  // its invoice is the cost
    house.trade(sale, "purchase-invoice", labour, "999.00 PLN", TradeDocumentStatus::draft);
    house.trade(sale, "purchase-invoice", labour, "999.00 PLN", TradeDocumentStatus::cancelled);
    house.trade(sale, "purchase-invoice", goods, "10.00 PLN");
    house.trade(sale, "sales-invoice", goods, "1500.00 PLN");
    house.trade(sale, "sales-credit-note", goods, "100.00 PLN");
    house.trade(sale, "sales-order", goods, "2000.00 PLN");
    house.trade(other, "purchase-invoice", material, "8.00 PLN");

    CHECK(house.view().plan_against_actual(sale) == PlanComparison{
        row(cost, goods, "50.00 EUR", "0.00 EUR", "-50.00 EUR", 0),
        row(cost, {}, "50.00 EUR", "0.00 EUR", "-50.00 EUR", 0),
        row(cost, labour, "300.00 PLN", "0.00 PLN", "-300.00 PLN", 0),
        row(cost, material, "1000.00 PLN", "1124.50 PLN", "124.50 PLN", 11'245),
        row(cost, goods, "0.00 PLN", "10.00 PLN", "10.00 PLN", std::nullopt),
        row(cost, {}, "1300.00 PLN", "1134.50 PLN", "-165.50 PLN", 8'727),
        row(revenue, goods, "2000.00 PLN", "1400.00 PLN", "-600.00 PLN", 7'000),
        row(revenue, {}, "2000.00 PLN", "1400.00 PLN", "-600.00 PLN", 7'000),
    });
    CHECK(house.view().plan_against_actual(empty).empty());
}

TEST_CASE("what is put away counts neither as plan nor as actual")
{
    Planned    house{EVERY_STORE()};
    auto const sale     = house.sale().id;
    auto const line     = house.plan(sale, cost, material, "600.00 PLN");
    auto const document = house.trade(sale, "purchase-invoice", material, "700.00 PLN");
    house([&](Work& work) { work.archive(line); });
    CHECK(house.view().plan_against_actual(sale).front() == row(cost, material, "0.00 PLN", "700.00 PLN", "700.00 PLN", std::nullopt));
    house([&](Work& work) { work.archive(document); });
    CHECK(house.view().plan_against_actual(sale).empty());
}

TEST_CASE("a work sees its own changes in the comparison")
{
    Planned    house{EVERY_STORE()};
    auto const sale = house.sale().id;
    house([&](Work& work) {
        work.add(PlanLine{.case_id = sale, .side = cost, .planned = Money::parse("5.00 PLN")});
        CHECK(work.plan_against_actual(sale).size() == 2);
        CHECK(work.overruns().front().difference == Money::parse("-5.00 PLN"));
    });
}

TEST_CASE("the share of the plan is rounded half away from zero, and has a sign")
{
    auto const share = [](char const* planned, char const* actual) { return share_of_plan(Money::parse(planned), Money::parse(actual)); };
    CHECK(share("3 PLN", "2 PLN") == 6'667);
    CHECK(share("3 PLN", "1 PLN") == 3'333);
    CHECK(share("20000 PLN", "1 PLN") == 1);       // half of 1/100 of a per cent
    CHECK(share("20001 PLN", "1 PLN") == 0);
    CHECK(share("20000 PLN", "-1 PLN") == -1);
    CHECK(share("-20000 PLN", "1 PLN") == -1);
    CHECK(share("-100 PLN", "-112.5 PLN") == 11'250);
    CHECK(share("0 PLN", "5 PLN") == std::nullopt);
    Money const least{.amount = std::numeric_limits<std::int64_t>::min(), .currency = Currency{"PLN"}};
    CHECK(share_of_plan(least, least) == 10'000);
    CHECK_THROWS_AS(share_of_plan({.amount = 1, .currency = least.currency}, least), OutOfRange);
}

TEST_CASE("the cases that are furthest above their plan come first, of each currency")
{
    Planned    house{EVERY_STORE()};
    auto const even = house.sale().id, most = house.sale().id, same = house.sale().id, abroad = house.sale().id, hidden = house.sale().id,
               unplanned = house.sale().id;
    for (auto id : {even, most, same, hidden})
        house.plan(id, cost, material, "100.00 PLN");
    house.plan(even, revenue, goods, "1.00 PLN");
    house.plan(abroad, cost, labour, "10.00 EUR");
    house.trade(most, "purchase-invoice", material, "150.00 PLN");
    house.trade(most, "purchase-invoice", labour, "40.00 PLN");
    house.trade(most, "purchase-credit-note", labour, "20.00 PLN");
    house.trade(most, "sales-invoice", goods, "5000.00 PLN");
    house.trade(same, "purchase-invoice", material, "100.00 PLN");
    house.trade(even, "purchase-invoice", material, "100.00 PLN");
    house.trade(even, "purchase-invoice", material, "100.00 EUR");
    house.trade(hidden, "purchase-invoice", material, "900.00 PLN");
    house.trade(unplanned, "purchase-invoice", material, "900.00 PLN");
    house([&](Work& work) { work.archive(hidden); });

    auto       view     = house.view();
    auto const overruns = view.overruns();
    REQUIRE(overruns.size() == 4);
    CHECK(overruns[0].case_id == abroad);
    CHECK(overruns[0].basis_points == 0);
    CHECK(overruns[1] == Overrun{.case_id = most, .title = "Dach hali 3", .planned = Money::parse("100.00 PLN"), .actual = Money::parse("170.00 PLN"),
                                 .difference = Money::parse("70.00 PLN"), .basis_points = 17'000});
    CHECK(overruns[2].case_id == even);
    CHECK(overruns[3].case_id == same);
    CHECK(view.overruns({.limit = 1}) == Overruns{overruns[0], overruns[1]});
    CHECK(view.overruns({.limit = 0}).empty());
    auto const earned = view.overruns({.side = revenue});
    REQUIRE(earned.size() == 1);
    CHECK(earned.front().difference == Money::parse("-1.00 PLN"));
}

TEST_CASE("a sum, or a difference, that has no room is an error; sums on the way to one that has are none")
{
    Planned     house{EVERY_STORE()};
    auto const  sale = house.sale().id, other = house.sale().id;
    Money const greatest{.amount = std::numeric_limits<std::int64_t>::max(), .currency = Currency{"PLN"}};
    house.plan(other, cost, material, "1.00 PLN");
    house.plan(sale, cost, material, greatest);
    house.plan(sale, cost, material, greatest);
    CHECK_THROWS_AS(house.view().plan_against_actual(sale), OutOfRange);
    CHECK(house.view().overruns({.limit = 1}).front().case_id == other);  // what is not shown need not fit
    CHECK_THROWS_AS(house.view().overruns(), OutOfRange);
    house.plan(sale, cost, material, {.amount = -greatest.amount, .currency = greatest.currency});
    CHECK(house.view().plan_against_actual(sale).front().planned == greatest);
    house.trade(sale, "purchase-credit-note", material, "1.00 PLN");
    CHECK_THROWS_AS(house.view().plan_against_actual(sale), OutOfRange);
}

namespace {

struct Step {
    int what = 0, which = 0, choice = 0;
    std::int64_t amount = 0;

    void take(Planned& house, std::vector<Id<Case>> const& cases, std::vector<Id<PlanLine>>& lines, std::vector<Id<TradeDocument>>& documents) const
    {
        static constexpr char const* kinds[] = {"offer", "sales-invoice", "sales-credit-note", "warehouse-issue", "purchase-invoice",
                                                "purchase-credit-note"};
        static constexpr char const* currencies[] = {"PLN", "EUR"};
        auto const                   pick = [](auto const& list, int number) { return list[static_cast<std::size_t>(number) % std::size(list)]; };
        auto const                   of   = pick(cases, which);
        auto const                   category = static_cast<MoneyCategory>(1 + choice % 5);
        Money const                  money{.amount = amount, .currency = Currency{pick(currencies, choice / 5)}};
        if (what < 5)
            lines.push_back(house.plan(of, choice % 3 == 0 ? revenue : cost, category, money));
        else if (what < 10)
            documents.push_back(house.trade(of, pick(kinds, choice), category, money, static_cast<TradeDocumentStatus>(1 + which % 4)));
        else if (what == 10 && !lines.empty())
            house([&](Work& work) { work.archive(pick(lines, choice)); });
        else if (what == 11 && !documents.empty())
            house([&](Work& work) { work.archive(pick(documents, choice)); });
        else if (what == 12)
            house([&](Work& work) { choice % 2 == 0 ? work.archive(of) : work.restore(of); });
    }
};

/// The answer, or nothing where it has no room.
template <class Ask>
auto answer(Ask const& ask) -> std::optional<decltype(ask())>
{
    try {
        return ask();
    } catch (OutOfRange const&) {
        return std::nullopt;
    }
}

}  // namespace

TEST_CASE("every store compares plan and actual as memory does")
{
    CHECK(rc::check("plans agree", [] {
        auto const amounts = rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-50, 5'000), rc::gen::arbitrary<std::int64_t>());
        auto const steps   = *rc::gen::container<std::vector<Step>>(
            rc::gen::build<Step>(rc::gen::set(&Step::what, rc::gen::inRange(0, 13)), rc::gen::set(&Step::which, rc::gen::inRange(0, 30)),
                                 rc::gen::set(&Step::choice, rc::gen::inRange(0, 30)), rc::gen::set(&Step::amount, amounts)));
        Planned memory{"memory"}, sqlite{"sqlite"};
        auto const tell = [&](Planned& house) {
            std::vector<Id<Case>> const    cases{house.sale().id, house.sale().id, house.sale().id};
            std::vector<Id<PlanLine>>      lines;
            std::vector<Id<TradeDocument>> documents;
            for (auto const& step : steps)
                step.take(house, cases, lines, documents);
            return cases;
        };
        auto const ours = tell(memory), theirs = tell(sqlite);
        auto       in_memory = memory.view(), in_sqlite = sqlite.view();
        for (std::size_t i = 0; i != ours.size(); ++i)
            RC_ASSERT(answer([&] { return in_memory.plan_against_actual(ours[i]); }) == answer([&] { return in_sqlite.plan_against_actual(theirs[i]); }));
        for (auto side : {cost, revenue})
            for (std::size_t const limit : {1U, 2U, 20U})
                RC_ASSERT(answer([&] { return in_memory.overruns({.limit = limit, .side = side}); }) ==
                          answer([&] { return in_sqlite.overruns({.limit = limit, .side = side}); }));
    }));
}
