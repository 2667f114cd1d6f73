#pragma once

#include <crm/store/sqlite_copy.hpp>
#include <crm/work/mail_import.hpp>
#include <crm/work/new_contact.hpp>
#include <crm/work/reading.hpp>
#include <crm/work/registering.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace crm {

/// One transaction of one operator, in which the rules hold. What is not committed is rolled back when it ends.
///
/// A function that throws leaves its arguments as they were. All of them may throw Busy, Unavailable, Denied, Corrupt
/// and TransactionLost beside what they name; ValidationError carries every broken rule of every record of the call.
class Work : public Reading {
public:
    /// `key`: unique, by which the host can look up whether a commit whose answer was lost was done.
    explicit Work(Session session, std::string cause = "work", std::string key = {});

    /// A part of the transaction that the host is in. Each call is done or undone as a whole; commit() leaves the changes
    /// to the host's own commit. It ends before the host's transaction does.
    /// \throws InvalidArgument when the host is in no transaction, or has foreign keys switched off; Unsupported when its
    /// SQLite is another copy than crm's
    [[nodiscard]] static Work join(sqlite3* host, Id<Operator> who, Settings settings = {})
    {
        store::require_our_sqlite(&sqlite3_libversion);  // in the header: the host's
        return join_ours(host, who, std::move(settings));
    }

    // ---- Any record -------------------------------------------------------------------------------------------------

    /// Stores new records, all or none, and writes their ids and revisions.
    /// \throws ValidationError; Conflict when a unique key is taken
    template <class Record>
    void add(std::span<Record> new_records);
    template <class Record>
    void add(std::vector<Record>& new_records)
    {
        add(std::span{new_records});
    }
    template <class Record>
    void add(Record& new_record)
    {
        add(std::span{&new_record, 1});
    }
    template <class Record>
        requires(!std::is_lvalue_reference_v<Record> && is_record<Record>)
    Id<Record> add(Record&& new_record)
    {
        add(std::span{&new_record, 1});
        return new_record.id;
    }

    /// The same for records of another system that keep the ids they have there; one without an id gets one. From then on
    /// nobody is given an id up to the greatest of them. Where their revision tells who added them and when, that is kept
    /// too.
    /// \throws ValidationError; Conflict when an id or another unique key is taken
    template <class Record>
    void add_with_ids(std::span<Record> records);

    /// Stores what the host changed in a record that it had read, and raises its version. What others changed meanwhile
    /// is merged into it by field.
    /// \throws ValidationError; Conflict with its clashes when somebody changed the same field or group; NotFound
    template <class Record>
    void save(Record& changed);

    /// Puts a record away: it is kept, but left out of lists. Once more does nothing.
    /// \throws ValidationError; NotFound
    template <class Record>
    void archive(Id<Record> id);
    /// Takes a record that was put away back into use.
    template <class Record>
    void restore(Id<Record> id);

    /// Removes a record that nothing else refers to, with what only belongs to it (an address of a party).
    /// \throws ValidationError `<record>.removed.referred` with the list of what refers to it; NotFound
    template <class Record>
    void remove(Id<Record> id);

    // ---- Subjects and persons ---------------------------------------------------------------------------------------

    /// Registers a natural subject with its party, numbers and contact points, and the person that shares them.
    /// \throws ValidationError
    Registered add_natural(NewNatural const& natural);
    Registered add_legal(NewLegal const& legal);
    Registered add_person(NewPerson const& person);

    /// Makes a subject legal, or natural. To legal: the person gets a party of its own with the names, the PESEL, the
    /// birth date and the private contact points. To natural: subject and person get one party again.
    /// \throws ValidationError with all that stands in the way
    void change_kind(Id<Subject> subject, SubjectKind kind);

    void add_contact_point(Id<Party> party, ContactPointKind kind, std::string value);
    void add_number(Id<Party> party, NumberKind kind, std::string value);

    void put_into(Id<Base> base, Id<Subject> subject, std::string reason = {});
    void take_out_of(Id<Base> base, Id<Subject> subject);

    // ---- Cases ------------------------------------------------------------------------------------------------------

    /// Moves an open case to another phase of its scheme. \param at none: now; never before the case's last change
    /// \throws ValidationError; NotFound
    void enter_phase(Id<Case> id, Id<Phase> phase, std::optional<Instant> at = {});
    void enter_phase(Id<Case> id, std::string_view phase_code, std::optional<Instant> at = {});

