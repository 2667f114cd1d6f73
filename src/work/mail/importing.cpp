#include "importing.hpp"

#include "explanation.hpp"

#include <crm/model/search.hpp>

#include <algorithm>

namespace crm::mail {

namespace {

template <class Record>
std::size_t room(std::string Record::*text)
{
    std::size_t most = 0;
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        if constexpr (std::is_same_v<decltype(member), std::string Record::*>)
            if (member == text)
                most = facts.max_length;
    });
    return most;
}

std::string first_address(std::vector<MailAddress> const& list)
{
    return list.empty() ? std::string{} : list.front().address;
}

/// Given and family name of what stands before an address: "Jan Kowalski", "Kowalski, Jan"; the address where nothing does.
std::pair<std::string, std::string> names_of(MailAddress const& sender)
{
    auto const name = std::string{trimmed(sender.name)};
    if (auto const comma = name.find(','); comma != name.npos)
        return {std::string{trimmed(std::string_view{name}.substr(comma + 1))}, std::string{trimmed(std::string_view{name}.substr(0, comma))}};
    if (auto const blank = name.rfind(' '); blank != name.npos)
        return {std::string{trimmed(std::string_view{name}.substr(0, blank))}, name.substr(blank + 1)};
    return {"", name.empty() ? sender.address.substr(0, sender.address.find('@')) : name};
}

/// Written by a person to a mailing list that people answer, which hands it on as bulk: RFC 2369's List-Post with an
/// address, or what lists said before that.
bool is_discussion(MailMessage const& message)
{
    if (message.is_report || (!message.auto_submitted.empty() && message.auto_submitted != "no"))
        return false;
    auto const headers = "\n" + folded(message.headers);
    auto const post    = headers.find("\nlist-post:");
    bool const answers = post != headers.npos && headers.find('<', post) < headers.find('\n', post + 1);
    return message.precedence == "list" || answers || headers.find("\nx-mailing-list:") != headers.npos;
}

}  // namespace

Importing::Importing(Work& work, Saving& saving, MailImport const& how)
    : work_{work}, saving_{saving}, how_{how}, ours_{saving, how}
{
}

ImportedMail Importing::take_in(MailMessage const& message, std::string_view raw)
{
    auto const [key, synthetic] = identity_of(message);
    if (auto const first = stored(key))
        return duplicate(*first, message, raw);

    auto const   direction = direction_of(message);
    ImportedMail report{.result = MailResult::unmatched};
    auto         matched   = match_of(message, direction);
    auto         record    = record_of(message, direction);
    bool const   ignored   = ours_.is_ignored(record.other_side);
    bool const   unknown   = !matched.subject_id && !matched.ambiguous && direction == Direction::incoming;
    if (unknown && how_.create_unknown && !ignored && (!message.is_automatic || is_discussion(message)))
        matched = create_sender(message, report);

    record.key          = key;
    record.is_synthetic = synthetic;
    record.state        = ignored             ? MessageState::ignored
                          : matched.ambiguous ? MessageState::to_review
                                              : MessageState::unmatched;
    if (how_.keep_raw && !raw.empty())
        record.raw_id = work_.keep(raw);
    record.explanation = explanation(matched);
    if (matched.subject_id && !ignored)
        give_contact(record, matched, report);
    record            = saving_.add(std::move(record));
    report.message_id = record.id;
    saving_.add(copy_of(record.id));
    if (!ignored)
        add_attachments(message, record.id, direction, report);

    report.result   = static_cast<MailResult>(record.state);
    report.rule     = record.state == MessageState::ignored ? "ignored" : matched.rule;
    report.rejected = matched.candidates;
    return report;
}

