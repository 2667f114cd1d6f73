// What a database tells of itself, also when nothing goes on any more.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

std::string with_pool(std::string const& uri, int most)
{
    return uri + (uri.find('?') == uri.npos ? "?" : "&") + "pool=" + std::to_string(most);
}

}  // namespace

TEST_CASE("numbers are told at once when no connection is free, but for those of the feed")
{
    House house{EVERY_SQL_STORE()};
    house.legal();
    Database const database{with_pool(house.place.uri(), 1), {.patience = std::chrono::hours{1}}};  // this test would not end
    CHECK(database.stats().feed_last != Stats::unknown);

    auto const used  = database.view(house.anna);
    auto const stats = database.stats();
    CHECK(stats.pool_most == 1);
    CHECK(stats.pool_in_use == 1);
    CHECK(stats.feed_last == Stats::unknown);
}

TEST_CASE("operations are counted while somebody writes, and each from its commit on")
{
    House      house{EVERY_STORE()};
    auto const counted = [&] {
        auto const stats = house.database.stats();
        return stats.feed_last + static_cast<std::int64_t>(stats.feed_unnumbered);
    };
    auto const before = counted();
    auto       work   = house.database.work(house.anna);
    work.add(Operator{.name = "Ola"});
    CHECK(counted() == before);
    work.commit();
    CHECK(counted() == before + 1);
}

TEST_CASE("who finds no free connection is told how many there are")
{
    House          house{EVERY_SQL_STORE()};
    Database const database{with_pool(house.place.uri(), 1), {.patience = 0ms}};
    auto const     used = database.view(house.anna);
    CHECK_THROWS_WITH(database.view(house.anna), containing("All 1 connections"));
}
