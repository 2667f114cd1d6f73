#include "server_place.hpp"

#include "record/table.hpp"
#include "store/location.hpp"

#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fcntl.h>

namespace crm::test {

namespace {

std::string uri_of(std::string_view kind)
{
    char const* const uri = kind == "postgresql" ? std::getenv("CRM_TEST_POSTGRESQL") : kind == "mariadb" ? std::getenv("CRM_TEST_MARIADB") : nullptr;
    return uri ? uri : "";
}

/// A file of that number that nobody else has locked; -1 when somebody has.
int lock_of(std::string const& uri, int number)
{
    auto const folder = std::filesystem::temp_directory_path() / ("crm-tests-" + std::to_string(std::hash<std::string>{}(uri)));
    std::filesystem::create_directories(folder);
    int const file = ::open((folder / std::to_string(number)).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return -1;
    }
    return file;
}

std::vector<std::string> tables_of(std::string const& prefix)
{
    std::vector<std::string> names{prefix + "history"};
    for (auto const& table : record::tables())
        names.push_back(prefix + std::string{table.name});
    return names;
}

}  // namespace

namespace {

/// Takes everything out of the tables of that prefix.
void empty(soci::session& session, std::string const& prefix, bool is_mariadb)
{
    std::string list;
    if (is_mariadb)
        session << "set foreign_key_checks = 0";
    for (auto const& table : tables_of(prefix)) {
        list.append(list.empty() ? "" : ", ").append(table);
        if (is_mariadb)
            session << "delete from " << table;
    }
    if (!is_mariadb)
        session << "truncate " << list;
    session << "update " << prefix << "id_block set next_id = 1";
    session << "update " << prefix << "feed set last_position = 0, kept_from = 1";
}

}  // namespace

std::vector<std::string> store_kinds()
{
    std::vector<std::string> kinds{"memory", "sqlite"};
    for (auto kind : {"postgresql", "mariadb"})
        if (!uri_of(kind).empty())
            kinds.emplace_back(kind);
    return kinds;
}

std::vector<std::string> sql_kinds()
{
    auto kinds = store_kinds();
    kinds.erase(kinds.begin());
    return kinds;
}

ServerPlace::ServerPlace(std::string const& kind)
{
    auto const  server = uri_of(kind);
    std::string prefix;
    for (int number = 1; lock_ < 0; ++number) {
        prefix = "t" + std::to_string(number) + "_";
        lock_  = lock_of(server, number);
    }
    uri_ = server + (server.find('?') == server.npos ? "?" : "&") + "prefix=" + prefix;
    static_cast<void>(store::open(uri_));  // makes the tables

    auto const    where = store::location_of(uri_);
    soci::session session;
    where.dialect->open(session, where.target);
    empty(session, prefix, kind == "mariadb");
}

ServerPlace::ServerPlace(ServerPlace&& other) noexcept : uri_{std::move(other.uri_)}, lock_{std::exchange(other.lock_, -1)} {}

ServerPlace::~ServerPlace()
{
    if (lock_ >= 0)
        ::close(lock_);
}

void run_sql(std::string const& uri, std::string statement)
{
    constexpr std::string_view usual = "crm_";
    auto const                 where = store::location_of(uri);
    for (auto at = statement.find(usual); at != statement.npos; at = statement.find(usual, at + where.target.prefix.size()))
        statement.replace(at, usual.size(), where.target.prefix);
    soci::session session;
    where.dialect->open(session, where.target);
    session << statement;
}

}  // namespace crm::test
