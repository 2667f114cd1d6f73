#include "location.hpp"
#include "memory/memory_store.hpp"
#include "sql/sql_store.hpp"

namespace crm::store {

std::unique_ptr<Transaction> Store::join(soci::session&)
{
    throw Unsupported{"A store in memory joins no transaction."};
}

std::unique_ptr<Transaction> Store::join(sqlite3*)
{
    throw Unsupported{"A store in memory joins no transaction."};
}

std::unique_ptr<Transaction> Store::join(pg_conn*)
{
    throw Unsupported{"A store in memory joins no transaction."};
}

void Store::back_up(std::string const&, BackupProgress const&)
{
    throw Unsupported{"Only a database that is a file is copied so: servers have tools of their own, such as pg_dump and mariadb-dump;"
                      " copy() takes the records of any database to another one."};
}

std::unique_ptr<Store> open(std::string_view uri, OpenOptions const& options)
{
    sql::Target defaults;
    defaults.create          = options.create;
    defaults.patience        = options.patience;
    defaults.unfinished_copy = options.unfinished_copy;
    auto [dialect, target]   = location_of(uri, std::move(defaults));
    if (!dialect)
        return open_memory_store(options.patience);

    auto counters       = std::make_shared<sql::Counters>();
    counters->slow_from = options.slow_from;
    counters->tell_slow = options.tell_slow;
    return sql::open_sql_store(*dialect, std::move(target), std::move(counters));
}

}  // namespace crm::store
