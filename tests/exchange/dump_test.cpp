// A database as JSON Lines, and back.
#include "exchange/filled.hpp"

#include "exchange/rows/base64.hpp"
#include "store/samples.hpp"

#include <crm/exchange/dump.hpp>

#include <fstream>
#include <regex>
#include <sstream>

using namespace crm;
using namespace crm::test;

namespace {

std::string dump_of(store::Store& store, DumpOptions const& options = {})
{
    std::ostringstream out;
    dump_database(store, out, options);
    return out.str();
}

void load(std::string const& dump, store::Store& store)
{
    std::istringstream in{dump};
    load_database(in, store);
}

/// The dump of a filled database, with the first line that `find` fits changed.
std::string changed(std::string const& dump, std::string const& find, std::string const& with)
{
    auto const result = std::regex_replace(dump, std::regex{find}, with, std::regex_constants::format_first_only);
    REQUIRE(result != dump);
    return result;
}

struct Wrong {
    std::string find, with;
    std::string told;
};

}  // namespace

TEST_CASE("a dump that is loaded and dumped again has the same bytes, from any store")
{
    House house{"sqlite"};
    fill(house);
    auto const source = store::open(house.place.uri());
    auto const dump   = dump_of(*source);
    CHECK(std::count(dump.begin(), dump.end(), '\n') > 100);

    FreshStore const first{EVERY_STORE()};
    load(dump, *first.operator->());
    CHECK(differences(everything(*source), everything(*first.operator->())).empty());
    CHECK(feed_of(*first.operator->()) == feed_of(*source));
    CHECK(dump_of(*first.operator->()) == dump);
}

TEST_CASE("a dump is of one state, and keeps nobody from writing")
{
    House house{EVERY_SQL_STORE()};  // whose writers have no patience
    fill(house);
    auto const source = store::open(house.place.uri());
    auto const before = dump_of(*source);
    int        told   = 0;
    auto const dump   = dump_of(*source, {.progress = [&](TransferProgress const&) {
        if (told++ == 0)
            house.sale(house.legal("Nowa").subject_id);
    }});
    CHECK(told > 1);
    CHECK(dump == before);
    CHECK(dump_of(*source) != before);
}

