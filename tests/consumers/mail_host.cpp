// A host in C++ that takes in e-mail.
#include "host.hpp"

#include <crm/exchange/mail.hpp>

int main()
{
    auto db   = crm::Database::open("memory:", {.create = true, .starter = "sales-en"});
    auto work = db.work(db.operator_id("anna"));
    work.add_natural({.given_name = "Jan", .family_name = "Kowalski", .email = "jan@example.pl"});
    auto mail = work.import_message("From: jan@example.pl\r\nTo: anna@example.com\r\nSubject: Roof\r\n"
                                    "Date: Thu, 05 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@example.pl>\r\n\r\nWhen?\r\n");
    work.commit();
    std::cout << "contact " << mail.contact_id.value().value << '\n';
    return host::sell();
}
