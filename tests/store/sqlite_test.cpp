// What can go wrong with a file, and what then is told: nothing is changed, and the error says what to do.
#include "samples.hpp"
#include "stores.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace crm;
using namespace crm::test;

namespace {

std::string read_all(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void make_database(FreshPlace const& place)
{
    static_cast<void>(store::open(place.uri()));
}

/// The code of the error that `step` throws in a process of another user, who has no rights; None when it throws none.
ErrorCode as_nobody(std::function<void()> const& step)
{
    constexpr uid_t nobody = 65534;
    auto const      child  = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::getuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            ::_exit(99);
        try {
            step();
        } catch (Error const& failure) {
            ::_exit(static_cast<int>(failure.code()));
        } catch (...) {
            ::_exit(98);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return static_cast<ErrorCode>(WEXITSTATUS(status));
}

}  // namespace

TEST_CASE("a file that is not there is made only when it is asked for")
{
    FreshPlace const place{"sqlite"};
    CHECK_THROWS_WITH(store::open(place.uri(), {.create = false}), containing("There is no database file"));
    CHECK_FALSE(std::filesystem::exists(place.file()));
    CHECK_NOTHROW(store::open(place.uri()));
    CHECK_NOTHROW(store::open(place.uri(), {.create = false}));
}

TEST_CASE("a database without tables of crm is told apart")
{
    FreshPlace const place{"sqlite"};
    place.run_sql("create table invoice (number text)");
    CHECK_THROWS_AS(store::open(place.uri(), {.create = false}), NotFound);
    CHECK_NOTHROW(store::open(place.uri()));  // beside the host's own
}

TEST_CASE("a file that is no database is refused, and stays as it is")
{
    FreshPlace const  place{"sqlite"};
    std::string const text = "Faktura VAT nr 1/2026\n" + std::string(5000, 'x');
    std::ofstream{place.file(), std::ios::binary} << text;
    CHECK_THROWS_AS(store::open(place.uri()), Corrupt);
    CHECK(read_all(place.file()) == text);
}

TEST_CASE("a schema that is newer says who may read it and who may write")
{
    FreshPlace const place{"sqlite"};
    make_database(place);

    SECTION("one that can still be read and written is") {
        place.run_sql("insert into crm_schema (version, name, reader, writer) values (9, 'later', 1, 1)");
        CHECK_NOTHROW(store::open(place.uri())->begin(store::Access::write));
    }
    SECTION("one that can only be read is not written") {
        place.run_sql("insert into crm_schema (version, name, reader, writer) values (9, 'later', 1, 9)");
        auto const store = store::open(place.uri());
        CHECK_NOTHROW(store->begin(store::Access::read));
        CHECK_THROWS_AS(store->begin(store::Access::write), SchemaMismatch);
    }
    SECTION("one that cannot be read is refused") {
        place.run_sql("insert into crm_schema (version, name, reader, writer) values (9, 'later', 9, 9)");
        CHECK_THROWS_WITH(store::open(place.uri()), containing("version 9"));
    }
}

TEST_CASE("a database that is opened for reading is read, and takes no changes")
{
    FreshPlace const place{"sqlite"};
    make_database(place);
    auto const store = store::open(place.uri() + "?readonly=1");
    CHECK_NOTHROW(store->begin(store::Access::read));
    CHECK_THROWS_AS(store->begin(store::Access::write), ReadOnly);
}

TEST_CASE("a file that may only be read takes no changes")
{
    FreshPlace const place{"sqlite"};
    make_database(place);
    auto const folder = std::filesystem::path{place.file()}.parent_path();
    std::filesystem::permissions(folder, std::filesystem::perms{0755});
    std::filesystem::permissions(place.file(), std::filesystem::perms{0444});
    for (auto const& beside : {place.file() + "-wal", place.file() + "-shm"})
        std::filesystem::remove(beside);
    auto const before = read_all(place.file());

    auto const refused = as_nobody([&] { static_cast<void>(store::open(place.uri())->begin(store::Access::write)); });
    CHECK((refused == ErrorCode::ReadOnly || refused == ErrorCode::Unavailable));  // the folder too refuses the log beside it
    CHECK(read_all(place.file()) == before);
}

TEST_CASE("a disk that is full is told, and what was there stays")
{
    FreshPlace const place{"sqlite"};
    make_database(place);
    auto const& table = record::table_of<Content>();
    auto const  store = store::open(place.uri() + "?max_pages=400");
    {
        auto const transaction = store->begin(store::Access::write);
        insert_row(*transaction, table, sample(table, 1, 1));
        transaction->commit();
    }
    auto row = sample(table, 2, 2);
    row[table.position("bytes")].set(std::string_view{std::string(4'000'000, 'x')});
    {
        auto const transaction = store->begin(store::Access::write);
        CHECK_THROWS_AS(insert_row(*transaction, table, row), StorageFull);
        CHECK_THROWS_AS(transaction->commit(), StorageFull);
    }
    CHECK(rows_of(*store->begin(store::Access::read), table).size() == 1);
}

TEST_CASE("an option that is none is refused, with those that are")
{
    CHECK_THROWS_WITH(store::open("sqlite:x.db?sychronous=off"), containing("synchronous, max_pages"));
    CHECK_THROWS_WITH(store::open("sqlite:x.db?synchronous=never"), containing("full, normal, off"));
    CHECK_THROWS_AS(store::open("oracle://x"), Unsupported);
    CHECK_THROWS_AS(store::open(""), Unsupported);
}

TEST_CASE("a failure does not tell the values that were bound")
{
    FreshStore const store{"sqlite"};
    auto const       transaction = store.write();
    auto const&      table       = record::table_of<Operator>();
    auto             row         = sample(table, 1, 1);
    row[table.position("name")].set(std::string_view{"Jan Tajny"});
    insert_row(*transaction, table, row);
    CHECK_THROWS_WITH(insert_row(*transaction, table, row), !containing("Tajny"));
}

TEST_CASE("the host's prefix stands before every table")
{
    FreshPlace const place{"sqlite"};
    {
        auto const  store       = store::open(place.uri() + "?prefix=erp_");
        auto const  transaction = store->begin(store::Access::write);
        auto const& table       = record::table_of<Party>();
        insert_row(*transaction, table, sample(table, 1, 1));
        transaction->commit();
    }
    soci::session session{*soci::factory_sqlite3(), "db=\"" + place.file() + "\""};
    int           theirs = 0, ours = 0;
    session << "select count(*) from erp_party", soci::into(theirs);
    session << "select count(*) from sqlite_master where name like 'crm!_%' escape '!'", soci::into(ours);
    CHECK(theirs == 1);
    CHECK(ours == 0);
}
