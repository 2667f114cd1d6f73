// What the import of e-mail takes, and what it tells of each message.
#pragma once

#include <crm/model/mail.hpp>
#include <crm/model/records.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace crm {

/// How messages are taken in: SEMANTICS §4.
struct MailImport {
    std::string                 mailbox{};             ///< its name, such as anna@example.pl; empty: that of its owner
    std::optional<Id<Operator>> mailbox_of{};          ///< whose it is; none: of the operator who works
    std::string                 folder{};
    std::set<std::string>       our_domains{};         ///< beside the addresses of operators
    std::set<std::string>       free_domains{};        ///< whose addresses tell nothing of a firm, beside the well-known ones
    std::set<std::string>       ignored_addresses{};   ///< `noreply@shop.example`, or `@shop.example` for a domain
    bool                        without_plus   = false;  ///< matches anna+news@example.pl as anna@example.pl
    bool                        create_unknown = false;  ///< makes a natural subject of an unknown person who wrote, to a list too; never of a machine
    bool                        keep_raw       = true;   ///< keeps the bytes of every message
    std::size_t                 largest_attachment = 25'000'000;  ///< bytes; a larger one is left out, and reported
};

/// What became of a message.
enum class MailResult { imported = 1, unmatched = 2, to_review = 3, ignored = 4, duplicate = 5, failed = 6 };
BOOST_DESCRIBE_ENUM(MailResult, imported, unmatched, to_review, ignored, duplicate, failed)

/// A record that a message could have been matched with, and why it was not.
struct MailCandidate {
    std::string  record{};  ///< subject or person
    std::int64_t id = 0;
    std::string  why_not{};
};

struct ImportedMail {
    MailResult                     result{};
    std::optional<Id<Message>>     message_id{};
    std::optional<Id<Contact>>     contact_id{};
    std::optional<Id<Subject>>     subject_id{};
    std::optional<Id<Person>>      person_id{};
    std::optional<Id<Case>>        case_id{};
    std::vector<Id<Document>>      documents{};
    std::string                    rule{};        ///< what matched it: person.address, subject.address, subject.domain, each perhaps with .reply_to; sender.created, by.hand
    std::string                    case_rule{};   ///< what chose the case: thread, subject.open; empty: none
    std::vector<MailCandidate>     rejected{};
    std::vector<std::string>       warnings{};    ///< sentences: an attachment left out, a closed case, a copy that differs
    bool                           case_was_closed = false;
};

}  // namespace crm
