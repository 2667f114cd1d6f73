// A database that the first version of crm made, with its own library: every later version upgrades and reads it.
#include "stores.hpp"

#include "store/sql/schema/schema.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <fstream>

using namespace crm;
using namespace crm::test;

namespace {

/// What `sqlite3 file .dump` printed: a statement ends with a semicolon at the end of a line.
void restore(FreshPlace const& place, std::string const& fixture)
{
    soci::session session{*soci::factory_sqlite3(), "db=\"" + place.file() + "\""};
    std::ifstream script{std::filesystem::path{CRM_FIXTURES} / fixture};
    REQUIRE(script);
    std::string statement;
    for (std::string line; std::getline(script, line);) {
        statement += line + '\n';
        if (line.ends_with(';'))
            session << std::exchange(statement, {});
    }
}

template <class Record>
Record only(View& view, std::string_view condition)
{
    auto const found = view.find<Record>(parse_condition(condition)).records;
    REQUIRE(found.size() == 1);
    return found.front();
}

}  // namespace

TEST_CASE("a database of the first version is upgraded, and read as it was written")
{
    FreshPlace const place{"sqlite"};
    restore(place, "version_1.sql");
    CHECK_THROWS_AS(Database(place.uri(), {}), SchemaMismatch);
    Database const database{place.uri(), {.create = true}};
    CHECK_NOTHROW(Database(place.uri(), {}));

    auto       view = database.view(Id<Operator>{1});
    auto const sale = only<Case>(view, "number = 'S/1'");
    CHECK(sale.title == "Dach hali 3");
    CHECK(sale.expected == Money::parse("12500.50 PLN"));
    CHECK(sale.stage == Stage::active);
    CHECK(only<Case>(view, "outcome = lost").parent_id == sale.id);
    auto const firm = only<Subject>(view, "number = 'K/1'");
    CHECK(view.get(firm.party_id).name == "Dachy „Ślęża” Sp. z o.o.");
    CHECK(only<Person>(view, "position = 'Dyrektor'").subject_id == firm.id);
    CHECK(only<Contact>(view, "summary = 'Pytanie o dach'").body == "Wiersz\n\"drugi\"");
    auto const mail = only<Document>(view, "file_name = 'plan.bin'");
    CHECK(view.get(*mail.content_id).bytes.data == std::string("\0\x01\xFF", 3));
    CHECK_THAT(only<Message>(view, "state = imported").text, containing("Proszę o ofertę"));
    CHECK(view.history(sale.id).size() == 2);
    CHECK(view.funnel({}).size() > 1);

    auto const feed = database.feed(0);
    REQUIRE(feed.size() == 6);
    CHECK(feed.back().changes.size() > 2);
    CHECK(std::ranges::is_sorted(feed, {}, [](FeedEntry const& entry) { return entry.operation.stamp; }));
    auto const findings = database.check();
    for (auto const& finding : findings.found)
        FAIL_CHECK(finding.record << " " << finding.id << " " << finding.code << ": " << finding.message);
}

TEST_CASE("a database of the first version goes on: what an old record lacks is merged, added and counted")
{
    FreshPlace const place{"sqlite"};
    restore(place, "version_1.sql");
    Database const database{place.uri(), {.create = true}};
    auto const     anna = Database{place.uri(), {}}.operator_id("anna");
    auto           view = database.view(anna);
    auto const     sale = only<Case>(view, "number = 'S/1'");
    database.transact(anna, [&](Work& work) {
        auto newer        = sale;
        newer.description = "od nowej wersji";
        work.save(newer);
        auto older   = sale;
        older.source = "polecenie";
        work.save(older);
        CHECK(older.description == "od nowej wersji");
        work.add(PlanLine{.case_id = sale.id, .side = MoneySide::cost, .planned = Money::parse("5.00 PLN")});
    });
    CHECK(database.check().found.empty());
}
