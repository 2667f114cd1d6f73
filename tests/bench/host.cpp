#include "host.hpp"

#include <soci/soci.h>
#include <sqlite3.h>
#if CRM_WITH_POSTGRESQL
#include <libpq-fe.h>
#endif
#if CRM_WITH_MARIADB
#include <soci/mysql/soci-mysql.h>
#endif

#include <cstdio>
#include <deque>
#include <map>
#include <sstream>
#include <stdexcept>

namespace bench_host {

namespace {

std::map<std::string, std::string> parts_of(std::string const& place)
{
    std::map<std::string, std::string> parts;
    std::istringstream                 words{place};
    for (std::string word; words >> word;)
        parts[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
    return parts;
}

// ---- SQLite --------------------------------------------------------------------------------------------------------

class SqliteHost final : public Host {
public:
    explicit SqliteHost(std::string const& path)
    {
        check(sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr));
        for (auto setting : {"journal_mode = wal", "synchronous = full", "foreign_keys = on", "cache_size = -65536", "busy_timeout = 5000"})
            check(sqlite3_exec(db_, (std::string{"pragma "} + setting).c_str(), nullptr, nullptr, nullptr));
    }
    SqliteHost(SqliteHost const&)            = delete;
    SqliteHost& operator=(SqliteHost const&) = delete;
    ~SqliteHost() override
    {
        for (auto& [text, statement] : kept_)
            sqlite3_finalize(statement);
        sqlite3_close(db_);
    }

    Rows run(char const* sql, Values const& values) override
    {
        auto*& statement = kept_[sql];
        if (!statement)
            check(sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        for (std::size_t i = 0; i != values.size(); ++i)
            sqlite3_bind_text(statement, static_cast<int>(i) + 1, values[i].data(), static_cast<int>(values[i].size()), SQLITE_STATIC);
        Rows rows;
        int  result = SQLITE_ROW;
        while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
            auto& row = rows.emplace_back();
            for (int i = 0; i != sqlite3_column_count(statement); ++i) {
                auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement, i));
                row.emplace_back(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
            }
        }
        sqlite3_reset(statement);
        check(result == SQLITE_DONE ? SQLITE_OK : result);
        return rows;
    }

    crm::Work join(crm::Database const& database, crm::Id<crm::Operator> who) override { return database.join(db_, who); }
    void      begin() override { run("begin immediate", {}); }

private:
    void check(int result) const
    {
        if (result != SQLITE_OK)
            throw std::runtime_error(std::string{"the host: "} + sqlite3_errmsg(db_));
    }

    sqlite3*                             db_ = nullptr;
    std::map<char const*, sqlite3_stmt*> kept_;
};

// ---- PostgreSQL ----------------------------------------------------------------------------------------------------

#if CRM_WITH_POSTGRESQL
class PostgresHost final : public Host {
public:
    explicit PostgresHost(std::string const& place) : connection_{PQconnectdb(place.c_str()), &PQfinish}
    {
        if (PQstatus(connection_.get()) != CONNECTION_OK)
            throw std::runtime_error(std::string{"the host: "} + PQerrorMessage(connection_.get()));
    }

    Rows run(char const* sql, Values const& values) override
    {
        auto const name = std::to_string(reinterpret_cast<std::uintptr_t>(sql));
        if (kept_.try_emplace(sql, true).second)
            static_cast<void>(taken(PQprepare(connection_.get(), name.c_str(), sql, 0, nullptr)));
        std::vector<char const*> texts;
        for (auto const& value : values)
            texts.push_back(value.c_str());
        auto const result = taken(PQexecPrepared(connection_.get(), name.c_str(), static_cast<int>(texts.size()), texts.data(), nullptr, nullptr, 0));
        Rows       rows(static_cast<std::size_t>(PQntuples(result.get())));
        for (int r = 0; r != PQntuples(result.get()); ++r)
            for (int c = 0; c != PQnfields(result.get()); ++c)
                rows[static_cast<std::size_t>(r)].emplace_back(PQgetvalue(result.get(), r, c), static_cast<std::size_t>(PQgetlength(result.get(), r, c)));
        return rows;
    }

    crm::Work join(crm::Database const& database, crm::Id<crm::Operator> who) override { return database.join(connection_.get(), who); }

private:
    using Result = std::unique_ptr<PGresult, void (*)(PGresult*)>;

