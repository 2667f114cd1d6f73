// Whole mailboxes into a database: every message is told of, and none stops the others.
#include "stores.hpp"

#include <crm/exchange/mail_report.hpp>

#include <fstream>

using namespace crm;
using namespace crm::test;

namespace {

/// An mbox of messages from jan@example.pl; every tenth is garbage.
std::string mbox_of(TemporaryFolder const& folder, int count)
{
    auto const    path = folder.file("inbox.mbox");
    std::ofstream mbox{path, std::ios::binary};
    for (int n = 0; n != count; ++n) {
        mbox << "From jan@example.pl Mon Nov 23 09:00:00 2026\n";
        if (n % 10 == 9)
            mbox << std::string("\xFF\0\xFE\x01", 4) << "no header at all " << n << "\n\n";
        else
            mbox << "From: Jan <jan@example.pl>\nTo: anna@dachmar.example\nMessage-ID: <" << n << "@example.pl>\n"
                 << "Date: Mon, 23 Nov 2026 09:00:00 +0100\nSubject: Dach " << n << "\n\nTekst\n\n";
    }
    return path;
}

Database new_database(FreshPlace const& place)
{
    return Database{place.uri(), {.create = true, .starter = "sales-pl"}};
}

}  // namespace

TEST_CASE("every message of a mailbox is told of, also those that are none")
{
    FreshPlace const      place{EVERY_STORE()};
    TemporaryFolder const folder;
    auto                  database = new_database(place);
    auto const            anna     = database.operator_id("anna");
    database.transact(anna, [](Work& work) { work.add_natural({.given_name = "Jan", .family_name = "Nowak", .email = "jan@example.pl"}); });

    auto const path   = mbox_of(folder, 250);
    auto const report = import_mail(database, anna, path);
    REQUIRE(report.rows.size() == 250);
    CHECK(report.count(MailResult::imported) == 225);
    CHECK(report.count(MailResult::unmatched) == 25);
    for (std::size_t i = 0; i != report.rows.size(); ++i)
        CHECK(report.rows[i].source.index == i);
    CHECK(database.view(anna).count<Contact>() == 225);

    auto const again = import_mail(database, anna, path);
    CHECK(again.count(MailResult::duplicate) == 250);
    CHECK(database.view(anna).count<Message>() == 250);
}

TEST_CASE("an import that is given up keeps what was told")
{
    FreshPlace const      place{EVERY_STORE()};
    TemporaryFolder const folder;
    auto                  database = new_database(place);
    auto const            anna     = database.operator_id("anna");

    auto const report = import_mail(database, anna, mbox_of(folder, 250), {}, [](MailReportRow const&, std::size_t done) { return done != 50; });
    CHECK(report.cancelled);
    CHECK(report.rows.size() == 100);  // those that were committed together
    CHECK(database.view(anna).count<Message>() == 100);
}

TEST_CASE("a mailbox that is not there is told")
{
    FreshPlace const place{"memory"};
    auto             database = new_database(place);
    CHECK_THROWS_AS(import_mail(database, database.operator_id("anna"), "no-such.mbox"), NotFound);
}
