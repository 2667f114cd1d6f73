// What the library's plain values consist of, for those that the model does not describe, and what the fields mean.
#pragma once

#include "fields.hpp"

#include <crm/analysis/funnel.hpp>
#include <crm/analysis/plan.hpp>
#include <crm/analysis/timeline.hpp>
#include <crm/exchange/mail.hpp>
#include <crm/store/history.hpp>
#include <crm/store/stats.hpp>
#include <crm/work/mail_import.hpp>
#include <crm/work/registering.hpp>

namespace crm {

BOOST_DESCRIBE_STRUCT(NewNatural, (), (number, given_name, middle_names, family_name, title, birth_date, pesel, nip, regon, email,
                                       phone, keeper_id, status, with_person))
BOOST_DESCRIBE_STRUCT(NewLegal, (), (number, name, short_name, nip, regon, krs, vat, email, phone, keeper_id, status))
BOOST_DESCRIBE_STRUCT(NewPerson, (), (subject_id, given_name, middle_names, family_name, title, position, department,
                                      decision_role, email, phone))
BOOST_DESCRIBE_STRUCT(MailImport, (), (mailbox, mailbox_of, folder, our_domains, free_domains, ignored_addresses, without_plus,
                                       create_unknown, keep_raw, largest_attachment))
static_assert(describes_every_member<NewNatural>() && describes_every_member<NewLegal>() &&
              describes_every_member<NewPerson>() && describes_every_member<MailImport>());

BOOST_DESCRIBE_STRUCT(Registered, (), (subject_id, party_id, person_id))
template <>
struct Facts<Registered> {
    static constexpr std::string_view doc    = "What was made of a new subject or person.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "subject_id", .doc = "The subject."},
        {.name = "party_id", .doc = "The party that it shares."},
        {.name = "person_id", .doc = "The person that was made; None when there was none to make."},
    });
};

BOOST_DESCRIBE_STRUCT(MailCandidate, (), (record, id, why_not))
template <>
struct Facts<MailCandidate> {
    static constexpr std::string_view doc    = "A record that a message could have been matched with, and why it was not.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "record", .doc = "``subject`` or ``person``."},
        {.name = "id", .doc = "Its id."},
        {.name = "why_not", .doc = "Why it was not chosen."},
    });
};

BOOST_DESCRIBE_STRUCT(ImportedMail, (), (result, message_id, contact_id, subject_id, person_id, case_id, documents, rule, case_rule,
                                         rejected, warnings, case_was_closed))
template <>
struct Facts<ImportedMail> {
    static constexpr std::string_view doc    = "What became of a message.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "result", .doc = "What became of it."},
        {.name = "message_id", .doc = "The stored message."},
        {.name = "contact_id", .doc = "Its contact, once it is matched."},
        {.name = "subject_id", .doc = "The subject that it was matched with."},
        {.name = "person_id", .doc = "The person that it was matched with."},
        {.name = "case_id", .doc = "The case that it was linked with."},
        {.name = "documents", .doc = "The documents made of its attachments."},
        {.name = "rule", .doc = "What matched it: ``person.address``, ``subject.address``, ``subject.domain``, ``thread``…"},
        {.name = "case_rule", .doc = "What chose the case: ``thread``, ``subject.open``; empty: none."},
        {.name = "rejected", .doc = "The records that it could have been matched with, and why it was not."},
        {.name = "warnings", .doc = "Sentences: an attachment left out, a closed case, a copy that differs."},
        {.name = "case_was_closed", .doc = "Its case was closed when it came."},
    });
};

BOOST_DESCRIBE_STRUCT(FunnelRow, (), (phase, name, stage, ordinal, phase_id, count, sum, weighted))
template <>
struct Facts<FunnelRow> {
    static constexpr std::string_view doc    = "Cases of one phase with amounts in one currency.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "phase", .doc = "Code of the phase."},
        {.name = "name", .doc = "Name of the phase, for people."},
        {.name = "stage", .doc = "Stage of the phase."},
        {.name = "ordinal", .doc = "Place of the phase in its scheme."},
        {.name = "phase_id", .doc = "The phase."},
        {.name = "count", .doc = "How many cases."},
        {.name = "sum", .doc = "Sum of the expected values; zero XXX for the cases that carry no money."},
        {.name = "weighted", .doc = "Sum of the expected values by probability, each rounded to the digits of its currency."},
    });
};

BOOST_DESCRIBE_STRUCT(PlanRow, (), (side, category, planned, actual, difference, basis_points))
template <>
struct Facts<PlanRow> {
    static constexpr std::string_view doc    = "Plan and actual of a case in one currency, on one side, of one category or of all.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "side", .doc = "Cost or revenue."},
        {.name = "category", .doc = "What the money is for; None: the total of the side in this currency."},
        {.name = "planned", .doc = "Sum of the plan lines in use."},
        {.name = "actual", .doc = "Sum of the trade documents that are confirmed or posted, as far as their kind counts; those of a reversal are taken away."},
        {.name = "difference", .doc = "Actual less planned."},
        {.name = "basis_points", .doc = "Actual as a share of the plan in 1/100 of a per cent, rounded half away from zero: 10 000 is just as planned; None where nothing was planned."},
    });
};

