// What a message is known by, and where it belongs in its thread: SEMANTICS §4, rules 0, 2, 3 and 4.
#include "mail.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("a message that is matched becomes a contact, and is kept as it came")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm  = room.firm_with("jan@dachy.pl");
    auto const taken = room.take(mail("1@dachy.pl"), {.folder = "INBOX"}, "From: jan");
    CHECK(taken.result == MailResult::imported);
    CHECK(taken.subject_id == firm.subject_id);

    auto const contact = room.contact_of(taken);
    CHECK(contact.summary == "Oferta na dach");
    CHECK(contact.body == "Proszę o ofertę.");
    CHECK(contact.at == monday + 8h);
    CHECK(contact.direction == Direction::incoming);
    CHECK(contact.status == ContactStatus::held);
    CHECK(room.get(contact.kind_id).medium == Medium::email);

    auto const message = room.message(taken);
    CHECK(message.state == MessageState::imported);
    CHECK(message.contact_id == contact.id);
    CHECK(message.sender == "jan@dachy.pl");
    CHECK(message.sender_name == "Jan Kowalski");
    CHECK(message.recipients == "anna@firma.pl");
    CHECK(room.get(message.raw_id.value()).bytes.data == "From: jan");

    auto const copies = room.all<MessageCopy>();
    REQUIRE(copies.size() == 1);
    CHECK(copies.front().mailbox == "anna@firma.pl");
    CHECK(copies.front().folder == "INBOX");
    CHECK(copies.front().owner_id == room.anna);
}

TEST_CASE("the bytes are left out where the host says so")
{
    MailRoom room{EVERY_STORE()};
    CHECK_FALSE(room.message(room.take(mail("1@dachy.pl"), {.keep_raw = false})).raw_id);
    CHECK(room.all<Content>().empty());
}

TEST_CASE("a message is known by its Message-ID, whose case counts")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto const first = room.take(mail("A1@dachy.pl"));
    CHECK(room.message(first).key == sha256("A1@dachy.pl"));
    CHECK_FALSE(room.message(first).is_synthetic);
    CHECK(room.take(mail("a1@dachy.pl")).result == MailResult::imported);
    CHECK(room.take(mail("A1@dachy.pl")).result == MailResult::duplicate);
    CHECK(room.all<Contact>().size() == 2);
}

TEST_CASE("a message without Message-ID is known by its content")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto const first = room.take(mail(""));
    CHECK(room.message(first).is_synthetic);
    CHECK(room.take(mail("")).result == MailResult::duplicate);

    auto other = mail("");
    SECTION("moment") { other.sent_at = monday; }
    SECTION("sender") { other.from.front().address = "ewa@dachy.pl"; }
    SECTION("recipient") { other.to.front().address = "ola@firma.pl"; }
    SECTION("subject") { other.subject = "Papa"; }
    SECTION("text") { other.text = "Jednak nie."; }
    CHECK(room.take(other).result != MailResult::duplicate);
}

TEST_CASE("the same message in a second mailbox is no second contact, and is known to lie there too")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm  = room.firm_with("jan@dachy.pl");
    auto const first = room.take(mail("1@dachy.pl"), {.folder = "INBOX"});
    auto const again = room.take(mail("1@dachy.pl"), {.mailbox = "jan@firma.pl", .mailbox_of = room.jan, .folder = "INBOX"});
    CHECK(again.result == MailResult::duplicate);
    CHECK(again.rule == "message.known");
    CHECK(again.message_id == first.message_id);
    CHECK(again.contact_id == first.contact_id);
    CHECK(again.warnings.empty());
    CHECK(room.all<Contact>().size() == 1);

    auto const copies = room.all<MessageCopy>();
    REQUIRE(copies.size() == 2);
    CHECK(copies[1].mailbox == "jan@firma.pl");
    CHECK(copies[1].owner_id == room.jan);
    CHECK_FALSE(copies[1].differs_id);
    CHECK(firm.subject_id == room.contact_of(first).subject_id);
}

TEST_CASE("a mailbox that is read again adds nothing")
{
    MailRoom room{EVERY_STORE()};
    room.take(mail("1@dachy.pl"), {.folder = "INBOX"});
    room.take(mail("1@dachy.pl"), {.folder = "INBOX"});
    CHECK(room.all<MessageCopy>().size() == 1);
    room.take(mail("1@dachy.pl"), {.folder = "Archiwum"});
    CHECK(room.all<MessageCopy>().size() == 2);
    CHECK(room.all<Message>().size() == 1);
}

