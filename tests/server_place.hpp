// Where tests keep their records on a server: tables with a prefix that no other test uses at the same time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crm::test {

/// `memory`, `sqlite`, and the servers that the environment names: CRM_TEST_POSTGRESQL and CRM_TEST_MARIADB, a URI each.
[[nodiscard]] std::vector<std::string> store_kinds();

/// Empty tables on a server, for as long as it lives.
class ServerPlace {
public:
    /// `kind` is one of store_kinds().
    explicit ServerPlace(std::string const& kind);
    ServerPlace(ServerPlace&&) noexcept;
    ServerPlace& operator=(ServerPlace&&) = delete;
    ~ServerPlace();

    [[nodiscard]] std::string const& uri() const { return uri_; }

    /// Runs a statement as a person with a client would, with `crm_` for the prefix. \throws std::exception
    void                      run_sql(std::string statement) const;
    [[nodiscard]] std::string ask(std::string query) const;

private:
    struct Client;

    std::string             uri_;
    std::string             prefix_;
    int                     lock_ = -1;
    std::unique_ptr<Client> client_;
};

}  // namespace crm::test
