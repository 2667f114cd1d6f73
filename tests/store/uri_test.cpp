#include <crm/store/uri.hpp>

#include "catch.hpp"

TEST_CASE("a URI is shown without its password")
{
    CHECK(crm::without_password("postgresql://crm:s3cret@db.example:5433/sales?pool=4") == "postgresql://crm:…@db.example:5433/sales?pool=4");
    CHECK(crm::without_password("mariadb://crm:p@ss:w@first,second/sales") == "mariadb://crm:…@first,second/sales");
    CHECK(crm::without_password("mysql://crm:%2F@[::1]:3306/sales") == "mysql://crm:…@[::1]:3306/sales");
    CHECK(crm::without_password("postgresql://crm:s3cret@") == "postgresql://crm:…@");
}

TEST_CASE("a URI without a password is shown as it is")
{
    for (auto uri : {"memory:", "sqlite:sales.db", "sqlite:///srv/a:b@c.db", "/srv/a:b@c.db", "postgresql://anna@db.example:5433/sales",
                     "postgresql://db.example:5433/a@b", "mariadb:///sales?password_env=CRM_PASSWORD", ""})
        CHECK(crm::without_password(uri) == uri);
}