TEST_CASE("another body under the same Message-ID is kept once, reported, and no second contact")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto const first = room.take(mail("1@dachy.pl"));
    auto       other = mail("1@dachy.pl");
    other.text       = "Coś innego.";
    for (int turn = 0; turn != 2; ++turn) {
        auto const again = room.take(other, {}, "other raw");
        CHECK(again.result == MailResult::duplicate);
        REQUIRE(again.warnings.size() == 1);
        CHECK_THAT(again.warnings.front(), containing("another text"));
    }
    CHECK(room.all<Contact>().size() == 1);
    CHECK(room.contact_of(first).body == "Proszę o ofertę.");
    auto const copies = room.all<MessageCopy>();
    REQUIRE(copies.size() == 2);
    CHECK(room.get(copies[1].differs_id.value()).bytes.data == "other raw");
}

TEST_CASE("an answer belongs to the thread of what it answers")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto const first  = room.take(mail("1@dachy.pl"));
    auto       answer = mail("2@dachy.pl");
    SECTION("References") { answer.references = {"unknown@x", "1@dachy.pl"}; }
    SECTION("In-Reply-To") { answer.in_reply_to = {"1@dachy.pl"}; }
    SECTION("any token of In-Reply-To") { answer.in_reply_to = {"1@dachy.pl", "unknown@x"}; }
    auto const second = room.take(answer);
    CHECK(room.contact_of(second).thread_id == first.contact_id);
    CHECK_FALSE(room.contact_of(first).thread_id);

    auto third       = mail("3@dachy.pl");
    third.references = {"2@dachy.pl"};
    CHECK(room.contact_of(room.take(third)).thread_id == first.contact_id);  // the first of the thread
}

TEST_CASE("of several known messages the one nearest to the end decides")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    room.take(mail("1@dachy.pl"));
    auto const second = room.take(mail("2@dachy.pl"));
    auto       answer = mail("3@dachy.pl");
    answer.references = {"1@dachy.pl", "2@dachy.pl", "unknown@x"};
    CHECK(room.contact_of(room.take(answer)).thread_id == second.contact_id);
}

TEST_CASE("the last 64 references count")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto const first  = room.take(mail("1@dachy.pl"));
    auto       answer = mail("2@dachy.pl");
    answer.references = std::vector<std::string>(64, "unknown@x");
    answer.references.front() = "1@dachy.pl";
    CHECK(room.contact_of(room.take(answer)).thread_id == first.contact_id);
    answer.message_id = "3@dachy.pl";
    answer.references.push_back("unknown@x");
    CHECK_FALSE(room.contact_of(room.take(answer)).thread_id);
}

TEST_CASE("the subject alone never makes a thread")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    room.take(mail("1@dachy.pl"));
    auto answer    = mail("2@dachy.pl");
    answer.subject = "Re: Oferta na dach";
    CHECK_FALSE(room.contact_of(room.take(answer)).thread_id);
}

TEST_CASE("an answer to a message that was enclosed belongs to the thread of the one that enclosed it")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto forward        = mail("1@dachy.pl");
    forward.attachments = {{.file_name = "fwd.eml", .media_type = "message/rfc822", .content = "x", .enclosed_message_id = "inner@x"}};
    auto const first    = room.take(forward);
    auto       answer   = mail("2@dachy.pl");
    answer.in_reply_to  = {"inner@x"};
    CHECK(room.contact_of(room.take(answer)).thread_id == first.contact_id);
    CHECK(room.take(mail("inner@x")).result == MailResult::imported);  // the enclosed one itself is no duplicate
}

TEST_CASE("texts that are longer than a field are cut, and not refused")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto longest    = mail(std::string(5000, 'x'));
    longest.subject = std::string(2000, 's');
    longest.from.front().name = std::string(2000, 'n');
    auto const taken = room.take(longest);
    CHECK(taken.result == MailResult::imported);
    CHECK(room.message(taken).subject_line.size() == 998);
    CHECK(room.take(longest).result == MailResult::duplicate);
}
