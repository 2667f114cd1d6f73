// A host of a crm that was built without servers: it sells by what there is, and is told what is not.
#include "host.hpp"

#include <cstdio>

namespace {

/// Whether opening says what is missing, and how it is to be had.
bool is_told(std::string const& uri, std::string const& name, std::string const& option)
{
    try {
        crm::Database const opened{uri};
    } catch (crm::Unsupported const& refusal) {
        std::string const what = refusal.what();
        std::cout << what << '\n';
        return what.find(name) != what.npos && what.find(option) != what.npos && what.find("secret") == what.npos;
    }
    return false;
}

}  // namespace

int main()
{
    std::remove("sold.db");  // of an earlier run
    bool const is_sold = host::sell("memory:") == 0 && host::sell("sqlite:sold.db") == 0;
    return is_sold && is_told("postgresql://anna:secret@db/sales", "PostgreSQL", "CRM_WITH_POSTGRESQL=ON") &&
                   is_told("mariadb://anna:secret@db/sales", "MariaDB", "CRM_WITH_MARIADB=ON") &&
                   is_told("mysql://anna:secret@db/sales", "MariaDB", "CRM_WITH_MARIADB=ON")
               ? 0
               : 1;
}