std::optional<Message> Importing::stored(std::string_view key)
{
    auto const found = saving_.select<Message>(Where<Message>::equal("key", key), {}, 1);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

/// No second contact: the message is known to lie in this mailbox too. Another text under the same id is kept.
ImportedMail Importing::duplicate(Message const& first, MailMessage const& message, std::string_view raw)
{
    ImportedMail report{.result = MailResult::duplicate, .message_id = first.id, .contact_id = first.contact_id, .rule = "message.known"};
    bool const   differs = composed(clipped(message.text, room(&Message::text))) != first.text;
    if (differs)
        report.warnings.push_back("Another message with the same Message-ID has another text: both are kept, as copies.");
    auto copy = copy_of(first.id);
    if (differs && !raw.empty())
        copy.differs_id = work_.keep(raw);

    using Columns    = Where<MessageCopy>;
    auto const known = saving_.count<MessageCopy>(all_of({Columns::equal("message_ref", first.id.value), Columns::equal("mailbox", std::string_view{copy.mailbox}),
                                                          Columns::equal("folder", std::string_view{copy.folder}),
                                                          copy.differs_id ? Columns::equal("differs_id", copy.differs_id->value) : all_of({})}));
    if (known == 0)
        saving_.add(std::move(copy));
    return report;
}

Direction Importing::direction_of(MailMessage const& message) const
{
    auto const ours = [&](MailAddress const& a) { return ours_.is_ours(a.address); };
    if (message.from.empty() || !std::ranges::any_of(message.from, ours))
        return Direction::incoming;
    bool const recipients = !message.to.empty() || !message.cc.empty();
    bool const all        = std::ranges::all_of(message.from, ours) && std::ranges::all_of(message.to, ours) &&
                     std::ranges::all_of(message.cc, ours);
    return recipients && all ? Direction::internal : Direction::outgoing;
}

/// The sender of an incoming message, the recipients of an outgoing one; of an internal one nobody.
std::vector<std::string> Importing::other_side(MailMessage const& message, Direction direction) const
{
    std::vector<std::string> addresses;
    auto const               add = [&](std::vector<MailAddress> const& list) {
        for (auto const& [name, address] : list)
            if (!address.empty() && !ours_.is_ours(address))
                addresses.push_back(how_.without_plus ? without_plus(address) : address);
    };
    if (direction == Direction::incoming)
        add(message.from);
    if (direction == Direction::outgoing) {
        add(message.to);
        add(message.cc);
    }
    return addresses;
}

Match Importing::match_of(MailMessage const& message, Direction direction)
{
    auto matched = match(saving_, ours_, other_side(message, direction));
    if (matched.subject_id || matched.ambiguous || direction != Direction::incoming || message.reply_to.empty())
        return matched;

    std::vector<std::string> reply_to;
    for (auto const& [name, address] : message.reply_to)
        reply_to.push_back(how_.without_plus ? without_plus(address) : address);
    auto second = match(saving_, ours_, reply_to);
    if (second.subject_id)
        second.rule += ".reply_to";
    return second.subject_id || second.ambiguous ? second : matched;
}

Match Importing::create_sender(MailMessage const& message, ImportedMail& report)
{
    if (message.from.empty() || message.from.front().address.empty())
        return {.rule = "none.known"};
    auto const& sender        = message.from.front();
    auto const [given, family] = names_of(sender);
    auto const full           = given.empty() ? family : given + " " + family;
    for (auto const& namesake : saving_.select<Party>(Where<Party>::equal("name_key", std::string_view{search_key(full)}), {}, 1))
        report.warnings.push_back("Somebody of the same name is in the register already, as party " + std::to_string(namesake.id.value) + ".");

    auto const address = how_.without_plus ? without_plus(sender.address) : sender.address;
    auto const made    = work_.add_natural({.given_name  = clipped(given, room(&Party::given_name)),
                                            .family_name = clipped(family, room(&Party::family_name)),
                                            .email       = address});
    auto       subject = work_.get(made.subject_id);
    subject.source     = "e-mail";
    work_.save(subject);
    return {.subject_id = made.subject_id, .person_id = made.person_id, .rule = "sender.created"};
}

Message Importing::record_of(MailMessage const& message, Direction direction) const
{
    auto const others = other_side(message, direction);
    std::vector<std::string> recipients;
    for (auto const* list : {&message.to, &message.cc})
        for (auto const& [name, address] : *list)
            recipients.push_back(address);

    return {.message_id    = clipped(message.message_id, room(&Message::message_id)),
            .direction     = direction,
            .is_automatic  = message.is_automatic,
            .sent_at       = message.sent_at,
            .sender        = clipped(first_address(message.from), room(&Message::sender)),
            .sender_name   = clipped(message.from.empty() ? "" : message.from.front().name, room(&Message::sender_name)),
            .other_side    = clipped(others.empty() ? "" : others.front(), room(&Message::other_side)),
            .recipients    = clipped(joined(recipients), room(&Message::recipients)),
            .subject_line  = clipped(message.subject, room(&Message::subject_line)),
            .headers       = clipped(message.headers, room(&Message::headers)),
            .text          = clipped(message.text, room(&Message::text)),
            .in_reply_to   = clipped(joined(message.in_reply_to), room(&Message::in_reply_to)),
            .references_to = clipped(joined(thread_ids(message)), room(&Message::references_to))};
}

MessageCopy Importing::copy_of(Id<Message> message) const
{
    auto const owner  = how_.mailbox_of.value_or(work_.who());
    auto const keeper = saving_.find(owner);
    return {.message_ref = message,
            .mailbox     = how_.mailbox.empty() && keeper ? keeper->email : how_.mailbox,
            .folder      = how_.folder,
            .owner_id    = keeper ? std::optional{owner} : std::nullopt,
            .seen_at     = saving_.now()};
}

/// Each attachment is a document, its bytes kept once whatever message they came with. Images within the HTML are none.
void Importing::add_attachments(MailMessage const& message, Id<Message> of, Direction direction, ImportedMail& report)
{
    for (auto const& attachment : message.attachments) {
        if (!attachment.enclosed_message_id.empty())
            if (auto const key = key_of(attachment.enclosed_message_id);
                saving_.count<MessageAlias>(all_of({Where<MessageAlias>::equal("message_ref", of.value),
                                                    Where<MessageAlias>::equal("key", std::string_view{key})})) == 0)
                saving_.add(MessageAlias{.message_ref = of, .key = key});
        if (attachment.is_inline)
            continue;
        auto const name = attachment.file_name.empty() ? std::string{"attachment"} : attachment.file_name;
        if (attachment.content.size() > how_.largest_attachment) {
            report.warnings.push_back("The attachment " + name + " was left out: it has " + std::to_string(attachment.content.size()) + " bytes.");
            continue;
        }
        auto const document = saving_.add(Document{.title       = clipped(name, room(&Document::title)),
                                                   .kind        = "attachment",
                                                   .direction   = direction,
                                                   .received_at = message.sent_at,
                                                   .file_name   = clipped(name, room(&Document::file_name)),
                                                   .media_type  = clipped(attachment.media_type, room(&Document::media_type)),
                                                   .content_id  = work_.keep(attachment.content)});
        saving_.add(DocumentLink{.document_id = document.id, .message_ref = of});
        hand_on(document.id, report);
        report.documents.push_back(document.id);
    }
}

/// The message that is known and stands nearest to the end.
Importing::Thread Importing::thread_of(std::vector<std::string> const& ids)
{
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        auto const key     = key_of(*id);
        auto       message = stored(key);
        if (!message)
            for (auto const& alias : saving_.select<MessageAlias>(Where<MessageAlias>::equal("key", std::string_view{key}), {}, 1))
                message = saving_.find(alias.message_ref);
        if (!message || !message->contact_id)
            continue;
        if (auto const contact = saving_.find(*message->contact_id))
            return {.first = contact->thread_id.value_or(contact->id), .nearest = contact->id};
    }
    return {};
}

