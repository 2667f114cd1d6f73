// Whom a message concerns, and why: SEMANTICS §4, rules 5, 6, 9 and 10.
#include "mail.hpp"

#include <boost/json/parse.hpp>

using namespace crm;
using namespace crm::test;

namespace {

MailMessage outgoing(std::string id, std::vector<MailAddress> to)
{
    auto message = mail(std::move(id), "anna@firma.pl");
    message.to   = std::move(to);
    return message;
}

boost::json::object explanation(MailRoom const& room, ImportedMail const& taken)
{
    return boost::json::parse(room.message(taken).explanation).as_object();
}

}  // namespace

TEST_CASE("a message from one of ours is outgoing: by operator, or by our domains")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    auto const by_operator = room.take(outgoing("1@firma.pl", {{"", "jan@dachy.pl"}}));
    CHECK(room.contact_of(by_operator).direction == Direction::outgoing);

    auto by_domain = outgoing("2@firma.pl", {{"", "jan@dachy.pl"}});
    by_domain.from = {{"", "biuro@firma.pl"}};
    CHECK(room.contact_of(room.take(by_domain, {.our_domains = {"firma.pl"}})).direction == Direction::outgoing);
}

TEST_CASE("a message whose senders and recipients are all ours is internal, and concerns nobody")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("biuro@firma.pl");
    auto message = outgoing("1@firma.pl", {{"", "ola@firma.pl"}});
    auto const taken = room.take(message, {.our_domains = {"firma.pl"}});
    CHECK(taken.result == MailResult::unmatched);
    CHECK(room.message(taken).direction == Direction::internal);

    message.message_id = "2@firma.pl";
    message.cc         = {{"", "jan@dachy.pl"}};
    CHECK(room.message(room.take(message, {.our_domains = {"firma.pl"}})).direction == Direction::outgoing);
}

TEST_CASE("empty lists of addresses are no match")
{
    MailRoom room{EVERY_STORE()};
    auto     nobody = mail("1@x");
    nobody.from.clear();
    CHECK(room.message(room.take(nobody)).direction == Direction::incoming);
    auto to_nobody = outgoing("2@firma.pl", {});
    CHECK(room.message(room.take(to_nobody)).direction == Direction::outgoing);
}

TEST_CASE("person.address: a person is found before a subject")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm  = room.firm_with("biuro@dachy.pl");
    auto const jan   = room.person_with(firm.subject_id, "jan@dachy.pl");
    auto const taken = room.take(mail("1@dachy.pl"));
    CHECK(taken.rule == "person.address");
    CHECK(taken.person_id == jan.person_id);
    CHECK(taken.subject_id == firm.subject_id);
    auto const who = room.all<Participant>("contact_id = " + std::to_string(taken.contact_id->value));
    REQUIRE(who.size() == 2);
    CHECK(who[0].operator_id == room.anna);
    CHECK(who[1].person_id == jan.person_id);
    CHECK(who[1].role == ParticipantRole::sender);
}

TEST_CASE("subject.address, and subject.domain after it")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm = room.firm_with("biuro@dachy.pl");
    auto       taken = room.take(mail("1@dachy.pl", "biuro@dachy.pl"));
    CHECK(taken.rule == "subject.address");
    CHECK(taken.subject_id == firm.subject_id);
    taken = room.take(mail("2@dachy.pl", "nowy@dachy.pl"));
    CHECK(taken.rule == "subject.domain");
    CHECK(taken.subject_id == firm.subject_id);
    CHECK_FALSE(taken.person_id);
}

TEST_CASE("a free domain tells nothing of a firm: the well-known ones, and the host's")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("dachy@wp.pl");
    room.firm_with("biuro@skrzynka.pl");
    CHECK(room.take(mail("1@wp.pl", "ktos@wp.pl")).result == MailResult::unmatched);
    CHECK(room.take(mail("2@wp.pl", "dachy@wp.pl")).rule == "subject.address");
    CHECK(room.take(mail("3@x", "ktos@skrzynka.pl"), {.free_domains = {"skrzynka.pl"}}).result == MailResult::unmatched);
    CHECK(room.take(mail("4@x", "ktos@skrzynka.pl")).rule == "subject.domain");
}

