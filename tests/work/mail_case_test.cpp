// The case, the employees and the attachments of a message: SEMANTICS §4, rules 7, 8 and 9.
#include "mail.hpp"

using namespace crm;
using namespace crm::test;

namespace {

/// A firm that writes.
struct Writing {
    explicit Writing(std::string const& kind) : room{kind}, firm{room.firm_with("jan@dachy.pl").subject_id} {}

    Id<Case> open_case() { return room.sale(firm).id; }
    void     close(Id<Case> id)
    {
        room([&](Work& work) { work.close(id, CaseOutcome::done); });
    }
    [[nodiscard]] std::vector<Id<Case>> cases_of(ImportedMail const& taken) const
    {
        std::vector<Id<Case>> cases;
        for (auto const& link : room.all<ContactCase>("contact_id = " + std::to_string(taken.contact_id->value)))
            cases.push_back(link.case_id);
        return cases;
    }
    [[nodiscard]] std::vector<Operator> employees_of(ImportedMail const& taken) const
    {
        std::vector<Operator> employees;
        for (auto const& who : room.all<Participant>("operator_id is not null and contact_id = " + std::to_string(taken.contact_id->value)))
            employees.push_back(room.get(*who.operator_id));
        return employees;
    }

    MailRoom    room;
    Id<Subject> firm;
};

using Cases = std::vector<Id<Case>>;

MailMessage answer(std::string id, std::string to)
{
    auto message        = mail(std::move(id));
    message.in_reply_to = {std::move(to)};
    return message;
}

}  // namespace

TEST_CASE("the only open case of the subject takes the message")
{
    Writing    writing{EVERY_STORE()};
    auto const old = writing.open_case();
    writing.close(old);
    auto const open  = writing.open_case();
    auto const taken = writing.room.take(mail("1@x"));
    CHECK(taken.case_id == open);
    CHECK(taken.case_rule == "subject.open");
    CHECK_FALSE(taken.case_was_closed);
    CHECK(writing.cases_of(taken) == Cases{open});
}

TEST_CASE("of two open cases none is chosen, and of none neither")
{
    Writing writing{EVERY_STORE()};
    CHECK_FALSE(writing.room.take(mail("1@x")).case_id);
    writing.open_case();
    writing.open_case();
    auto const taken = writing.room.take(mail("2@x"));
    CHECK(taken.result == MailResult::imported);
    CHECK_FALSE(taken.case_id);
    CHECK(taken.case_rule.empty());
    CHECK(writing.cases_of(taken).empty());
}

TEST_CASE("a case that was put away is not chosen")
{
    Writing    writing{EVERY_STORE()};
    auto const away = writing.open_case(), open = writing.open_case();
    writing.room([&](Work& work) { work.archive(away); });
    CHECK(writing.room.take(mail("1@x")).case_id == open);
}

TEST_CASE("the case of the thread comes before the open ones")
{
    Writing    writing{EVERY_STORE()};
    auto const first = writing.room.take(mail("1@x"));
    auto const about = writing.open_case();
    writing.open_case();
    writing.room([&](Work& work) { work.link(*first.contact_id, about); });
    auto const taken = writing.room.take(answer("2@x", "1@x"));
    CHECK(taken.case_id == about);
    CHECK(taken.case_rule == "thread");
    CHECK_THAT(writing.room.message(taken).explanation, containing(R"("case_rule":"thread")"));
}

TEST_CASE("a closed case of the thread takes the message, and that is reported")
{
    Writing    writing{EVERY_STORE()};
    auto const about = writing.open_case();
    writing.room.take(mail("1@x"));
    writing.close(about);
    auto const taken = writing.room.take(answer("2@x", "1@x"));
    CHECK(taken.case_id == about);
    CHECK(taken.case_was_closed);
    REQUIRE(taken.warnings.size() == 1);
    CHECK_THAT(taken.warnings.front(), containing("reopen"));
    CHECK(writing.room.get(about).stage == Stage::closed);
}

TEST_CASE("an automatic message has no effect on cases")
{
    Writing writing{EVERY_STORE()};
    writing.open_case();
    auto message         = mail("1@x");
    message.is_automatic = true;
    auto const taken     = writing.room.take(message);
    CHECK(taken.result == MailResult::imported);
    CHECK(writing.room.contact_of(taken).is_automatic);
    CHECK_FALSE(taken.case_id);
    CHECK(writing.cases_of(taken).empty());
}

TEST_CASE("the operators who wrote or got it took part; where there is none, whose mailbox it is")
{
    Writing writing{EVERY_STORE()};
    auto    taken = writing.room.take(mail("1@x"), {.mailbox_of = writing.room.jan});
    REQUIRE(writing.employees_of(taken).size() == 1);
    CHECK(writing.employees_of(taken).front().id == writing.room.anna);

    auto to_office = mail("2@x");
    to_office.to   = {{"", "biuro@firma.pl"}};
    taken          = writing.room.take(to_office, {.mailbox_of = writing.room.jan});
    REQUIRE(writing.employees_of(taken).size() == 1);
    CHECK(writing.employees_of(taken).front().id == writing.room.jan);

    to_office.message_id = "3@x";
    taken                = writing.room.take(to_office);
    CHECK(writing.employees_of(taken).front().id == writing.room.anna);  // who works
}

