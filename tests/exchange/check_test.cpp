// What a look at everything finds: nothing in what crm wrote, and what was changed behind its back.
#include "exchange/filled.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>

using namespace crm;
using namespace crm::test;

namespace {

Codes codes_of(Findings const& findings)
{
    Codes codes;
    for (auto const& finding : findings.found)
        codes.push_back(finding.code);
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

struct Damage {
    std::string statement;
    Codes       codes;
};

}  // namespace

TEST_CASE("nothing is found in what crm wrote")
{
    House house{EVERY_STORE()};
    fill(house);
    auto const findings = house.database.check();
    for (auto const& finding : findings.found)
        UNSCOPED_INFO(finding.record << " " << finding.id << " " << finding.code << ": " << finding.message);
    CHECK(findings.found.empty());
    CHECK(findings.all);
    CHECK(findings.records > 50);
}

TEST_CASE("what was changed behind crm's back is found, by the rule or promise that is broken")
{
    House house{"sqlite"};
    fill(house);
    auto const damage = GENERATE(values<Damage>({
        {"update crm_party set name_key = 'x' where id = (select min(id) from crm_party)", {"party.name_key.stored"}},
        {"update crm_party set name = ' ' where id = (select min(id) from crm_party)", {"party.name.required", "party.name_key.stored"}},
        {"update crm_contact_point set value_key = 'x'", {"contact_point.value_key.stored"}},
        {"update crm_content set bytes = cast('x' as blob)", {"content.sha256.stored", "content.size.stored"}},
        {"update crm_identifier set value = '5260250275'", {"identifier.value.number"}},
        {"update crm_case_state set seq = seq + 5 where seq = 2", {"case.state.newest", "case_state.seq.gap"}},
        {"delete from crm_case_state where seq = 1", {"case.state.newest", "case_state.seq.gap"}},
        {"update crm_case set expected_amount = 7 where expected_amount is not null", {"case.state.newest"}},
        {"update crm_case set parent_id = id", {"case.parent.other"}},
        {"update crm_case set parent_id = (select max(id) from crm_case c where c.id <> crm_case.id)", {"case.parent.cycle"}},
        {"update crm_phase set archived_at = 1 where stage = 2", {"scheme.stage.required"}},
        {"update crm_phase set stage = 1 where id in (select phase_id from crm_case where stage = 3)", {"case.stage.phase", "case_state.stage.phase", "scheme.stage.required"}},
        {"delete from crm_participant where operator_id is not null", {"contact.employee.required", "history.record.missing"}},
        {"delete from crm_operation where id = (select max(id) from crm_operation)", {"history.operation.missing"}},
        {"delete from crm_history where position = 0 and operation_id = (select max(operation_id) from crm_history where position > 0)", {"history.position.gap", "history.record.missing"}},
        {"update crm_note set version = version + 1", {"history.version.newest"}},
        {"update crm_operation set feed_position = feed_position + 1 where feed_position > 3", {"operation.feed_position.order"}},
        {"update crm_base set criterion = 'colour = red'", {"base.criterion.condition"}},
        {"update crm_note set subject_id = 999999", {"database.integrity", "note.subject_id.missing"}},
        {"delete from crm_admitted_kind", {"history.record.missing", "trade_document.kind.admitted"}},
    }));
    {
        soci::session session{*soci::factory_sqlite3(), "db=\"" + house.place.file() + "\""};
        session << damage.statement;
    }
    INFO(damage.statement);
    auto const found = codes_of(house.database.check());
    for (auto const& code : damage.codes) {
        INFO(code);
        CHECK(std::ranges::count(found, code) == 1);
    }
    for (auto const& code : found) {
        INFO("also found: " << code);
        CHECK(std::ranges::count(damage.codes, code) == 1);
    }
    CHECK_FALSE(house.database.check({.most = 0}).all);
}

TEST_CASE("a link that keeps another moment than what it leads to is found on every database")
{
    House house{EVERY_SQL_STORE()};
    fill(house);
    auto const link = GENERATE(as<std::string>{}, "contact_case", "document_link");
    house.place.run_sql("update crm_" + link + " set " + (link == "contact_case" ? "contact_at" : "document_at") + " = 5");
    auto const found = house.database.check().found;
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().code == "database.integrity");
    CHECK_THAT(found.front().message, containing("The " + link + " ") && containing("another moment"));
}

TEST_CASE("a file whose bytes were overwritten is told to be corrupt, and ends no program")
{
    auto const seed = GENERATE(range(1, 30));
    House      house{"sqlite"};
    fill(house);
    FreshPlace const copy{"sqlite"};
    house.database.back_up(copy.file());
    {
        std::fstream file{copy.file(), std::ios::in | std::ios::out | std::ios::binary};
        file.seekg(0, std::ios::end);
        auto const     size = static_cast<std::int64_t>(file.tellg());
        std::minstd_rand random(static_cast<unsigned>(seed));
        for (int i = 0; i != 40; ++i) {
            file.seekp(100 + random() % (size - 200));
            file << std::string(60, static_cast<char>(random() % 256));
        }
    }
    try {
        auto const findings = Database{copy.uri(), {}}.check();
        CHECK_FALSE(findings.found.empty());
    } catch (Corrupt const&) {
        SUCCEED("it could not be opened");
    } catch (NotFound const&) {
        SUCCEED("the names of its tables are gone");
    } catch (SchemaMismatch const&) {
        SUCCEED("so are its tables");
    }
}

TEST_CASE("a backup is a whole database, made while others write")
{
    House house{"sqlite"};
    fill(house);
    FreshPlace const copy{"sqlite"};
    bool             wrote = false;
    house.database.back_up(copy.file(), false, [&](std::int64_t done, std::int64_t all) {
        CHECK(done <= all);
        if (!std::exchange(wrote, true))
            house.legal("Nowa");
    });
    CHECK(wrote);
    Database backup{copy.uri(), {}};
    CHECK(backup.check().found.empty());
    CHECK(backup.feed(0, 1000).size() == house.database.feed(0, 1000).size() - 1);
    CHECK_THROWS_AS(house.database.back_up(copy.file()), InvalidArgument);
    CHECK_NOTHROW(house.database.back_up(house.place.file() + ".bak", true));
    CHECK_NOTHROW(house.database.back_up(house.place.file() + ".bak", true));
    CHECK_THROWS_AS(House{"memory"}.database.back_up(copy.file() + ".2"), Unsupported);
    CHECK_THROWS_AS(house.database.back_up("/nowhere/backup.db"), Unavailable);
}
