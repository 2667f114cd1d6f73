// Finding records, a page at a time.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

constexpr int many = 25;

/// Cases in which every order has ties, and null and empty values.
void add_cases(House& house)
{
    house([&](Work& work) {
        std::vector<Case> cases;
        for (int n = 0; n != many; ++n) {
            Case c{.title = n % 2 ? "Dach" : "dach", .type_id = work.case_type("sale"), .keeper_id = n % 3 ? house.anna : house.jan};
            c.source    = n % 4 == 0 ? "" : n % 4 == 1 ? "Targi" : "Łącznik";
            c.opened_at = monday + std::chrono::hours{n % 7};
            if (n % 3)
                c.number = "S/" + std::to_string(many - n);
            if (n % 5)
                c.probability = n % 5 * 10;
            if (n % 2)
                c.expected = Money{.amount = (n % 6) * 1'0000, .currency = Currency{n % 4 == 1 ? "PLN" : "EUR"}};
            cases.push_back(c);
        }
        work.add(cases);
    });
}

std::vector<Case> pages(House const& house, std::vector<Order> order, std::size_t limit)
{
    std::vector<Case> all;
    Paging            paging{.order = std::move(order), .limit = limit};
    do {
        auto page = house.view().find<Case>({}, paging);
        CHECK(page.records.size() <= limit);
        CHECK((page.records.size() == limit || page.next.empty()));
        all.insert(all.end(), page.records.begin(), page.records.end());
        paging.after = page.next;
    } while (!paging.after.empty() && all.size() <= many);
    return all;
}

}  // namespace

TEST_CASE("pages in any order have every record once, in the order of one large page")
{
    House house{EVERY_STORE()};
    add_cases(house);
    using Orders = std::vector<std::vector<Order>>;
    for (auto const& order : Orders{{},
                                    {{"number"}},
                                    {{"number", true}},
                                    {{"source"}},
                                    {{"source", true}},
                                    {{"title"}, {"source", true}},
                                    {{"probability"}},
                                    {{"probability", true}, {"opened_at"}},
                                    {{"expected.amount", true}},
                                    {{"expected.currency"}, {"expected.amount"}},
                                    {{"keeper_id"}, {"created_at"}},
                                    {{"stage"}},
                                    {{"id", true}}}) {
        CAPTURE(order.empty() ? "id" : order.front().field);
        auto const whole = pages(house, order, 1000);
        CHECK(whole.size() == many);
        for (std::size_t limit : {1, 3, 5, 24, 25})
            CHECK(pages(house, order, limit) == whole);
    }
}

TEST_CASE("null comes before every value, and last when the order is turned")
{
    House house{EVERY_STORE()};
    add_cases(house);
    bool const turned = GENERATE(false, true);
    auto const cases  = pages(house, {{"probability", turned}}, 7);
    auto const first  = turned ? cases.rbegin()[0] : cases.front();
    CHECK_FALSE(first.probability);
    auto const greatest = turned ? cases.front() : cases.back();
    CHECK(greatest.probability == 40);
}

TEST_CASE("texts are in the order of their bytes")
{
    House house{EVERY_STORE()};
    add_cases(house);
    auto const cases = pages(house, {{"source"}}, 100);
    CHECK(cases.front().source.empty());
    CHECK(cases.back().source == "Łącznik");
}

TEST_CASE("the last page has no next one")
{
    House house{EVERY_STORE()};
    add_cases(house);
    auto const page = house.view().find<Case>({}, {.limit = many});
    CHECK(page.records.size() == many);
    CHECK(page.next.empty());
    CHECK(house.view().find<Case>(parse_condition("title = 'Podłoga'")).records.empty());
}

TEST_CASE("a page is of what the condition is true of, and is counted by it")
{
    House house{EVERY_STORE()};
    add_cases(house);
    auto const condition = field(&Case::title) == "Dach" && field(&Case::probability) >= 20;
    auto       view      = house.view();
    auto const found     = view.find<Case>(condition, {.limit = 1000}).records;
    CHECK(view.count<Case>(condition) == std::ssize(found));
    CHECK_FALSE(found.empty());
    for (auto const& c : found) {
        CHECK(c.title == "Dach");
        CHECK(c.probability >= 20);
    }
}

TEST_CASE("a page begun before a change goes on from its place")
{
    House house{EVERY_STORE()};
    add_cases(house);
    auto const first = house.view().find<Case>({}, {.order = {{"number"}}, .limit = 10});
    house([&](Work& work) { work.remove(first.records.back().id); });
    auto const second = house.view().find<Case>({}, {.order = {{"number"}}, .limit = 1000, .after = first.next});
    CHECK(first.records.size() + second.records.size() == many);
}

TEST_CASE("a cursor of another order, or of none, is refused")
{
    House house{EVERY_STORE()};
    add_cases(house);
    auto       view   = house.view();
    auto const cursor = view.find<Case>({}, {.order = {{"title"}}, .limit = 1}).next;
    REQUIRE_FALSE(cursor.empty());
    auto const ask = [&](std::vector<Order> order, std::string after) {
        static_cast<void>(view.find<Case>({}, {.order = std::move(order), .limit = 1, .after = std::move(after)}));
    };
    CHECK_NOTHROW(ask({{"title"}}, cursor));
    CHECK_THROWS_AS(ask({}, cursor), InvalidArgument);
    CHECK_THROWS_AS(ask({{"title"}, {"source"}}, cursor), InvalidArgument);
    CHECK_THROWS_AS(ask({{"probability"}}, cursor), InvalidArgument);
    auto const broken = GENERATE("x", "[]", "{}", "[1", R"(["Dach"])", R"([1, 2])", R"(["Dach", "1"])", R"(["Dach", 1, 2])", R"(["Dach", 1.5])");
    CAPTURE(broken);
    CHECK_THROWS_AS(ask({{"title"}}, broken), InvalidArgument);
}

TEST_CASE("an order that the record does not have is refused")
{
    House house{EVERY_STORE()};
    auto  view = house.view();
    CHECK_THROWS_AS(view.find<Case>({}, {.order = {{"height"}}}), InvalidArgument);
    CHECK_THROWS_WITH(view.find<Case>({}, {.order = {{"expected"}}}), containing("expected.amount"));
    CHECK_THROWS_AS(view.find<Case>(parse_condition("height = 3")), InvalidArgument);
    CHECK_THROWS_AS(view.count<Case>(parse_condition("title = 3")), InvalidArgument);
}

TEST_CASE("a work sees what it has done")
{
    House house{EVERY_STORE()};
    auto  work = house.database.work(house.anna);
    auto  task = Task{.title = "Zadzwonić", .responsible_id = house.anna};
    work.add(task);
    CHECK(work.get(task.id) == task);
    CHECK(work.count<Task>() == 1);
    CHECK(work.history(task.id).size() == 1);
    CHECK(work.who() == house.anna);
}

TEST_CASE("a timeline is of somebody or something")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    CHECK_THROWS_AS(house.view().timeline({}), InvalidArgument);
    CHECK(house.view().timeline({.case_id = sale.id}).size() == 1);
}