TEST_CASE("our own domain is nobody's")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("biuro@firma.pl");
    auto const taken = room.take(mail("1@x", "nieznany@obcy.pl"), {.our_domains = {"firma.pl"}});
    CHECK(taken.result == MailResult::unmatched);
    CHECK(taken.rule == "none.known");
    CHECK_FALSE(taken.contact_id);
    CHECK(room.all<Subject>().size() == 1);
}

TEST_CASE("an address of several subjects is for a human to choose, with every candidate")
{
    MailRoom   room{EVERY_STORE()};
    auto const first = room.firm_with("jan@dachy.pl"), second = room.firm_with("jan@dachy.pl", "Inna");
    auto const taken = room.take(mail("1@dachy.pl"));
    CHECK(taken.result == MailResult::to_review);
    CHECK(taken.rule == "several.known");
    CHECK_FALSE(taken.contact_id);
    REQUIRE(taken.rejected.size() == 2);
    CHECK(taken.rejected[0].record == "subject");
    CHECK(taken.rejected[0].id == first.subject_id.value);
    CHECK(taken.rejected[1].id == second.subject_id.value);
    CHECK(room.message(taken).state == MessageState::to_review);
    CHECK(room.all<Contact>().empty());
}

TEST_CASE("a person of one subject and the address of another are no match either")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("jan@dachy.pl");
    room.person_with(room.firm_with("biuro@inna.pl", "Inna").subject_id, "jan@dachy.pl");
    CHECK(room.take(mail("1@dachy.pl")).result == MailResult::to_review);
}

TEST_CASE("a firm that shares an address with its own person is no ambiguity")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm  = room.firm_with("jan@dachy.pl");
    auto const jan   = room.person_with(firm.subject_id, "jan@dachy.pl");
    auto const taken = room.take(mail("1@dachy.pl"));
    CHECK(taken.result == MailResult::imported);
    CHECK(taken.person_id == jan.person_id);
    CHECK(taken.rejected.empty());
}

TEST_CASE("a natural subject and its person are one")
{
    MailRoom   room{EVERY_STORE()};
    auto const jan   = room([](Work& work) { return work.add_natural({.family_name = "Kowalski", .email = "jan@dachy.pl"}); });
    auto const taken = room.take(mail("1@dachy.pl"));
    CHECK(taken.person_id == jan.person_id);
    CHECK(taken.subject_id == jan.subject_id);
}

TEST_CASE("an address of two persons of one subject is a contact of the subject, and of neither person")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm = room.firm_with("biuro@dachy.pl");
    room.person_with(firm.subject_id, "jan@dachy.pl");
    room.person_with(firm.subject_id, "jan@dachy.pl");
    auto const taken = room.take(mail("1@dachy.pl"));
    CHECK(taken.result == MailResult::imported);
    CHECK(taken.subject_id == firm.subject_id);
    CHECK_FALSE(taken.person_id);
    CHECK(taken.rejected.size() == 2);
}

TEST_CASE("an outgoing message is matched by its recipients and copies, each of ours aside")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm = room.firm_with("jan@dachy.pl");
    auto       message = outgoing("1@firma.pl", {{"", "anna@firma.pl"}});
    message.cc         = {{"", "jan@dachy.pl"}};
    auto const taken   = room.take(message);
    CHECK(taken.subject_id == firm.subject_id);

    room.firm_with("inna@inna.pl", "Inna");
    CHECK(room.take(outgoing("2@firma.pl", {{"", "jan@dachy.pl"}, {"", "inna@inna.pl"}})).result == MailResult::to_review);
}

TEST_CASE("what was put away is not found")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm = room.firm_with("jan@dachy.pl");
    room([&](Work& work) { work.archive(firm.subject_id); });
    CHECK(room.take(mail("1@dachy.pl")).result == MailResult::unmatched);
}

