// No error tells a password, or a value that was bound: they end up in logs.
#include "house.hpp"

#include "record/table.hpp"
#include "store/location.hpp"

#include <string>

using namespace crm;
using namespace crm::test;

namespace {

std::string const marker = "Tajny7f3a";

template <class Step>
std::string told(Step const& step)
{
    try {
        step();
    } catch (Error const& failure) {
        return failure.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a failure of a store does not tell the values that were bound")
{
    House house{EVERY_STORE()};
    auto  store = store::open(house.place.uri(), {.patience = std::chrono::milliseconds{10}});
    if (house.place.uri() == "memory:")
        return;
    auto const& table  = record::table_of<Operator>();
    auto const  insert = [&](std::string const& code, std::string const& name) {
        auto const transaction = store->begin(store::Access::write);
        Operator   anna{.id = {transaction->reserve_ids(1)}, .revision = {.version = 1}, .code = code, .name = name};
        auto const row = record::row_of(anna);
        transaction->insert(table, 1, [&](std::size_t, record::Row& cells) { cells = row; });
        transaction->commit();
    };
    insert(marker, marker);
    std::string const too_long(5000, 'x'), invalid = marker + "\xC3\x28";
    for (auto const& failure : {told([&] { insert(marker, marker); }), told([&] { insert(marker + "2", marker + too_long); }), told([&] { insert(marker + "3", invalid); })}) {
        INFO(failure);
        CHECK(failure.find(marker) == failure.npos);
    }
    CHECK(told([&] { insert(marker, marker); }).size() > 10);  // a key that is taken is told
}

TEST_CASE("a server that does not let us in is told without the password")
{
    auto const kinds = sql_kinds();
    for (auto const& kind : kinds) {
        if (kind == "sqlite")
            continue;
        FreshPlace const place{kind};
        auto const       where  = store::location_of(place.uri()).target;
        auto const       scheme = kind + "://" + where.user + ":";
        auto const       at     = "@" + where.hosts[0].name + ":";
        auto const       port   = std::to_string(where.hosts[0].port);
        for (auto const& uri : {scheme + marker + at + port + "/" + where.place, scheme + marker + at + "1/" + where.place,
                                scheme + where.password + at + port + "/nowhere"}) {
            auto const failure = told([&] { static_cast<void>(store::open(uri)); });
            INFO(failure);
            CHECK(failure.size() > 10);
            CHECK(failure.find(marker) == failure.npos);
            CHECK(failure.find(where.password) == failure.npos);
        }
    }
}
