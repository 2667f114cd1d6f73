// What URIs say, and what is never said of them.
#include "stores.hpp"

#include "store/location.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace crm;
using namespace crm::test;

namespace {

sql::Target target_of(std::string_view uri)
{
    return store::location_of(uri).target;
}

std::string refusal_of(std::string_view uri)
{
    try {
        static_cast<void>(store::location_of(uri));
    } catch (Error const& refused) {
        return refused.what();
    }
    return {};
}

}  // namespace

TEST_CASE("paths of SQLite are relative, absolute, or plain")
{
    CHECK(target_of("sqlite:sales.db").place == "sales.db");
    CHECK(target_of("sqlite:/srv/sales.db").place == "/srv/sales.db");
    CHECK(target_of("sqlite:///srv/sales.db").place == "/srv/sales.db");
    CHECK(target_of("sales.db").place == "sales.db");
    CHECK(target_of("C:\\sales.db").place == "C:\\sales.db");
    CHECK(target_of("sqlite::memory:").place == ":memory:");
    CHECK(store::location_of("memory:").dialect == nullptr);
}

TEST_CASE("a server's URI names user, password, hosts, database and options")
{
    auto const target = target_of("postgresql://anna%40firm:s%2Fecret@db1:5433,[::1]:5434,db3/sales%20crm?schema=erp&prefix=x_&timeout=250"
                                  "&pool=3&sslmode=verify-full&sslrootcert=/etc/ca.pem&statement_timeout=9000&connect_timeout=1500"
                                  "&synchronous=remote_apply&target_session_attrs=read-write&pooler=1&readonly=1");
    CHECK(target.user == "anna@firm");
    CHECK(target.password == "s/ecret");
    REQUIRE(target.hosts.size() == 3);
    CHECK((target.hosts[0].name == "db1" && target.hosts[0].port == 5433));
    CHECK((target.hosts[1].name == "::1" && target.hosts[1].port == 5434));
    CHECK((target.hosts[2].name == "db3" && target.hosts[2].port == 0));
    CHECK(target.place == "sales crm");
    CHECK(target.schema == "erp");
    CHECK(target.prefix == "x_");
    CHECK(target.patience == std::chrono::milliseconds{250});
    CHECK(target.pool == 3);
    CHECK(target.tls.mode == "verify-full");
    CHECK(target.tls.authority == "/etc/ca.pem");
    CHECK(target.statement_patience == std::chrono::seconds{9});
    CHECK(target.connect_patience == std::chrono::milliseconds{1500});
    CHECK(target.synchronous == "remote_apply");
    CHECK(target.session_kind == "read-write");
    CHECK((target.pooler && target.read_only));
    CHECK(target_of("mysql://db/sales").hosts[0].name == "db");
    CHECK(target_of("mariadb:///sales").hosts[0].name == "127.0.0.1");
    CHECK(target_of("postgresql:///sales?host=/run/postgresql").hosts[0].name == "/run/postgresql");
}

TEST_CASE("a password comes from a file or from the environment")
{
    auto const file = std::filesystem::temp_directory_path() / "crm-location-test-password";
    std::ofstream{file} << "from the file\nsecond line\n";
    ::setenv("CRM_LOCATION_TEST", "from the environment", 1);
    CHECK(target_of("postgresql://anna@db/sales?password_file=" + file.string()).password == "from the file");
    CHECK(target_of("mariadb://anna@db/sales?password_env=CRM_LOCATION_TEST").password == "from the environment");
    std::filesystem::remove(file);
    CHECK_THROWS_AS(target_of("postgresql://anna@db/sales?password_file=" + file.string()), NotFound);
    CHECK_THROWS_AS(target_of("postgresql://anna@db/sales?password_env=CRM_LOCATION_TEST_NOT_SET"), NotFound);
}

TEST_CASE("what is wrong in a URI is told without what may be secret")
{
    std::string const secret = "hunter2";
    for (auto const* uri : {"postgresql://anna:hunter2@db/", "postgresql://anna:hunter2@db:port/sales", "postgresql://anna:hunter2@db:99999/sales",
                            "postgresql://anna:hunter2@[::1/sales", "postgresql://anna:hunter2%zz@db/sales", "postgresql://anna:hunter2@db/sales?hunter2=1",
                            "mariadb://anna:hunter2@db/sales?timeout=hunter2", "mariadb://anna:hunter2@db/sales?schema=erp", "oracle://anna:hunter2@db/sales",
                            "postgresql:anna:hunter2@db/sales", "sqlite:x.db?key=hunter2", "mariadb://anna:hunter2@db/sales?prefix=hunter2';--"}) {
        INFO(uri);
        auto const told = refusal_of(uri);
        CHECK(told.size() > 20);
        CHECK(told.find(secret) == told.npos);
    }
}

TEST_CASE("an option is told to be wrong with what it may be")
{
    CHECK_THROWS_WITH(target_of("sqlite:x.db?synchronous=never"), containing("full, normal, off"));
    CHECK_THROWS_WITH(target_of("postgresql://db/sales?sslmode=maybe"), containing("verify-full"));
    CHECK_THROWS_WITH(target_of("mariadb://db/sales?sslmode=prefer"), containing("disable, require, verify-ca, verify-full"));
    CHECK_THROWS_WITH(target_of("postgresql://db/sales?max_pages=1"), containing("target_session_attrs"));
    CHECK_THROWS_WITH(target_of("postgresql://db/sales?pool=a"), containing("pool"));
}