    /// Closes a case: it enters the first phase of the stage closed.
    /// \param reason required when it is lost
    void close(Id<Case> id, CaseOutcome outcome, std::string reason = {}, std::optional<Instant> at = {});

    /// Opens a closed case again, in the phase that is named, or in the last one it was open in.
    void reopen(Id<Case> id, std::string reason, std::string_view phase_code = {}, std::optional<Instant> at = {});

    void hand_over(Id<Case> id, Id<Operator> keeper);
    /// Hands over every open case of an operator; how many there were.
    std::size_t hand_over_all(Id<Operator> from, Id<Operator> to);

    /// Removes a phase, or archives one that the past knows. Its cases are moved to `move_to` in the same call.
    /// \throws ValidationError `phase.removed.used` when cases are in it and no other phase is named
    void remove_phase(Id<Phase> phase, std::optional<Id<Phase>> move_to = {});

    // ---- What belongs together --------------------------------------------------------------------------------------

    void link(Id<Contact> contact, Id<Case> with);
    void unlink(Id<Contact> contact, Id<Case> from);
    void link(Id<Document> document, Id<Subject> with);
    void link(Id<Document> document, Id<Person> with);
    void link(Id<Document> document, Id<Case> with);
    void link(Id<Document> document, Id<Contact> with);
    void link(Id<Document> document, Id<Task> with);
    void link(Id<Document> document, Id<Note> with);

    /// Names who took part in a contact. The operator who adds it takes part unless another employee is named with it.
    void add_participant(Id<Contact> contact, Id<Operator> employee);
    void add_participant(Id<Contact> contact, Id<Person> person);

    /// Stores a contact with the employees who took part in it.
    Id<Contact> add_contact(Contact contact, std::vector<Id<Operator>> const& employees);

    /// Stores contacts with who took part in them and their cases, all or none, and writes their ids and revisions.
    /// \throws ValidationError; Conflict when an id is taken
    void add_contacts(std::span<NewContact> contacts);

    void complete(Id<Task> task, std::string result = {}, std::optional<Instant> at = {});

    /// Keeps bytes once, whatever refers to them.
    Id<Content> keep(std::string_view bytes);

    // ---- E-mail -----------------------------------------------------------------------------------------------------

    /// Takes in a message that was understood before: by crm::mail's parse_mail(), or by the host.
    /// \param raw the message as it came, by which a copy that differs is told
    ImportedMail import_message(MailMessage const& message, std::string_view raw, MailImport const& how = {});

    /// The same from the bytes of a message. Needs the library crm::mail.
    ImportedMail import_message(std::string_view raw, MailImport const& how = {});

    /// Matches a message that waits with a person or a subject, by hand.
    ImportedMail match_message(Id<Message> message, Id<Subject> subject, std::optional<Id<Person>> person = {});

    /// Tries again what waits unmatched: senders may have become known. What became of each that no longer waits.
    std::vector<ImportedMail> match_waiting(MailImport const& how = {});

    // ---- The transaction --------------------------------------------------------------------------------------------

    /// Runs `step`. When it throws, what it did is undone, and the work goes on. A record that was saved in it has a version
    /// that another state may get, as after a work that is not committed: read it again before you save it.
    void attempt(std::function<void()> const& step);

    /// Makes the changes durable and ends the work. \throws what store::Transaction::commit() throws
    void commit();

    /// Gives the changes up and ends the work.
    void rollback() noexcept { end(); }

private:
    friend class Saving;

    [[nodiscard]] static Work join_ours(sqlite3* host, Id<Operator> who, Settings settings);

    /// Runs a call as a whole: its failure leaves the rest of the work as it was. A verb within it is a part of it.
    void call(std::function<void()> const& step);

    /// The same for a step that adds what is not there yet: once more when somebody else has added it at the same moment.
    void call_again_if_taken(std::function<void()> const& step);
    void remember(std::vector<Change> changes);

    /// The operation that this work is, begun with its first change.
    [[nodiscard]] Id<Operation> operation();
    void write_operation();

    std::string                  cause_, key_;
    Instant                      began_{};
    bool                         calling_ = false;
    std::optional<Id<Operation>> operation_{};  ///< begins with the first change
    std::int64_t                 changes_ = 0;  ///< that it has so far
};

}  // namespace crm