/// Makes the contact that the message tells of. The message itself is still to be stored.
void Importing::give_contact(Message& message, Match const& match, ImportedMail& report)
{
    auto const thread = thread_of(split(message.references_to));
    Contact    contact{.kind_id      = email_kind(),
                       .subject_id   = match.subject_id,
                       .person_id    = match.person_id,
                       .at           = message.sent_at.value_or(saving_.now()),
                       .direction    = message.direction,
                       .is_automatic = message.is_automatic,
                       .summary      = message.subject_line,
                       .body         = message.text,
                       .thread_id    = thread.first};
    saving_.employees = employees_in(message);
    contact           = saving_.add(std::move(contact));
    saving_.employees.reset();
    if (match.person_id)
        saving_.add(Participant{.contact_id = contact.id,
                                .person_id  = match.person_id,
                                .role = message.direction == Direction::incoming ? ParticipantRole::sender : ParticipantRole::recipient});

    message.state      = MessageState::imported;
    message.contact_id = contact.id;
    report.contact_id  = contact.id;
    report.subject_id  = contact.subject_id;
    report.person_id   = contact.person_id;
    if (!message.is_automatic)
        choose_case(message, thread, report);
    message.explanation = explanation(match, report.case_rule);
}

/// What came with a message belongs to its contact and its case too.
void Importing::hand_on(Id<Document> document, ImportedMail const& report)
{
    if (report.contact_id)
        saving_.add(DocumentLink{.document_id = document, .contact_id = report.contact_id});
    if (report.case_id)
        saving_.add(DocumentLink{.document_id = document, .case_id = report.case_id});
}