BOOST_DESCRIBE_STRUCT(Overrun, (), (case_id, number, title, planned, actual, difference, basis_points))
template <>
struct Facts<Overrun> {
    static constexpr std::string_view doc    = "Plan and actual of a case in one currency, on the side that was asked for.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "case_id", .doc = "The case."},
        {.name = "number", .doc = "Its number."},
        {.name = "title", .doc = "What it is about."},
        {.name = "planned", .doc = "Sum of its plan lines in use."},
        {.name = "actual", .doc = "Sum of its trade documents, as in PlanRow."},
        {.name = "difference", .doc = "Actual less planned."},
        {.name = "basis_points", .doc = "Actual as a share of the plan, as in PlanRow."},
    });
};

BOOST_DESCRIBE_STRUCT(TimelineEntry, (), (kind, at, id, operator_id, case_id, title, detail))
template <>
struct Facts<TimelineEntry> {
    static constexpr std::string_view doc    = "One thing that happened, at its own moment.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "kind", .doc = "What it is about."},
        {.name = "at", .doc = "When (UTC): a contact took place, a note was written, a task was created or done, a document came."},
        {.name = "id", .doc = "Id of the contact, note, task or document; of the case state of a phase change."},
        {.name = "operator_id", .doc = "Who entered it; of a task: who is responsible, or did it; None: unknown."},
        {.name = "case_id", .doc = "The case of a phase change, and of a note or task that belongs to one; else None."},
        {.name = "title", .doc = "Summary, title, or the code of the phase that was entered."},
        {.name = "detail", .doc = "Code of the kind of a contact; code of the phase that was left."},
    });
};

BOOST_DESCRIBE_STRUCT(Change, (), (operation_id, position, record, record_id, version, action, fields))
template <>
struct Facts<Change> {
    static constexpr std::string_view doc    = "What an operation did to one record.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "operation_id", .doc = "The operation."},
        {.name = "position", .doc = "Place in the operation, from 0."},
        {.name = "record", .doc = "Which kind of record, such as ``case``."},
        {.name = "record_id", .doc = "Id of the record."},
        {.name = "version", .doc = "The version that it got; 0 of a record without versions."},
        {.name = "action", .doc = "Whether it was added, changed or removed."},
        {.name = "fields", .doc = "Old and new value by column, of a change; old values of a removed record; empty of an added one."},
    });
};

BOOST_DESCRIBE_STRUCT(Stats, (), (pool_most, pool_open, pool_in_use, pool_waiting, connects, commits, retries, locked, deadlocks,
                                  serializations, losses, statements_kept, statements_slow, feed_unnumbered, feed_last))
template <>
struct Facts<Stats> {
    static constexpr std::string_view doc    = "Numbers of one database since it was opened. Those of connections are of this moment.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "pool_most", .doc = "Greatest number of connections; 0: the store has none."},
        {.name = "pool_open", .doc = "Connections that are open."},
        {.name = "pool_in_use", .doc = "Connections that works and views have."},
        {.name = "pool_waiting", .doc = "Threads that wait for a connection."},
        {.name = "connects", .doc = "How often it connected."},
        {.name = "commits", .doc = "Transactions that were committed."},
        {.name = "retries", .doc = "Turns that transact() ran again, whatever the cause."},
        {.name = "locked", .doc = "Failures because someone else held a lock for longer than this one was patient."},
        {.name = "deadlocks", .doc = "Failures because two waited for each other."},
        {.name = "serializations", .doc = "Failures because somebody changed what this one had read."},
        {.name = "losses", .doc = "Connections that were lost."},
        {.name = "statements_kept", .doc = "Statements that are prepared, and ready to be run again."},
        {.name = "statements_slow", .doc = "Statements that ``slow_statement`` of open() was told of."},
        {.name = "feed_unnumbered", .doc = "Operations that have no place in the feed yet: they get one when it is read."},
        {.name = "feed_last", .doc = "Position of the last operation that has one; -1: neither is known, for no connection is free, or the database is away."},
    });
};

BOOST_DESCRIBE_STRUCT(MailAddress, (), (name, address))
template <>
struct Facts<MailAddress> {
    static constexpr std::string_view doc    = "One mailbox of an address header.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "name", .doc = "Decoded; empty where the message gave none."},
        {.name = "address", .doc = "ASCII letters in lower case."},
    });
};