TEST_CASE("Reply-To is looked at where the sender is unknown, and not before")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm = room.firm_with("jan@dachy.pl"), other = room.firm_with("biuro@inna.pl", "Inna");
    auto       relayed  = mail("1@x", "formularz@obcy.pl");
    relayed.reply_to    = {{"", "jan@dachy.pl"}};
    auto const taken    = room.take(relayed);
    CHECK(taken.subject_id == firm.subject_id);
    CHECK(taken.rule == "subject.address.reply_to");

    relayed.message_id = "2@x";
    relayed.from       = {{"", "biuro@inna.pl"}};
    CHECK(room.take(relayed).subject_id == other.subject_id);
}

TEST_CASE("what stands behind a plus is left out where the host says so")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm = room.firm_with("jan@wp.pl");
    CHECK(room.take(mail("1@x", "jan+oferty@wp.pl")).result == MailResult::unmatched);
    CHECK(room.take(mail("2@x", "jan+oferty@wp.pl"), {.without_plus = true}).subject_id == firm.subject_id);
    CHECK(room.take(mail("3@x", "+jan@wp.pl"), {.without_plus = true}).result == MailResult::unmatched);
    auto relayed     = mail("4@x", "formularz@obcy.pl");
    relayed.reply_to = {{"", "jan+oferty@wp.pl"}};
    CHECK(room.take(relayed, {.without_plus = true}).subject_id == firm.subject_id);
}

TEST_CASE("an ignored address, or one of an ignored domain, makes no contact and no subject")
{
    MailRoom room{EVERY_STORE()};
    room.firm_with("noreply@sklep.pl");
    auto const ignored = GENERATE("noreply@sklep.pl", "@sklep.pl");
    auto const taken   = room.take(mail("1@x", "noreply@sklep.pl"), {.ignored_addresses = {ignored}, .create_unknown = true});
    CHECK(taken.result == MailResult::ignored);
    CHECK(taken.rule == "ignored");
    CHECK(room.message(taken).state == MessageState::ignored);
    CHECK(room.all<Contact>().empty());
    CHECK(room.take(mail("2@x", "obcy@obcy.pl"), {.ignored_addresses = {"@obcy.pl"}, .create_unknown = true}).result == MailResult::ignored);
    CHECK(room.all<Subject>().size() == 1);
}

TEST_CASE("no subject is invented for an unknown sender, unless the host says so")
{
    MailRoom room{EVERY_STORE()};
    CHECK(room.take(mail("1@x")).result == MailResult::unmatched);
    CHECK(room.all<Subject>().empty());

    auto const taken = room.take(mail("2@x"), {.create_unknown = true});
    CHECK(taken.result == MailResult::imported);
    CHECK(taken.rule == "sender.created");
    auto const subject = room.get(taken.subject_id.value());
    CHECK(subject.kind == SubjectKind::natural);
    CHECK(subject.source == "e-mail");
    CHECK(room.get(subject.party_id).family_name == "Kowalski");
    CHECK(room.all<ContactPoint>().front().value == "jan@dachy.pl");
    CHECK(room.take(mail("3@x"), {.create_unknown = true}).subject_id == subject.id);
    CHECK(room.all<Subject>().size() == 1);
}

TEST_CASE("a namesake of a new sender is reported")
{
    MailRoom room{EVERY_STORE()};
    room.natural("Jan", "Kowalski");
    auto const taken = room.take(mail("1@x"), {.create_unknown = true});
    REQUIRE(taken.warnings.size() == 1);
    CHECK_THAT(taken.warnings.front(), containing("same name"));
}

TEST_CASE("names are taken from what stands before the address")
{
    MailRoom room{EVERY_STORE()};
    struct Name {
        std::string written, given, family;
    };
    auto const [written, given, family] = GENERATE(values<Name>({{"Jan Maria Kowalski", "Jan Maria", "Kowalski"},
                                                                 {"Kowalski, Jan", "Jan", "Kowalski"},
                                                                 {"Kowalski", "", "Kowalski"},
                                                                 {"", "", "jan"}}));
    auto message              = mail("1@x");
    message.from.front().name = written;
    auto const party          = room.get(room.get(room.take(message, {.create_unknown = true}).subject_id.value()).party_id);
    CHECK(party.given_name == given);
    CHECK(party.family_name == family);
}