TEST_CASE("a dump is read by people: names, amounts with currencies, moments and days")
{
    House house{EVERY_STORE()};
    fill(house);
    FreshPlace const place{"sqlite"};
    std::string      dump;
    if (house.place.uri() == "memory:")
        return;  // is opened once
    dump = dump_of(*store::open(house.place.uri()));
    CHECK_THAT(dump, containing(R"("expected":"12500.50 PLN")"));
    CHECK_THAT(dump, containing(R"("planned":"-5.0001 EUR")"));
    CHECK_THAT(dump, containing(R"("outcome":"lost")"));
    CHECK_THAT(dump, containing(R"("written_at":"2026-11-23T09:00:00Z")"));
    CHECK_THAT(dump, containing(R"("is_primary":false)"));
    CHECK_THAT(dump, containing(R"("action":"changed","fields":{")"));
    CHECK_THAT(dump, containing("„Ślęża”"));
}

TEST_CASE("records alone: their history begins when they are loaded")
{
    House house{"sqlite"};
    fill(house);
    auto const dump = dump_of(*store::open(house.place.uri()), {.history = false});
    CHECK(dump.find("\"history\",") == dump.npos);
    CHECK(dump.find("\"record\":\"operation\"") == dump.npos);

    FreshPlace const place{EVERY_STORE()};
    auto             target = store::open(place.uri());
    load(dump, *target);
    CHECK_THROWS_AS(target->begin(store::Access::read)->feed(0, 1), OutOfRange);
    Database loaded{std::move(target), {}};
    CHECK(loaded.check().found.empty());
    loaded.transact(house.anna, [&](Work& work) { work.add(Task{.title = "Zadzwonić", .responsible_id = house.anna}); });
    CHECK(loaded.feed(1).size() == 1);
    CHECK(loaded.check().found.empty());
}

TEST_CASE("what is wrong in a dump is told by line, record and field, and nothing is stored")
{
    static std::string const dump = [] {
        House house{"sqlite"};
        fill(house);
        return dump_of(*store::open(house.place.uri()));
    }();
    auto const wrong = GENERATE(values<Wrong>({
        {R"("crm":"dump")", R"("crm":"else")", "Line 1: "},
        {R"("format":1)", R"("format":2)", "Line 1: "},
        {R"("feed":\{)", R"("food":{)", "Line 1: "},
        {R"(\{"record":"party")", R"({"record":"pariah")", "names no kind of record"},
        {R"("record":"party","id":(\d+),)", R"("record":"party",)", "party, id: it is missing"},
        {R"(,"short_name":)", R"(,"shirt_name":)", "short_name: it is missing"},
        {R"("kind":"natural")", R"("kind":"martian")", "kind: give one of natural, legal"},
        {R"("is_own":false)", R"("is_own":0)", "is_own: give true or false"},
        {R"("expected":"12500.50 PLN")", R"("expected":"12500.50")", "expected: give an amount"},
        {R"("planned":"-5.0001 EUR")", R"("planned":null)", "planned: give an amount"},
        {R"("opened_at":"[^"]*")", R"("opened_at":"yesterday")", "opened_at: give a moment"},
        {R"("bytes":")", R"("bytes":"=)", "bytes: give the bytes as base64"},
        {R"("summary":"Oferta")", R"("summary":7)", "summary: give a text"},
        {R"("summary":"Oferta")", R"("summary":"a\u0000")", "summary: give a text without zero"},
        {R"("citizenship":"")", R"("citizenship":"POLSKA")", "citizenship: give at most 2 characters; there are 6"},
        {R"("language":"")", R"("tongue":"")", "language: it is missing"},
        {R"("language":"")", R"("language":"","tongue":"")", "tongue: take it away"},
        {R"("party_id":\d+)", R"("party_id":999999)", "party_id: there is no party 999999"},
        {R"("parent_id":\d+)", R"("parent_id":999999)", "refers to one that the dump does not have"},
        {R"("record":"note","id":)", R"("record":"note","id":"x)", "Line "},
        {R"(\n\{"record":"task"[^\n]*)", "", "some are lost"},
        {R"((\n\{"record":"scheme"[^\n]*))", "$1$1", "is taken by a line before"},
        {R"(\{"end":true[^\n]*\n)", "", "breaks off behind line"},
        {R"(\{"record":"subject")", R"(["record":"subject")", "no object of JSON"},
    }));
    FreshStore const store{EVERY_LOCAL_STORE()};
    INFO(wrong.find << " -> " << wrong.with);
    CHECK_THROWS_WITH(load(changed(dump, wrong.find, wrong.with), *store.operator->()), containing(wrong.told));
    CHECK(everything(*store.operator->()).empty());
    load(dump, *store.operator->());
}

TEST_CASE("a reference that a server refuses is told by line too")
{
    House house{"sqlite"};
    fill(house);
    auto const       dump = dump_of(*store::open(house.place.uri()));
    FreshStore const store{EVERY_STORE()};
    CHECK_THROWS_WITH(load(changed(dump, R"("party_id":\d+)", R"("party_id":999999)"), *store.operator->()), containing("there is no party 999999"));
    CHECK_THROWS_WITH(load(changed(dump, R"("parent_id":\d+)", R"("parent_id":999999)"), *store.operator->()), containing("does not have"));
    CHECK(everything(*store.operator->()).empty());
    load(dump, *store.operator->());
    CHECK_THROWS_AS(load(dump, *store.operator->()), Conflict);
}

TEST_CASE("a dump is a file when it is whole, and takes nobody's place")
{
    House house{"sqlite"};
    fill(house);
    TemporaryFolder const folder;
    auto const            path = folder.file("dump.jsonl");
    dump_database(house.place.uri(), path);
    CHECK_THROWS_AS(dump_database(house.place.uri(), path), InvalidArgument);
    CHECK_THROWS_AS(dump_database(house.place.uri(), "/nowhere/dump.jsonl"), Unavailable);
    FreshPlace const place{"sqlite"};
    CHECK(load_database(path, place.uri()) > 100);
    CHECK(Database(place.uri(), {}).check().found.empty());
    auto const broken = DumpOptions{.progress = [](TransferProgress const&) { throw Cancelled{"broken off"}; }};
    CHECK_THROWS_AS(dump_database(house.place.uri(), folder.file("other.jsonl"), broken), Cancelled);
    CHECK_FALSE(std::filesystem::exists(folder.file("other.jsonl")));
    CHECK_FALSE(std::filesystem::exists(folder.file("other.jsonl.unfinished")));
}

TEST_CASE("extreme values come back from a dump")
{
    for (auto const& table : record::tables()) {
        INFO(table.name);
        FreshStore const first{"memory"}, second{"memory"};
        {
            auto const transaction = first.write();
            auto       row         = extreme(table, sample(table, 2, 2));
            if (table.index == record_index<Operation>) {
                row[table.position("at")].set(std::numeric_limits<std::int64_t>::min());
                row.emplace_back().set(std::int64_t{1});  // its place
                transaction->restore_operations(1, [&](std::size_t, record::Row& cells) { cells = row; });
            } else {
                insert_with_references(*transaction, table, row);
            }
            transaction->commit();
        }
        load(dump_of(*first.operator->()), *second.operator->());
        CHECK(differences(everything(*first.operator->()), everything(*second.operator->())).empty());
    }
}

TEST_CASE("base64 is that of RFC 4648, and nothing else is read")
{
    using exchange::from_base64;
    using exchange::to_base64;
    for (auto const& [bytes, text] : std::map<std::string, std::string>{{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}}) {
        CHECK(to_base64(bytes) == text);
        CHECK(from_base64(text) == bytes);
    }
    for (auto const* text : {"Z", "Zg", "Zg=", "Zh==", "=m9v", "Zm9v=", "Zg==Zg==", "Zm8-", "Zm9=", "Zm9 ", " Zm9v",
                            "Zm9v\n\n\n\n", "===="})
        CHECK_FALSE(from_base64(text));
    std::string all;
    for (int i = 0; i != 256; ++i)
        all += static_cast<char>(i);
    CHECK(from_base64(to_base64(all)) == all);

    std::string long_one;  // of several pieces
    while (long_one.size() < 7'000'000)
        long_one += all;
    auto text = to_base64(long_one);
    CHECK(from_base64(text) == long_one);
    CHECK_FALSE(from_base64(text.insert(1U << 22, "\n\n\n\n")));
}
