// Where tests keep their records on a server: tables with a prefix that no other test uses at the same time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crm::test {

/// `memory`, `sqlite`, and the servers that the environment names: CRM_TEST_POSTGRESQL and CRM_TEST_MARIADB, a URI each.
[[nodiscard]] std::vector<std::string> store_kinds();

/// The same without `memory`.
[[nodiscard]] std::vector<std::string> sql_kinds();

/// Empty tables on a server, for as long as it lives.
class ServerPlace {
public:
    /// `kind` is one of store_kinds().
    explicit ServerPlace(std::string const& kind);
    ServerPlace(ServerPlace&&) noexcept;
    ServerPlace& operator=(ServerPlace&&) = delete;
    ~ServerPlace();

    [[nodiscard]] std::string const& uri() const { return uri_; }

private:
    std::string uri_;
    int         lock_ = -1;
};

/// Runs a statement in the database of a URI as a person with a client would, with `crm_` for whatever the prefix is.
/// \throws std::exception when it is refused
void run_sql(std::string const& uri, std::string statement);

}  // namespace crm::test