TEST_CASE("an automatic or outgoing message makes no subject")
{
    MailRoom room{EVERY_STORE()};
    auto     automatic     = mail("1@x");
    automatic.is_automatic = true;
    CHECK(room.take(automatic, {.create_unknown = true}).result == MailResult::unmatched);
    CHECK(room.take(outgoing("2@x", {{"", "jan@dachy.pl"}}), {.create_unknown = true}).result == MailResult::unmatched);
    CHECK(room.all<Subject>().empty());
}

TEST_CASE("every message tells why it was matched so, or not")
{
    MailRoom room{EVERY_STORE()};
    auto     told = explanation(room, room.take(mail("1@x")));
    CHECK(told.at("rule") == "none.known");
    CHECK_FALSE(told.contains("candidates"));

    auto const first = room.firm_with("jan@dachy.pl");
    told             = explanation(room, room.take(mail("2@x")));
    CHECK(told.at("rule") == "subject.address");

    room.firm_with("jan@dachy.pl", "Inna");
    told = explanation(room, room.take(mail("3@x")));
    CHECK(told.at("rule") == "several.known");
    auto const& candidates = told.at("candidates").as_array();
    REQUIRE(candidates.size() == 2);
    CHECK(candidates[0].at("record") == "subject");
    CHECK(candidates[0].at("id") == first.subject_id.value);
    CHECK(candidates[0].at("why_not") == "one of 2 found by subject.address");
}

TEST_CASE("a message that waits is matched by hand")
{
    MailRoom   room{EVERY_STORE()};
    auto const firm  = room.firm_with("biuro@inna.pl");
    auto const jan   = room.person_with(firm.subject_id, "jan@inna.pl");
    auto const waits = room.take(mail("1@x"));
    auto const match = [&](std::optional<Id<Person>> person) {
        return room([&](Work& work) { return work.match_message(*waits.message_id, firm.subject_id, person); });
    };
    CHECK(refused([&] { match(room.natural().person_id); }) == Codes{"contact.person.of_subject"});
    CHECK(room.message(waits).state == MessageState::unmatched);

    auto const matched = match(jan.person_id);
    CHECK(matched.result == MailResult::imported);
    CHECK(matched.rule == "by.hand");
    CHECK(matched.person_id == jan.person_id);
    CHECK(room.message(waits).contact_id == matched.contact_id);
    CHECK(explanation(room, waits).at("rule") == "by.hand");
    CHECK_THROWS_AS(match({}), InvalidArgument);
}

TEST_CASE("messages that wait are matched when their sender becomes known, in the order they came")
{
    MailRoom   room{EVERY_STORE()};
    auto const first  = room.take(mail("1@x"));
    auto       answer = mail("2@x");
    answer.references = {"1@x"};
    auto const second = room.take(answer);
    auto const other  = room.take(mail("3@x", "obcy@obcy.pl"));
    CHECK(room([](Work& work) { return work.match_waiting(); }).empty());

    auto const firm    = room.firm_with("jan@dachy.pl");
    auto const matched = room([](Work& work) { return work.match_waiting(); });
    REQUIRE(matched.size() == 2);
    CHECK(matched[0].message_id == first.message_id);
    CHECK(matched[0].subject_id == firm.subject_id);
    CHECK(room.contact_of(matched[1]).thread_id == matched[0].contact_id);
    CHECK(room.message(second).state == MessageState::imported);
    CHECK(room.message(other).state == MessageState::unmatched);
    CHECK(room([](Work& work) { return work.match_waiting(); }).empty());
}

TEST_CASE("a message that waits and may now concern several goes to review")
{
    MailRoom   room{EVERY_STORE()};
    auto const waits = room.take(mail("1@x"));
    room.firm_with("jan@dachy.pl");
    room.firm_with("jan@dachy.pl", "Inna");
    auto const reports = room([](Work& work) { return work.match_waiting(); });
    REQUIRE(reports.size() == 1);
    CHECK(reports.front().result == MailResult::to_review);
    CHECK(room.message(waits).state == MessageState::to_review);
    CHECK(explanation(room, waits).at("rule") == "several.known");
}