    [[nodiscard]] Result taken(PGresult* result) const
    {
        auto const status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error(std::string{"the host: "} + PQerrorMessage(connection_.get()));
        return {result, &PQclear};
    }

    std::unique_ptr<PGconn, void (*)(PGconn*)> connection_;
    std::map<char const*, bool>                kept_;
};
#endif

// ---- MariaDB -------------------------------------------------------------------------------------------------------

#if CRM_WITH_MARIADB
class MariaHost final : public Host {
public:
    explicit MariaHost(std::string const& place)
    {
        auto parts = parts_of(place);
        session_.open(soci::mysql, "host=" + parts["host"] + " port=" + parts["port"] + " user=" + parts["user"] + " db=" + parts["dbname"] +
                                       (parts.contains("password") ? " password=" + parts["password"] : "") + " charset=utf8mb4");
    }

    Rows run(char const* sql, Values const& values) override
    {
        std::string text{sql};
        for (auto& c : text)
            if (c == '$')
                c = ':';  // SOCI's placeholders
        for (std::size_t i = values.size(); i != 0; --i)
            for (auto at = text.find(":" + std::to_string(i)); at != text.npos; at = text.find(":" + std::to_string(i), at + 2))
                text.insert(at + 1, "v");
        soci::row       row;
        soci::statement statement{session_};
        for (auto const& value : values)
            statement.exchange(soci::use(value));
        statement.exchange(soci::into(row));
        statement.alloc();
        statement.prepare(text);
        statement.define_and_bind();
        Rows rows;
        for (bool more = statement.execute(true); more && row.size() != 0; more = statement.fetch()) {
            auto& values_read = rows.emplace_back();
            for (std::size_t i = 0; i != row.size(); ++i)
                values_read.push_back(text_of(row, i));
        }
        return rows;
    }

    crm::Work join(crm::Database const& database, crm::Id<crm::Operator> who) override { return database.join(session_, who); }

private:
    static std::string text_of(soci::row const& row, std::size_t i)
    {
        if (row.get_indicator(i) == soci::i_null)
            return {};
        switch (row.get_properties(i).get_data_type()) {
        case soci::dt_string:             return row.get<std::string>(i);
        case soci::dt_integer:            return std::to_string(row.get<int>(i));
        case soci::dt_long_long:          return std::to_string(row.get<long long>(i));
        case soci::dt_unsigned_long_long: return std::to_string(row.get<unsigned long long>(i));
        default:                          return std::to_string(static_cast<long long>(row.get<double>(i)));
        }
    }

    soci::session session_;
};
#endif

}  // namespace

std::unique_ptr<Host> Host::open(Engine engine, std::string const& place)
{
    switch (engine) {
    case Engine::sqlite: return std::make_unique<SqliteHost>(place);
#if CRM_WITH_POSTGRESQL
    case Engine::postgresql: return std::make_unique<PostgresHost>(place);
#endif
#if CRM_WITH_MARIADB
    case Engine::mariadb: return std::make_unique<MariaHost>(place);
#endif
    default: throw std::runtime_error("crm was built without that database: CRM_WITH_POSTGRESQL, CRM_WITH_MARIADB");
    }
}

void empty(Engine engine, std::string const& place)
{
    if (engine == Engine::sqlite) {
        for (auto end : {"", "-wal", "-shm"})
            std::remove((place + end).c_str());
    } else if (engine == Engine::postgresql) {
        auto const host = Host::open(engine, place);
        host->run("drop schema public cascade");
        host->run("create schema public");
    } else {
        auto       parts = parts_of(place);
        auto const host  = Host::open(engine, place);
        static std::string drop, create;
        drop   = "drop database " + parts["dbname"];
        create = "create database " + parts["dbname"] + " character set utf8mb4";
        host->run(drop.c_str());
        host->run(create.c_str());
    }
}

std::string uri_of(Engine engine, std::string const& place)
{
    if (engine == Engine::sqlite)
        return "sqlite:" + place;
    auto       parts = parts_of(place);
    auto const user  = parts["user"] + (parts.contains("password") ? ":" + parts["password"] : "");
    return (engine == Engine::postgresql ? "postgresql://" : "mariadb://") + user + "@" + parts["host"] + ":" + parts["port"] + "/" + parts["dbname"];
}

}  // namespace bench_host