TEST_CASE("each attachment is a document, linked with the message, the contact and the case")
{
    Writing    writing{EVERY_STORE()};
    auto const open     = writing.open_case();
    auto       message  = mail("1@x");
    message.attachments = {attachment("../rzut dachu.pdf", "papa")};
    auto const taken    = writing.room.take(message);
    REQUIRE(taken.documents.size() == 1);
    auto const document = writing.room.get(taken.documents.front());
    CHECK(document.file_name == "rzut dachu.pdf");
    CHECK(document.media_type == "application/pdf");
    CHECK(document.kind == "attachment");
    CHECK(document.direction == Direction::incoming);
    CHECK(document.received_at == message.sent_at);
    CHECK(writing.room.get(document.content_id.value()).bytes.data == "papa");

    auto const links = writing.room.all<DocumentLink>();
    REQUIRE(links.size() == 3);
    CHECK(links[0].message_ref == taken.message_id);
    CHECK(links[1].contact_id == taken.contact_id);
    CHECK(links[2].case_id == open);
}

TEST_CASE("the same bytes are kept once, whatever messages they came with")
{
    Writing writing{EVERY_STORE()};
    for (auto const* id : {"1@x", "2@x"}) {
        auto message        = mail(id);
        message.attachments = {attachment("a.pdf", "papa"), attachment("b.pdf", "papa")};
        CHECK(writing.room.take(message, {.keep_raw = false}).documents.size() == 2);
    }
    CHECK(writing.room.all<Document>().size() == 4);
    CHECK(writing.room.all<Content>().size() == 1);
}

TEST_CASE("images within the text are no documents")
{
    Writing writing{EVERY_STORE()};
    auto    message                       = mail("1@x");
    message.attachments                   = {attachment("logo.png", "png"), attachment("a.pdf", "papa")};
    message.attachments.front().is_inline = true;
    auto const taken                      = writing.room.take(message);
    REQUIRE(taken.documents.size() == 1);
    CHECK(writing.room.get(taken.documents.front()).file_name == "a.pdf");
}

TEST_CASE("an attachment that is too large is left out, and reported")
{
    Writing writing{EVERY_STORE()};
    auto    message     = mail("1@x");
    message.attachments = {attachment("small.pdf", "1234"), attachment("large.pdf", "12345")};
    auto const taken    = writing.room.take(message, {.largest_attachment = 4});
    CHECK(taken.documents.size() == 1);
    REQUIRE(taken.warnings.size() == 1);
    CHECK_THAT(taken.warnings.front(), containing("large.pdf") && containing("5 bytes"));
    CHECK(taken.result == MailResult::imported);
}

TEST_CASE("an attachment without a name gets one")
{
    Writing writing{EVERY_STORE()};
    auto    message     = mail("1@x");
    message.attachments = {attachment("", "papa")};
    CHECK(writing.room.get(writing.room.take(message).documents.front()).title == "attachment");
}

TEST_CASE("attachments of a message that waits go with it when it is matched")
{
    MailRoom room{EVERY_STORE()};
    auto     message    = mail("1@x");
    message.attachments = {attachment("a.pdf", "papa")};
    auto const waits    = room.take(message);
    CHECK(waits.result == MailResult::unmatched);
    REQUIRE(waits.documents.size() == 1);
    auto const firm    = room.firm_with("jan@dachy.pl");
    auto const matched = room([](Work& work) { return work.match_waiting(); });
    REQUIRE(matched.size() == 1);
    auto const links = room.all<DocumentLink>("contact_id = " + std::to_string(matched.front().contact_id->value));
    REQUIRE(links.size() == 1);
    CHECK(links.front().document_id == waits.documents.front());
    CHECK(matched.front().subject_id == firm.subject_id);
}

TEST_CASE("a kind of contact for e-mail is made where the host has none")
{
    FreshPlace place{EVERY_STORE()};
    Database   database{place.uri(), {.create = true}};
    auto const anna = database.operator_id("anna");
    auto       work = database.work(anna);
    work.add_legal({.name = "Dachy", .email = "jan@dachy.pl"});
    auto const taken = work.import_message(mail("1@x"), "raw");
    CHECK(taken.result == MailResult::imported);
    CHECK(work.get(work.contact_kind("email")).medium == Medium::email);
}

TEST_CASE("a message that cannot be taken in leaves nothing behind")
{
    Writing writing{EVERY_STORE()};
    auto    message     = mail("1@x");
    message.attachments = {attachment("a.pdf", "papa")};
    auto work           = writing.room.database.work({});  // nobody works, and nobody's mailbox: no employee took part
    message.to          = {{"", "biuro@firma.pl"}};
    CHECK(refused([&] { static_cast<void>(work.import_message(message, "raw")); }) == Codes{"contact.employee.required"});
    work.commit();
    CHECK(writing.room.all<Message>().empty());
    CHECK(writing.room.all<Document>().empty());
    CHECK(writing.room.all<Content>().empty());
}
