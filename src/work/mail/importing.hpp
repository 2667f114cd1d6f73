// Takes one message in: SEMANTICS §4, rules 0 to 10.
#pragma once

#include "identity.hpp"
#include "matching.hpp"

namespace crm::mail {

class Importing {
public:
    Importing(Work& work, Saving& saving, MailImport const& how);

    [[nodiscard]] ImportedMail take_in(MailMessage const& message, std::string_view raw);

    /// Gives a message that waits its contact.
    [[nodiscard]] ImportedMail settle(Message waiting, Match const& match);

    /// Leaves a message that waits, and may concern several, to a human.
    [[nodiscard]] ImportedMail put_to_review(Message waiting, Match const& match);

    /// Tries again to match a message that waits.
    [[nodiscard]] Match match_again(Message const& waiting);

private:
    struct Thread {
        std::optional<Id<Contact>> first{};    ///< begins the thread
        std::optional<Id<Contact>> nearest{};  ///< what the message answers
    };

    [[nodiscard]] std::optional<Message>   stored(std::string_view key);
    [[nodiscard]] ImportedMail             duplicate(Message const& first, MailMessage const& message, std::string_view raw);
    [[nodiscard]] Direction                direction_of(MailMessage const& message) const;
    [[nodiscard]] std::vector<std::string> other_side(MailMessage const& message, Direction direction) const;
    [[nodiscard]] Match                    match_of(MailMessage const& message, Direction direction);
    [[nodiscard]] Match                    create_sender(MailMessage const& message, ImportedMail& report);
    [[nodiscard]] Message                  record_of(MailMessage const& message, Direction direction) const;
    [[nodiscard]] MessageCopy              copy_of(Id<Message> message) const;
    [[nodiscard]] Thread                   thread_of(std::vector<std::string> const& ids);

    void add_attachments(MailMessage const& message, Id<Message> of, Direction direction, ImportedMail& report);
    void give_contact(Message& message, Match const& match, ImportedMail& report);
    void choose_case(Message const& message, Thread const& thread, ImportedMail& report);
    void hand_on(Id<Document> document, ImportedMail const& report);

    [[nodiscard]] Id<ContactKind>           email_kind();
    [[nodiscard]] std::vector<Id<Operator>> employees_in(Message const& message) const;

    Work&             work_;
    Saving&           saving_;
    MailImport const& how_;
    Ours              ours_;
};

}  // namespace crm::mail
