/* Each record there and back: what is set in C is stored, and read again; in every function that all records have.
 *
 * A record is a list of its fields, each as TEXT(field, literal), VALUE(field, number) or GIVEN(field, bit, number). */
#include "check.h"

static crm_id anna, party, legal_party, subject, firm, person, base, kind, type, phase, scheme, case_id, contact, message, task,
    note, document, content, trade_kind;

#define OPERATOR(TEXT, VALUE, GIVEN) \
    TEXT(code, "jan") TEXT(name, "Jan Nowak") TEXT(email, "jan@our.example") GIVEN(is_active, CRM_OPERATOR_IS_ACTIVE, 0)

#define CONTENT(TEXT, VALUE, GIVEN) \
    TEXT(sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") VALUE(size, 3)

#define PARTY(TEXT, VALUE, GIVEN)                                                                                     \
    TEXT(name, "Jan Kowalski") TEXT(short_name, "Jan") TEXT(given_name, "Jan") TEXT(middle_names, "Maria")            \
    TEXT(family_name, "Kowalski") TEXT(title, "dr") TEXT(citizenship, "PL") TEXT(language, "pl")                      \
    GIVEN(birth_date, CRM_PARTY_BIRTH_DATE, -1)

#define CONTACT_POINT(TEXT, VALUE, GIVEN)                                                                            \
    VALUE(party_id, party) VALUE(kind, CRM_CONTACT_POINT_KIND_EMAIL) TEXT(value, "office@example.pl")                \
    TEXT(label, "office") VALUE(is_primary, 1) VALUE(is_private, 1) VALUE(do_not_use, 1)

#define ADDRESS(TEXT, VALUE, GIVEN)                                                                                  \
    VALUE(party_id, party) VALUE(kind, CRM_ADDRESS_KIND_BRANCH) TEXT(street, "Długa") TEXT(building, "7")            \
    TEXT(flat, "2a") TEXT(postal_code, "00-238") TEXT(city, "Warszawa") TEXT(region, "mazowieckie")                  \
    TEXT(country, "PL") VALUE(is_default, 1)

#define IDENTIFIER(TEXT, VALUE, GIVEN)                                                                               \
    VALUE(party_id, party) VALUE(kind, CRM_NUMBER_KIND_NIP) TEXT(value, "5260250274")                                \
    GIVEN(since, CRM_IDENTIFIER_SINCE, 0) GIVEN(until, CRM_IDENTIFIER_UNTIL, 20000)

#define SUBJECT(TEXT, VALUE, GIVEN)                                                                                  \
    TEXT(number, "K/7") VALUE(kind, CRM_SUBJECT_KIND_LEGAL) VALUE(party_id, legal_party)                             \
    VALUE(status, CRM_SUBJECT_STATUS_ACTIVE) VALUE(keeper_id, anna) TEXT(source, "fair") TEXT(industry, "roofs")     \
    VALUE(parent_id, firm) VALUE(is_own, 1)

#define PERSON(TEXT, VALUE, GIVEN)                                                                                   \
    VALUE(subject_id, firm) VALUE(party_id, party) TEXT(salutation, "Szanowny Panie") TEXT(position, "buyer")        \
    TEXT(department, "purchase") VALUE(decision_role, CRM_DECISION_ROLE_BLOCKER) VALUE(superior_id, 0)               \
    GIVEN(active_since, CRM_PERSON_ACTIVE_SINCE, 0) GIVEN(active_until, CRM_PERSON_ACTIVE_UNTIL, 1) TEXT(source, "fair")

#define BASE(TEXT, VALUE, GIVEN) \
    TEXT(code, "vip") TEXT(name, "Important") VALUE(parent_id, base) TEXT(criterion, "") TEXT(description, "by hand")

#define BASE_MEMBER(TEXT, VALUE, GIVEN) \
    VALUE(base_id, base) VALUE(subject_id, subject) VALUE(is_excluded, 1) TEXT(reason, "asked for it")

#define CONTACT_KIND(TEXT, VALUE, GIVEN) TEXT(code, "pigeon") TEXT(name, "Pigeon") VALUE(medium, CRM_MEDIUM_OTHER)

#define SCHEME(TEXT, VALUE, GIVEN) TEXT(code, "short") TEXT(name, "Short")

#define PHASE(TEXT, VALUE, GIVEN)                                                                                    \
    VALUE(scheme_id, scheme) TEXT(code, "look") TEXT(name, "Look") VALUE(stage, CRM_STAGE_ACTIVE) VALUE(ordinal, 77) \
    VALUE(probability, 30)

#define CASE_TYPE(TEXT, VALUE, GIVEN) TEXT(code, "repair") TEXT(name, "Repair") VALUE(scheme_id, scheme)

#define CASE(TEXT, VALUE, GIVEN)                                                                                     \
    TEXT(number, "S/1") TEXT(title, "Dach hali 3") VALUE(type_id, type) VALUE(phase_id, phase) VALUE(keeper_id, anna) \
    VALUE(subject_id, subject) VALUE(person_id, person) VALUE(parent_id, case_id) VALUE(expected.amount, 125000000)  \
    VALUE(expected.currency[0], 'J') VALUE(expected.currency[1], 'P') VALUE(expected.currency[2], 'Y') GIVEN(probability, CRM_CASE_PROBABILITY, 0)                                      \
    GIVEN(expected_close_on, CRM_CASE_EXPECTED_CLOSE_ON, 20500) VALUE(opened_at, 1000000) TEXT(source, "fair")       \
    TEXT(description, "A flat roof.")

#define CONTACT(TEXT, VALUE, GIVEN)                                                                                  \
    VALUE(kind_id, kind) VALUE(subject_id, subject) VALUE(person_id, person) VALUE(at, 5000000)                      \
    GIVEN(ended_at, CRM_CONTACT_ENDED_AT, 6000000) VALUE(direction, CRM_DIRECTION_OUTGOING)                          \
    VALUE(status, CRM_CONTACT_STATUS_PLANNED) VALUE(is_automatic, 1) TEXT(summary, "Offer") TEXT(body, "We talked.") \
    TEXT(place, "Warszawa") VALUE(thread_id, contact) GIVEN(evaluation, CRM_CONTACT_EVALUATION, 0)

#define PARTICIPANT(TEXT, VALUE, GIVEN) \
    VALUE(contact_id, contact) TEXT(address, "someone@example.com") VALUE(role, CRM_PARTICIPANT_ROLE_COPIED)

#define CONTACT_CASE(TEXT, VALUE, GIVEN) VALUE(contact_id, contact) VALUE(case_id, case_id)

#define MESSAGE(TEXT, VALUE, GIVEN)                                                                                  \
    TEXT(key, "0123456789012345678901234567890123456789012345678901234567890123") VALUE(is_synthetic, 1)             \
    TEXT(message_id, "a@b") VALUE(state, CRM_MESSAGE_STATE_UNMATCHED) VALUE(direction, CRM_DIRECTION_INCOMING)       \
    VALUE(is_automatic, 1) GIVEN(sent_at, CRM_MESSAGE_SENT_AT, 0) TEXT(sender, "who@example.com")                    \
    TEXT(sender_name, "Who") TEXT(other_side, "who@example.com") TEXT(recipients, "anna@our.example") TEXT(subject_line, "Roof") TEXT(headers, "From: who") \
    TEXT(text, "Hello") TEXT(in_reply_to, "c@d") TEXT(references_to, "c@d e@f") VALUE(raw_id, content)               \
    TEXT(explanation, "{}")

#define MESSAGE_ALIAS(TEXT, VALUE, GIVEN) \
    VALUE(message_ref, message) TEXT(key, "9123456789012345678901234567890123456789012345678901234567890123")

#define MESSAGE_COPY(TEXT, VALUE, GIVEN)                                                                             \
    VALUE(message_ref, message) TEXT(mailbox, "anna@our.example") TEXT(folder, "Sent") VALUE(owner_id, anna)         \
    VALUE(seen_at, 7000000) VALUE(differs_id, content)

#define TASK(TEXT, VALUE, GIVEN)                                                                                     \
    TEXT(title, "Call back") VALUE(responsible_id, anna) VALUE(status, CRM_TASK_STATUS_DONE)                         \
    VALUE(priority, CRM_PRIORITY_HIGH) VALUE(subject_id, subject) VALUE(person_id, person) VALUE(case_id, case_id)   \
    VALUE(contact_id, contact) GIVEN(due_at, CRM_TASK_DUE_AT, 8000000) GIVEN(done_at, CRM_TASK_DONE_AT, 9000000)     \
    VALUE(done_by, anna) TEXT(result, "Agreed.") TEXT(description, "About the roof.")

#define NOTE(TEXT, VALUE, GIVEN)                                                                                     \
    VALUE(subject_id, subject) VALUE(person_id, person) VALUE(contact_id, contact) VALUE(task_id, task)              \
    VALUE(case_id, case_id) VALUE(author_id, anna) VALUE(written_at, 4000000) TEXT(title, "Roof")                    \
    TEXT(body, "It leaks.") VALUE(is_private, 1) VALUE(is_pinned, 1)

#define DOCUMENT(TEXT, VALUE, GIVEN)                                                                                 \
    TEXT(number, "O/1") TEXT(title, "Offer") TEXT(kind, "offer") VALUE(status, CRM_DOCUMENT_STATUS_DRAFT)            \
    VALUE(direction, CRM_DIRECTION_OUTGOING) GIVEN(received_at, CRM_DOCUMENT_RECEIVED_AT, 3000000)                   \
    GIVEN(issued_on, CRM_DOCUMENT_ISSUED_ON, 0) GIVEN(valid_since, CRM_DOCUMENT_VALID_SINCE, 0)                      \
    GIVEN(valid_until, CRM_DOCUMENT_VALID_UNTIL, 1) TEXT(file_name, "offer.pdf") TEXT(media_type, "application/pdf") \
    VALUE(content_id, content) TEXT(reference, "shelf 3")

#define DOCUMENT_LINK(TEXT, VALUE, GIVEN) VALUE(document_id, document) VALUE(case_id, case_id)

#define TRADE_KIND(TEXT, VALUE, GIVEN) \
    TEXT(code, "toll") TEXT(name, "Toll") VALUE(counts_as, CRM_COUNTS_AS_COST) VALUE(is_reversal, 1)

#define ADMITTED_KIND(TEXT, VALUE, GIVEN) VALUE(type_id, type) VALUE(kind_id, trade_kind)

#define PLAN_LINE(TEXT, VALUE, GIVEN)                                                                                \
    VALUE(case_id, case_id) VALUE(side, CRM_MONEY_SIDE_REVENUE) VALUE(category, CRM_MONEY_CATEGORY_GOODS)            \
    VALUE(planned.amount, 125000000) VALUE(planned.currency[0], 'J') VALUE(planned.currency[1], 'P')                 \
    VALUE(planned.currency[2], 'Y') GIVEN(planned_on, CRM_PLAN_LINE_PLANNED_ON, 0) TEXT(description, "The roof.")

#define TRADE_DOCUMENT(TEXT, VALUE, GIVEN)                                                                           \
    VALUE(kind_id, trade_kind) TEXT(reference, "T/1/2026") TEXT(host_key, "4711") VALUE(case_id, case_id)            \
    VALUE(category, CRM_MONEY_CATEGORY_EXTERNAL_SERVICE) GIVEN(issued_on, CRM_TRADE_DOCUMENT_ISSUED_ON, 0)           \
    VALUE(net.amount, -1) VALUE(net.currency[0], 'J') VALUE(net.currency[1], 'P') VALUE(net.currency[2], 'Y')        \
    VALUE(status, CRM_TRADE_DOCUMENT_STATUS_POSTED)

#define SET_TEXT(field, literal) record.field = CRM_TEXT(literal);
#define SET_VALUE(field, number) record.field = (number);
#define SET_GIVEN(field, bit, number) \
    record.field = (number);          \
    record.given |= (bit);

#define CHECK_TEXT(field, literal) CHECK(equal(read.field, literal));
#define CHECK_VALUE(field, number) CHECK(read.field == (number));
#define CHECK_GIVEN(field, bit, number) CHECK((read.given & (bit)) != 0 && read.field == (number));

#define NOWHERE ((crm_id)1 << 50)

typedef crm_status (*find)(crm_reader *, const char *, const crm_paging *, crm_list **, crm_error **);

/* A list of what was added last. */
static void newest(find records, crm_reader *reader, crm_list **list)
{
    crm_order  by_id  = {"id", 1, 0};
    crm_paging paging = CRM_PAGING_INIT;
    paging.order.data = &by_id;
    paging.order.size = 1;
    paging.limit      = 1;
    DO(records(reader, "version > 0", &paging, list, &error));
    CHECK(crm_list_size(*list) == 1);
}

/* In the order in which a host would call them. `id` takes the id of what was added. */
#define THERE_AND_BACK(name, INIT, FIELDS, id_out)                                                                  \
    static void crm_##name##_there_and_back(crm_work *work)                                                         \
    {                                                                                                               \
        crm_reader *reader = crm_work_reader(work);                                                                 \
        crm_##name  record = INIT, read = INIT;                                                                     \
        crm_list   *list  = NULL;                                                                                   \
        int64_t     count = 0, before = 0;                                                                          \
        DO(crm_##name##_count(reader, NULL, 1, &before, &error));                                                   \
        FIELDS(SET_TEXT, SET_VALUE, SET_GIVEN)                                                                      \
        DO(crm_##name##_add(work, &record, &error));                                                                \
        CHECK(record.id != 0 && record.revision.version == 1 && record.revision.created_by == anna);                \
        DO(crm_##name##_get(reader, record.id, &read, &error));                                                     \
        CHECK(read.id == record.id && read.revision.version == 1);                                                  \
        FIELDS(CHECK_TEXT, CHECK_VALUE, CHECK_GIVEN)                                                                \
        DO(crm_##name##_save(work, &read, &error)); /* with the texts that are lent by the last get */              \
        DO(crm_##name##_get(reader, record.id, &read, &error));                                                     \
        FIELDS(CHECK_TEXT, CHECK_VALUE, CHECK_GIVEN)                                                                \
        DO(crm_##name##_count(reader, "", 1, &count, &error));                                                      \
        CHECK(count == before + 1);                                                                                 \
        newest(crm_##name##_find, reader, &list);                                                                         \
        memset(&read, 0, sizeof read);                                                                              \
        read.struct_size = sizeof read;                                                                             \
        DO(crm_##name##_at(list, 0, &read, &error));                                                                \
        CHECK(read.id == record.id);                                                                                \
        FIELDS(CHECK_TEXT, CHECK_VALUE, CHECK_GIVEN)                                                                \
        CHECK(crm_##name##_at(list, crm_list_size(list), &read, NULL) == CRM_INVALID_ARGUMENT);                     \
        crm_list_free(list);                                                                                        \
        DO(crm_##name##_history(reader, record.id, &list, &error));                                                 \
        CHECK(crm_list_size(list) >= 1);                                                                            \
        CHECK(crm_##name##_at(list, 0, &read, NULL) == CRM_INVALID_ARGUMENT); /* a list of something else */        \
        crm_list_free(list);                                                                                        \
        DO(crm_##name##_add_all(work, NULL, 0, &error));                                                            \
        CHECK(crm_##name##_get(reader, NOWHERE, &read, NULL) == CRM_NOT_FOUND);                                     \
        CHECK(crm_##name##_archive(work, NOWHERE, NULL) == CRM_NOT_FOUND);                                          \
        CHECK(crm_##name##_restore(work, NOWHERE, NULL) == CRM_NOT_FOUND);                                          \
        CHECK(crm_##name##_remove(work, NOWHERE, NULL) == CRM_NOT_FOUND);                                           \
        CHECK(crm_##name##_get(NULL, record.id, &read, NULL) == CRM_INVALID_ARGUMENT);                              \
        CHECK(crm_##name##_get(reader, record.id, NULL, NULL) == CRM_INVALID_ARGUMENT);                             \
        CHECK(crm_##name##_find(reader, "", NULL, NULL, NULL) == CRM_INVALID_ARGUMENT);                             \
        CHECK(crm_##name##_find(reader, "no_such_field = 1", NULL, &list, NULL) == CRM_INVALID_ARGUMENT);           \
        CHECK(crm_##name##_add(NULL, &record, NULL) == CRM_INVALID_ARGUMENT);                                       \
        CHECK(crm_##name##_add(work, NULL, NULL) == CRM_INVALID_ARGUMENT);                                          \
        CHECK(crm_##name##_add_all(work, NULL, 1, NULL) == CRM_INVALID_ARGUMENT);                                   \
        CHECK(crm_##name##_save(work, NULL, NULL) == CRM_INVALID_ARGUMENT);                                         \
        record.struct_size -= 8;                                                                                    \
        CHECK(crm_##name##_save(work, &record, NULL) == CRM_INVALID_ARGUMENT); /* smaller than it ever was */       \
        id_out = record.id;                                                                                         \
    }


static crm_id anyone;

THERE_AND_BACK(operator, CRM_OPERATOR_INIT, OPERATOR, anyone)
THERE_AND_BACK(content, CRM_CONTENT_INIT, CONTENT, content)
THERE_AND_BACK(party, CRM_PARTY_INIT, PARTY, party)
THERE_AND_BACK(contact_point, CRM_CONTACT_POINT_INIT, CONTACT_POINT, anyone)
THERE_AND_BACK(address, CRM_ADDRESS_INIT, ADDRESS, anyone)
THERE_AND_BACK(identifier, CRM_IDENTIFIER_INIT, IDENTIFIER, anyone)
THERE_AND_BACK(subject, CRM_SUBJECT_INIT, SUBJECT, subject)
THERE_AND_BACK(person, CRM_PERSON_INIT, PERSON, anyone)
THERE_AND_BACK(base, CRM_BASE_INIT, BASE, anyone)
THERE_AND_BACK(base_member, CRM_BASE_MEMBER_INIT, BASE_MEMBER, anyone)
THERE_AND_BACK(contact_kind, CRM_CONTACT_KIND_INIT, CONTACT_KIND, anyone)
THERE_AND_BACK(scheme, CRM_SCHEME_INIT, SCHEME, anyone)
THERE_AND_BACK(phase, CRM_PHASE_INIT, PHASE, phase)
THERE_AND_BACK(case_type, CRM_CASE_TYPE_INIT, CASE_TYPE, anyone)
THERE_AND_BACK(case, CRM_CASE_INIT, CASE, anyone)
THERE_AND_BACK(contact, CRM_CONTACT_INIT, CONTACT, anyone)
THERE_AND_BACK(participant, CRM_PARTICIPANT_INIT, PARTICIPANT, anyone)
THERE_AND_BACK(contact_case, CRM_CONTACT_CASE_INIT, CONTACT_CASE, anyone)
THERE_AND_BACK(message, CRM_MESSAGE_INIT, MESSAGE, message)
THERE_AND_BACK(message_alias, CRM_MESSAGE_ALIAS_INIT, MESSAGE_ALIAS, anyone)
THERE_AND_BACK(message_copy, CRM_MESSAGE_COPY_INIT, MESSAGE_COPY, anyone)
THERE_AND_BACK(task, CRM_TASK_INIT, TASK, task)
THERE_AND_BACK(note, CRM_NOTE_INIT, NOTE, note)
THERE_AND_BACK(document, CRM_DOCUMENT_INIT, DOCUMENT, document)
THERE_AND_BACK(document_link, CRM_DOCUMENT_LINK_INIT, DOCUMENT_LINK, anyone)
THERE_AND_BACK(trade_kind, CRM_TRADE_KIND_INIT, TRADE_KIND, trade_kind)
THERE_AND_BACK(admitted_kind, CRM_ADMITTED_KIND_INIT, ADMITTED_KIND, anyone)
THERE_AND_BACK(plan_line, CRM_PLAN_LINE_INIT, PLAN_LINE, anyone)
THERE_AND_BACK(trade_document, CRM_TRADE_DOCUMENT_INIT, TRADE_DOCUMENT, anyone)

/* What the records of the test refer to, beside one another. */
static void prepare(crm_work *work)
{
    crm_reader    *reader = crm_work_reader(work);
    crm_legal      roofs  = CRM_LEGAL_INIT;
    crm_case_type  sale   = CRM_CASE_TYPE_INIT;
    crm_party      other  = CRM_PARTY_INIT;
    crm_base       top    = CRM_BASE_INIT;
    crm_case       whole  = CRM_CASE_INIT;
    crm_contact    call   = CRM_CONTACT_INIT;

    DO(crm_operator_id(reader, "anna", &anna, &error));
    DO(crm_case_type_id(reader, "sale", &type, &error));
    DO(crm_contact_kind_id(reader, "phone", &kind, &error));
    DO(crm_case_type_get(reader, type, &sale, &error));
    scheme = sale.scheme_id;

    roofs.name = CRM_TEXT("Dachy");
    DO(crm_legal_add(work, &roofs, &error));
    firm             = roofs.subject_id;
    other.name       = CRM_TEXT("Dachy i okna");
    DO(crm_party_add(work, &other, &error));
    legal_party = other.id;

    top.code = CRM_TEXT("all");
    top.name = CRM_TEXT("All");
    DO(crm_base_add(work, &top, &error));
    base = top.id;

    whole.title     = CRM_TEXT("The whole hall");
    whole.type_id   = type;
    whole.keeper_id = anna;
    DO(crm_case_add(work, &whole, &error));
    case_id = whole.id;

    call.kind_id    = kind;
    call.subject_id = firm;
    DO(crm_contact_add(work, &call, &error));
    contact = call.id;
}

/* The person of a case has to be one of its subject, which the test has made meanwhile. */
static void prepare_person(crm_work *work)
{
    crm_new_person buyer = CRM_NEW_PERSON_INIT;
    buyer.subject_id     = subject;
    buyer.given_name     = CRM_TEXT("Ewa");
    buyer.family_name    = CRM_TEXT("Mazur");
    buyer.decision_role  = CRM_DECISION_ROLE_DECISION_MAKER;
    DO(crm_person_register(work, &buyer, &error));
    CHECK(buyer.person_id != 0 && buyer.party_id != 0);
    person = buyer.person_id;
}

/* Written by the library alone. */
static void operations_and_case_states_are_read(crm_work *work)
{
    crm_reader    *reader    = crm_work_reader(work);
    crm_case_state state     = CRM_CASE_STATE_INIT, again = CRM_CASE_STATE_INIT;
    crm_operation  operation = CRM_OPERATION_INIT;
    crm_list      *list      = NULL;
    int64_t        count     = 0;
    DO(crm_case_state_find(reader, "stage = potential", NULL, &list, &error));
    DO(crm_case_state_at(list, 0, &state, &error));
    CHECK(state.case_id == case_id && state.seq == 1 && state.stage == CRM_STAGE_POTENTIAL && state.entered == 1);
    CHECK(state.type_id == type && state.keeper_id == anna && state.operator_id == anna);
    DO(crm_case_state_get(reader, state.id, &again, &error));
    CHECK(again.id == state.id && again.operation_id == state.operation_id);
    DO(crm_case_state_count(reader, NULL, 1, &count, &error));
    CHECK(count == 2);
    crm_list_free(list);

    CHECK(crm_operation_get(reader, NOWHERE, &operation, NULL) == CRM_NOT_FOUND);
    DO(crm_operation_find(reader, NULL, NULL, &list, &error));
    DO(crm_operation_count(reader, NULL, 0, &count, &error));
    CHECK((int64_t)crm_list_size(list) == count && count >= 1);
    DO(crm_operation_at(list, 0, &operation, &error));
    CHECK(operation.id != 0 && operation.at != 0);
    crm_list_free(list);
}

int main(void)
{
    crm_database *database = open_memory();
    crm_work     *work     = begin(database);
    prepare(work);
    crm_operator_there_and_back(work);
    crm_content_there_and_back(work);
    crm_party_there_and_back(work);
    crm_contact_point_there_and_back(work);
    crm_address_there_and_back(work);
    crm_identifier_there_and_back(work);
    crm_person_there_and_back(work);
    crm_subject_there_and_back(work);
    prepare_person(work);
    crm_base_there_and_back(work);
    crm_base_member_there_and_back(work);
    crm_contact_kind_there_and_back(work);
    crm_scheme_there_and_back(work);
    crm_phase_there_and_back(work);
    crm_case_type_there_and_back(work);
    crm_case_there_and_back(work);
    crm_contact_there_and_back(work);
    crm_participant_there_and_back(work);
    crm_contact_case_there_and_back(work);
    crm_message_there_and_back(work);
    crm_message_alias_there_and_back(work);
    crm_message_copy_there_and_back(work);
    crm_task_there_and_back(work);
    crm_note_there_and_back(work);
    crm_document_there_and_back(work);
    crm_document_link_there_and_back(work);
    crm_trade_kind_there_and_back(work);
    crm_admitted_kind_there_and_back(work);
    crm_plan_line_there_and_back(work);
    crm_trade_document_there_and_back(work);
    operations_and_case_states_are_read(work);
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
    crm_close(database);
    return 0;
}
