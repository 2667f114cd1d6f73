// The host beside crm: its connection to the same database, a table of its own there, and what it counts for itself.
#pragma once

#include <crm/work/database.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bench_host {

enum class Engine { sqlite, postgresql, mariadb };

using Values = std::vector<std::string>;
using Rows   = std::vector<Values>;

/// A host's connection. SQL has its values as $1, $2… in the order in which they first appear; NULL is read as empty.
class Host {
public:
    virtual ~Host() = default;

    /// \param place a path, or `host=… port=… user=… dbname=…`
    [[nodiscard]] static std::unique_ptr<Host> open(Engine engine, std::string const& place);

    /// Runs a statement, which is kept under the address of its text.
    virtual Rows run(char const* sql, Values const& values = {}) = 0;

    /// Work of crm's in the transaction that the host is in.
    [[nodiscard]] virtual crm::Work join(crm::Database const& database, crm::Id<crm::Operator> who) = 0;

    /// What begins a transaction that writes.
    virtual void begin() { run("begin"); }
    void         commit() { run("commit"); }

    [[nodiscard]] std::int64_t number(char const* sql, Values const& values = {}) { return std::stoll(run(sql, values).at(0).at(0)); }
};

/// Drops what an earlier run left there.
void empty(Engine engine, std::string const& place);

/// What crm opens.
[[nodiscard]] std::string uri_of(Engine engine, std::string const& place);

}  // namespace bench_host