BOOST_DESCRIBE_STRUCT(MailAttachment, (), (file_name, media_type, content, sha256, is_inline, content_id, enclosed_message_id))
template <>
struct Facts<MailAttachment> {
    static constexpr std::string_view doc    = "A part of a message that is neither its text nor its HTML.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "file_name", .doc = "As the sender wrote it: make it safe before it names a file."},
        {.name = "media_type", .doc = "Such as ``application/pdf``, in lower case."},
        {.name = "content", .doc = "Decoded bytes."},
        {.name = "sha256", .doc = "SHA-256 of the content, in hexadecimal."},
        {.name = "is_inline", .doc = "Shown within the HTML: not a document of its own."},
        {.name = "content_id", .doc = "What the HTML calls it, without brackets."},
        {.name = "enclosed_message_id", .doc = "Message-ID of an enclosed message, without brackets."},
    });
};

BOOST_DESCRIBE_STRUCT(MailMessage, (), (message_id, sent_at, from, sender, reply_to, to, cc, subject, in_reply_to, references, text,
                                        html, has_html, attachments, auto_submitted, precedence, is_automatic, is_report,
                                        headers, defects))
template <>
struct Facts<MailMessage> {
    static constexpr std::string_view doc    = "What an e-mail is understood to be.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "message_id", .doc = "Without brackets, its case kept; empty: none."},
        {.name = "sent_at", .doc = "Date of the header (UTC); None: no date, or one that names no moment."},
        {.name = "from_", .doc = "Whom it is from."},
        {.name = "sender", .doc = "Who sent it for them."},
        {.name = "reply_to", .doc = "Where answers go."},
        {.name = "to", .doc = "Whom it is to."},
        {.name = "cc", .doc = "Who has a copy."},
        {.name = "subject", .doc = "Decoded, one line."},
        {.name = "in_reply_to", .doc = "Message-IDs that it answers, without brackets."},
        {.name = "references", .doc = "Message-IDs of its thread, oldest first, without brackets."},
        {.name = "text", .doc = "Plain text."},
        {.name = "html", .doc = "HTML as it came: not made safe."},
        {.name = "has_html", .doc = "It has HTML."},
        {.name = "attachments", .doc = "The other parts."},
        {.name = "auto_submitted", .doc = "RFC 3834 keyword in lower case; empty: no such header."},
        {.name = "precedence", .doc = "In lower case."},
        {.name = "is_automatic", .doc = "No person wrote it: auto-reply, bulk, list, junk or report."},
        {.name = "is_report", .doc = "A bounce or a receipt (RFC 6522)."},
        {.name = "headers", .doc = "As they came, with what is no UTF-8 replaced."},
        {.name = "defects", .doc = "Codes of what was wrong with it, each once."},
    });
};

BOOST_DESCRIBE_STRUCT(MailSource, (), (file, index, folder, seen, is_cut))
template <>
struct Facts<MailSource> {
    static constexpr std::string_view doc    = "Where a message was found.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "file", .doc = "Relative to the folder that was walked, or the file's name."},
        {.name = "index", .doc = "Position in an mbox, from 0."},
        {.name = "folder", .doc = "``Sent`` of a Maildir or an mbox within what was walked; empty: its top."},
        {.name = "seen", .doc = "Somebody had read it."},
        {.name = "is_cut", .doc = "Too long: the rest is left out."},
    });
};

template <class Structure>
consteval bool every_field_has_a_doc()
{
    return describes_every_member<Structure>() && Facts<Structure>::fields.size() == field_count<Structure>;
}
static_assert(every_field_has_a_doc<Registered>() && every_field_has_a_doc<MailCandidate>() && every_field_has_a_doc<ImportedMail>() &&
              every_field_has_a_doc<FunnelRow>() && every_field_has_a_doc<PlanRow>() && every_field_has_a_doc<Overrun>() &&
              every_field_has_a_doc<TimelineEntry>() && every_field_has_a_doc<Change>() && every_field_has_a_doc<Stats>() &&
              every_field_has_a_doc<MailAddress>() && every_field_has_a_doc<MailAttachment>() &&
              every_field_has_a_doc<MailMessage>() && every_field_has_a_doc<MailSource>());

}  // namespace crm

namespace crm::python {

template <>
inline constexpr std::string_view bytes_member<MailAttachment> = "content";

/// Classes of list that show themselves: crm.Timeline, crm.Funnel, crm.PlanComparison and crm.Overruns.
py::object as_timeline(Timeline const& timeline);
py::object as_funnel(Funnel const& funnel);
py::object as_comparison(PlanComparison const& comparison);
py::object as_overruns(Overruns const& overruns);
py::list   as_changes(std::vector<Change> const& changes);
py::object as_imported(ImportedMail const& mail);
py::object as_registered(Registered const& registered);
py::object as_stats(Stats const& stats);

}  // namespace crm::python
