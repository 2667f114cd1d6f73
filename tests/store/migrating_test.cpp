// Databases of earlier versions: they are upgraded when they are opened to be made, and refused until then.
#include "stores.hpp"

#include "store/sql/schema/schema.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <regex>
#include <sstream>

using namespace crm;
using namespace crm::test;

namespace {

/// A database of version 1, as its own library made it, with an operator.
void make_version_1(FreshPlace const& place)
{
    std::string script{sql::migrations().front().script};
    script = std::regex_replace(script, std::regex{"\\{(text|blob|key)\\}"}, "$1");
    script = std::regex_replace(script, std::regex{"\\{id\\}"}, "bigint");
    script = std::regex_replace(script, std::regex{"\\{(clustered|if_given [a-z_]*)\\}"}, "");
    script = std::regex_replace(script, std::regex{"\\{generated (.*)\\}"}, "generated always as $1 stored");

    soci::session      session{*soci::factory_sqlite3(), "db=\"" + place.file() + "\""};
    std::istringstream lines{script};
    std::string        statement;
    for (std::string line; std::getline(lines, line);) {
        statement += line + '\n';
        if (line.ends_with(';'))
            session << std::exchange(statement, {});
    }
    session << "create table crm_schema (version bigint not null primary key, name varchar(100) not null, reader bigint not null, writer bigint not null)";
    session << "insert into crm_schema (version, name, reader, writer) values (1, '0001_records', 1, 1)";
    session << "insert into crm_operator values (900, 1, 0, 0, 0, 0, null, 'ola', 'Ola', '', 1)";
}

}  // namespace

TEST_CASE("a database of version 1 is upgraded when it is opened to be made, and keeps what it holds")
{
    FreshPlace const place{"sqlite"};
    make_version_1(place);
    CHECK_THROWS_WITH(Database(place.uri(), {}), containing("version 1"));

    Database   database{place.uri(), {.create = true, .starter = "sales-pl"}};
    auto const ola = database.operator_id("ola");
    CHECK(ola == Id<Operator>{900});
    database.transact(ola, [](Work& work) {
        auto const sale = work.add(Case{.title = "Dach hali 3", .type_id = work.case_type("sale")});
        work.add(PlanLine{.case_id = sale, .side = MoneySide::cost, .planned = Money::parse("5.00 PLN")});
        work.add(TradeDocument{.kind_id = work.trade_kind("purchase-invoice"), .reference = "FZ/1", .case_id = sale, .net = Money::parse("6.00 PLN")});
        CHECK(work.plan_against_actual(sale).back().difference == Money::parse("1.00 PLN"));
    });
    CHECK_NOTHROW(Database(place.uri(), {}));

    soci::session session{*soci::factory_sqlite3(), "db=\"" + place.file() + "\""};
    int           version = 0;
    session << "select max(version) from crm_schema", soci::into(version);
    CHECK(version == static_cast<int>(sql::migrations().back().version));
}
