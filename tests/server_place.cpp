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

struct ServerPlace::Client {
    explicit Client(store::Location const& where) : is_mariadb{where.dialect->name == "MariaDB"} { where.dialect->open(session, where.target); }

    void empty(std::string const& prefix)
    {
        std::string list;
        if (is_mariadb)
            session << "set foreign_key_checks = 0";
        for (auto const& table : tables_of(prefix)) {
            list.append(list.empty() ? "" : ", ").append(table);
            if (is_mariadb)
                session << "delete from " << table;
        }
        if (is_mariadb)
            session << "set foreign_key_checks = 1";
        else
            session << "truncate " << list;
        session << "update " << prefix << "id_block set next_id = 1";
        session << "delete from " << prefix << "schema where version < 0";  // of an unfinished copy
        session << "update " << prefix << "feed set last_position = 0, kept_from = 1";
    }

    bool          is_mariadb;
    soci::session session;
};

std::vector<std::string> store_kinds()
{
    std::vector<std::string> kinds{"memory", "sqlite"};
    for (auto kind : {"postgresql", "mariadb"})
        if (!uri_of(kind).empty())
            kinds.emplace_back(kind);
    return kinds;
}

ServerPlace::ServerPlace(std::string const& kind)
{
    auto const server = uri_of(kind);
    for (int number = 1; lock_ < 0; ++number) {
        prefix_ = "t" + std::to_string(number) + "_";
        lock_   = lock_of(server, number);
    }
    uri_ = server + (server.find('?') == server.npos ? "?" : "&") + "prefix=" + prefix_;
    auto const where = store::location_of(uri_);
    static_cast<void>(store::open(uri_, {.unfinished_copy = true}));  // makes the tables
    client_ = std::make_unique<Client>(where);
    client_->empty(prefix_);
}

ServerPlace::ServerPlace(ServerPlace&& other) noexcept
    : uri_{std::move(other.uri_)}, prefix_{std::move(other.prefix_)}, lock_{std::exchange(other.lock_, -1)}, client_{std::move(other.client_)}
{
}

ServerPlace::~ServerPlace()
{
    if (lock_ >= 0)
        ::close(lock_);
}

namespace {

std::string with_prefix(std::string sql, std::string const& prefix)
{
    constexpr std::string_view usual = "crm_";
    for (auto at = sql.find(usual); at != sql.npos; at = sql.find(usual, at + prefix.size()))
        sql.replace(at, usual.size(), prefix);
    return sql;
}

}  // namespace

void ServerPlace::run_sql(std::string statement) const
{
    client_->session << with_prefix(std::move(statement), prefix_);
}

std::string ServerPlace::ask(std::string query) const
{
    std::string answer;
    client_->session << with_prefix(std::move(query), prefix_), soci::into(answer);
    return answer;
}

}  // namespace crm::test
