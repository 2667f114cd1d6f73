// What the databases themselves hold, whoever writes to them: by plain SQL, as a person with a client would.
#include "samples.hpp"
#include "stores.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("the schema itself refuses what breaks a rule")
{
    FreshPlace const place{EVERY_SQL_STORE()};
    {
        auto const store       = store::open(place.uri());
        auto const transaction = store->begin(store::Access::write);
        insert_with_references(*transaction, record::table_of<Person>(), sample(record::table_of<Person>(), 1, 1));
        insert_with_references(*transaction, record::table_of<Case>(), sample(record::table_of<Case>(), 1, 1));
        insert_with_references(*transaction, record::table_of<TradeDocument>(), sample(record::table_of<TradeDocument>(), 1, 1));
        insert_with_references(*transaction, record::table_of<PlanLine>(), sample(record::table_of<PlanLine>(), 1, 1));
        transaction->commit();
    }
    auto const refused = [&](std::string const& sql) {
        INFO(sql);
        CHECK_THROWS_AS(place.run_sql(sql), std::exception);
    };
    refused("update crm_subject set kind = 1");                                // its person has a party of its own
    refused("update crm_case set outcome = 1");                                // without a moment
    refused("update crm_case set stage = 3");                                  // without an outcome
    refused("update crm_case set probability = 101");
    refused("update crm_case set phase_id = 12345");
    refused("update crm_case set expected_amount = 1");                        // without a currency
    refused("update crm_case set title = null");
    refused("update crm_trade_document set status = 5");
    refused("update crm_trade_document set net_currency = null");
    refused("update crm_trade_document set case_id = 12345");
    refused("update crm_plan_line set side = 3");
    refused("update crm_plan_line set case_id = null");
    refused("insert into crm_contact_point (id, version) values (1, 1)");
    refused("insert into crm_guard (id, guard) values (1, 1)");                // a key that is taken
    refused("delete from crm_party");                                          // others refer to it
}

TEST_CASE("a natural subject has one person, and both one party, whoever writes")
{
    FreshPlace const place{EVERY_SQL_STORE()};
    Database         database{place.uri(), {.create = true, .starter = "sales-en"}};
    Registered       jan;
    database.transact(database.operator_id("anna"), [&](Work& work) { jan = work.add_natural({.given_name = "Jan", .family_name = "Kowalski"}); });

    auto const person = [&](std::string const& party) {
        return "insert into crm_person (id, version, created_at, created_by, changed_at, changed_by, subject_id, subject_kind, party_id, salutation,"
               " position, department, source) values (900001, 1, 0, 0, 0, 0, " + std::to_string(jan.subject_id.value) + ", 1, " + party + ", '', '', '', '')";
    };
    CHECK_THROWS_AS(place.run_sql(person(std::to_string(jan.party_id.value))), std::exception);  // a second one
    place.run_sql("delete from crm_person where id = " + std::to_string(jan.person_id->value));
    place.run_sql("insert into crm_party select 900002, version, created_at, created_by, changed_at, changed_by, archived_at, name, short_name, given_name,"
                  " middle_names, family_name, title, birth_date, citizenship, language, name_key, guard from crm_party where id = " + std::to_string(jan.party_id.value));
    CHECK_THROWS_AS(place.run_sql(person("900002")), std::exception);  // with a party of its own
    CHECK_NOTHROW(place.run_sql(person(std::to_string(jan.party_id.value))));
}

TEST_CASE("a message has one key, whoever writes")
{
    FreshPlace const place{EVERY_SQL_STORE()};
    {
        auto const store       = store::open(place.uri());
        auto const transaction = store->begin(store::Access::write);
        insert_with_references(*transaction, record::table_of<Message>(), sample(record::table_of<Message>(), 1, 1));
        insert_with_references(*transaction, record::table_of<Message>(), sample(record::table_of<Message>(), 2, 2));
        transaction->commit();
    }
    auto const* const key = place.uri().starts_with("mariadb") ? "`key`" : "\"key\"";
    CHECK_THROWS_AS(place.run_sql(std::string{"update crm_message set "}.append(key).append(" = 'x'")), std::exception);
}