/// The case of what the message answers; else the subject's open case, when there is exactly one.
void Importing::choose_case(Message const& message, Thread const& thread, ImportedMail& report)
{
    std::optional<Case> chosen;
    if (thread.nearest) {
        auto const links = saving_.select<ContactCase>(Where<ContactCase>::equal("contact_id", thread.nearest->value), {}, 2);
        if (links.size() == 1)
            chosen = saving_.find(links.front().case_id);
        report.case_rule = chosen ? "thread" : "";
    }
    if (!chosen && report.subject_id) {
        using Columns   = Where<Case>;
        auto const open = saving_.select<Case>(all_of({Columns::equal("subject_id", report.subject_id->value), Columns::is_null("archived_at"),
                                                       Columns::differs("stage", static_cast<std::int64_t>(Stage::closed))}),
                                               {}, 2);
        if (open.size() == 1)
            chosen = open.front();
        report.case_rule = chosen ? "subject.open" : "";
    }
    if (!chosen)
        return;
    report.case_id         = chosen->id;
    report.case_was_closed = chosen->stage == Stage::closed;
    if (report.case_was_closed)
        report.warnings.push_back("The case " + std::to_string(chosen->id.value) + " is closed: reopen it if this goes on.");
    work_.link(*message.contact_id, chosen->id);
}

Id<ContactKind> Importing::email_kind()
{
    using Columns = Where<ContactKind>;
    for (auto const& kind : saving_.select<ContactKind>(all_of({Columns::equal("medium", static_cast<std::int64_t>(Medium::email)),
                                                                Columns::is_null("archived_at")}),
                                                        {}, 1))
        return kind.id;
    return saving_.add(ContactKind{.code = "email", .name = "E-mail", .medium = Medium::email}).id;
}

/// The operators among those who wrote and got it; where there is none, whose mailbox it is.
std::vector<Id<Operator>> Importing::employees_in(Message const& message) const
{
    std::vector<Id<Operator>> employees;
    auto const                add = [&](std::optional<Id<Operator>> who) {
        if (who && *who && std::ranges::count(employees, *who) == 0)
            employees.push_back(*who);
    };
    add(ours_.operator_of(message.sender));
    for (auto const& address : split(message.recipients))
        add(ours_.operator_of(address));
    if (employees.empty())
        add(how_.mailbox_of.value_or(work_.who()));
    return employees;
}

Match Importing::match_again(Message const& waiting)
{
    if (waiting.direction == Direction::incoming)
        return match(saving_, ours_, {waiting.other_side});
    return match(saving_, ours_, waiting.direction == Direction::outgoing ? split(waiting.recipients) : std::vector<std::string>{});
}

ImportedMail Importing::put_to_review(Message waiting, Match const& match)
{
    auto const before   = waiting;
    waiting.state       = MessageState::to_review;
    waiting.explanation = explanation(match);
    saving_.change(before, waiting);
    return {.result = MailResult::to_review, .message_id = waiting.id, .rule = match.rule, .rejected = match.candidates};
}

ImportedMail Importing::settle(Message waiting, Match const& match)
{
    ImportedMail report{.result = MailResult::imported, .message_id = waiting.id, .rule = match.rule, .rejected = match.candidates};
    auto const   before = waiting;
    give_contact(waiting, match, report);
    saving_.change(before, waiting);
    for (auto const& link : saving_.select<DocumentLink>(Where<DocumentLink>::equal("message_ref", waiting.id.value)))
        hand_on(link.document_id, report);
    return report;
}

}  // namespace crm::mail
