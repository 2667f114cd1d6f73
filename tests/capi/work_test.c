/* What a host does, from opening a database to the funnel, and what it is told when it goes wrong. */
#include "check.h"

static crm_id anna, sale_type;

static crm_id new_natural(crm_work *work)
{
    crm_natural jan = CRM_NATURAL_INIT;
    jan.given_name  = CRM_TEXT("Jan");
    jan.family_name = CRM_TEXT("Kowalski");
    jan.email       = CRM_TEXT("jan@example.pl");
    DO(crm_natural_add(work, &jan, &error));
    CHECK(jan.subject_id != 0 && jan.party_id != 0 && jan.person_id != 0);
    return jan.subject_id;
}

static crm_case new_sale(crm_id subject_id)
{
    crm_case sale   = CRM_CASE_INIT;
    sale.title      = CRM_TEXT("Offer");
    sale.type_id    = sale_type;
    sale.keeper_id  = anna;
    sale.subject_id = subject_id;
    DO(crm_money_parse("12500.00 PLN", &sale.expected, &error));
    return sale;
}

static crm_id add_sale(crm_work *work)
{
    crm_case sale = new_sale(new_natural(work));
    DO(crm_case_add(work, &sale, &error));
    return sale.id;
}

static crm_case read_case(crm_work *work, crm_id id)
{
    crm_case read = CRM_CASE_INIT;
    DO(crm_case_get(crm_work_reader(work), id, &read, &error));
    return read;
}

static crm_funnel_row row_of(crm_reader *reader, const char *phase)
{
    crm_funnel_query query = CRM_FUNNEL_QUERY_INIT;
    crm_funnel_row   row   = CRM_FUNNEL_ROW_INIT;
    crm_list        *list  = NULL;
    int64_t          count = 0;
    query.type             = "sale";
    DO(crm_funnel(reader, &query, &list, &error));
    for (size_t i = 0; i != crm_list_size(list); ++i) {
        DO(crm_funnel_at(list, i, &row, &error));
        if (equal(row.phase, phase) && row.count > 0)
            break;
        row.count = 0;
    }
    count = row.count;
    crm_list_free(list); /* and with it the texts of the row */
    row.count = count;
    return row;
}

static void a_natural_subject_gets_its_person_unless_the_host_says_no(crm_work *work)
{
    crm_natural ewa     = CRM_NATURAL_INIT;
    crm_subject subject = CRM_SUBJECT_INIT;
    ewa.given_name      = CRM_TEXT("Ewa");
    ewa.family_name     = CRM_TEXT("Mazur");
    ewa.given           = CRM_NATURAL_WITH_PERSON;
    DO(crm_natural_add(work, &ewa, &error));
    CHECK(ewa.subject_id != 0 && ewa.person_id == 0);
    DO(crm_subject_get(crm_work_reader(work), ewa.subject_id, &subject, &error));
    CHECK(subject.kind == CRM_SUBJECT_KIND_NATURAL && subject.status == CRM_SUBJECT_STATUS_PROSPECT);
}

static void a_case_goes_through_its_phases(crm_work *work)
{
    crm_id      id     = add_sale(work);
    crm_reader *reader = crm_work_reader(work);
    crm_id      phase = 0, order = 0;
    crm_instant in_1970 = 0;
    DO(crm_case_enter_phase(work, id, "offer-sent", &error));
    CHECK(read_case(work, id).stage == CRM_STAGE_ACTIVE);
    CHECK(row_of(reader, "offer-sent").count == 1);
    CHECK(row_of(reader, "offer-sent").sum.amount == 125000000 && row_of(reader, "offer-sent").weighted.amount == 62500000);

    DO(crm_phase_id(reader, sale_type, "negotiation", &phase, &error));
    DO(crm_case_enter_phase_at(work, id, phase, NULL, &error));
    CHECK(read_case(work, id).phase_id == phase);
    DO(crm_phase_id(reader, sale_type, "order", &order, &error));
    CHECK(crm_case_enter_phase_at(work, id, order, &in_1970, NULL) == CRM_VALIDATION_ERROR);
    CHECK(crm_case_enter_phase(work, id, "no-such-phase", NULL) == CRM_NOT_FOUND);

    crm_error *error = NULL;
    CHECK(crm_case_close(work, id, CRM_CASE_OUTCOME_LOST, CRM_TEXT(""), NULL, &error) == CRM_VALIDATION_ERROR);
    CHECK(strcmp(crm_error_code(error, 0), "case.lost.reason") == 0);
    crm_error_free(error);
    CHECK(crm_case_close(work, id, 0, CRM_TEXT(""), NULL, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_case_close(work, id, 99, CRM_TEXT(""), NULL, NULL) == CRM_UNSUPPORTED);
    DO(crm_case_close(work, id, CRM_CASE_OUTCOME_LOST, CRM_TEXT("Too dear"), NULL, &error));
    CHECK(read_case(work, id).stage == CRM_STAGE_CLOSED && (read_case(work, id).given & CRM_CASE_CLOSED_AT) != 0);
    DO(crm_case_reopen(work, id, CRM_TEXT("They think again"), NULL, NULL, &error));
    CHECK(read_case(work, id).phase_id == phase);
}

static void plan_and_actual_are_compared(crm_work *work)
{
    crm_reader        *reader  = crm_work_reader(work);
    crm_case           sale    = new_sale(0);
    crm_plan_line      line    = CRM_PLAN_LINE_INIT;
    crm_trade_document invoice = CRM_TRADE_DOCUMENT_INIT;
    crm_plan_row       row     = CRM_PLAN_ROW_INIT;
    crm_overrun_query  query   = CRM_OVERRUN_QUERY_INIT;
    crm_overrun        overrun = CRM_OVERRUN_INIT;
    crm_list          *list    = NULL;
    DO(crm_case_add(work, &sale, &error));
    line.case_id  = sale.id;
    line.side     = CRM_MONEY_SIDE_COST;
    line.category = CRM_MONEY_CATEGORY_GOODS;
    CHECK(crm_plan_line_add(work, &line, NULL) == CRM_VALIDATION_ERROR); /* without an amount */
    DO(crm_money_parse("100.00 PLN", &line.planned, &error));
    DO(crm_plan_line_add(work, &line, &error));
    DO(crm_trade_kind_id(reader, "purchase-invoice", &invoice.kind_id, &error));
    invoice.reference = CRM_TEXT("FZ/1/2026");
    invoice.case_id   = sale.id;
    invoice.category  = CRM_MONEY_CATEGORY_GOODS;
    DO(crm_money_parse("112.50 PLN", &invoice.net, &error));
    DO(crm_trade_document_add(work, &invoice, &error));

    DO(crm_plan_against_actual(reader, sale.id, &list, &error));
    CHECK(crm_list_size(list) == 2);
    DO(crm_plan_row_at(list, 0, &row, &error));
    CHECK(row.side == CRM_MONEY_SIDE_COST && row.category == CRM_MONEY_CATEGORY_GOODS);
    CHECK(row.planned.amount == 1000000 && row.actual.amount == 1125000 && row.difference.amount == 125000);
    CHECK(row.given == CRM_PLAN_ROW_BASIS_POINTS && row.basis_points == 11250 && strcmp(row.difference.currency, "PLN") == 0);
    DO(crm_plan_row_at(list, 1, &row, &error));
    CHECK(row.side == CRM_MONEY_SIDE_COST && row.category == 0 && row.difference.amount == 125000);
    CHECK(crm_overrun_at(list, 0, &overrun, NULL) == CRM_INVALID_ARGUMENT);
    crm_list_free(list);

    DO(crm_overruns(reader, NULL, &list, &error));
    CHECK(crm_list_size(list) == 1);
    DO(crm_overrun_at(list, 0, &overrun, &error));
    CHECK(overrun.case_id == sale.id && equal(overrun.title, "Offer") && overrun.number.size == 0);
    CHECK(overrun.difference.amount == 125000 && overrun.basis_points == 11250);
    crm_list_free(list);
    query.side  = CRM_MONEY_SIDE_REVENUE;
    query.limit = 5;
    DO(crm_overruns(reader, &query, &list, &error));
    CHECK(crm_list_size(list) == 0);
    crm_list_free(list);
    query.side = 99;
    CHECK(crm_overruns(reader, &query, &list, NULL) == CRM_UNSUPPORTED);
    CHECK(crm_plan_against_actual(reader, sale.id, NULL, NULL) == CRM_INVALID_ARGUMENT);
}

static void every_broken_rule_is_told(crm_work *work)
{
    crm_error *error  = NULL;
    crm_case   sales[3] = {new_sale(0), new_sale(0), new_sale(0)};
    sales[1].title      = CRM_TEXT(" ");
    sales[2].probability = 101;
    sales[2].given      |= CRM_CASE_PROBABILITY;
    CHECK(crm_case_add_all(work, sales, 3, &error) == CRM_VALIDATION_ERROR);
    CHECK(crm_error_status(error) == CRM_VALIDATION_ERROR && crm_error_violations(error) == 2);
    CHECK(strcmp(crm_error_code(error, 0), "case.title.required") == 0 && crm_error_position(error, 0) == 1);
    CHECK(strcmp(crm_error_field(error, 1), "probability") == 0 && crm_error_position(error, 1) == 2);
    CHECK(strstr(crm_error_remedy(error, 1), "per cent") != NULL);
    CHECK(crm_error_code(error, 2) == NULL && crm_error_position(error, 2) == 0);
    CHECK(sales[0].id == 0); /* all or none */
    crm_error_free(error);

    sales[1].title     = CRM_TEXT("Second");
    sales[2].probability = 100;
    DO(crm_case_add_all(work, sales, 3, &error));
    CHECK(sales[0].id != 0 && sales[1].id != sales[0].id && sales[2].revision.version == 1);
}

static void what_somebody_else_changed_is_merged_or_told(crm_work *work)
{
    crm_id   id    = add_sale(work);
    crm_case mine  = read_case(work, id);
    crm_case yours = mine; /* its texts are lent by the same get */
    mine.source    = CRM_TEXT("fair");
    DO(crm_case_save(work, &mine, &error));
    CHECK(mine.revision.version == 2);

    crm_error *error = NULL;
    crm_case   stale = new_sale(yours.subject_id);
    stale.id         = id;
    stale.revision   = yours.revision;
    stale.opened_at  = yours.opened_at;
    stale.phase_id   = yours.phase_id;
    stale.source     = CRM_TEXT("letter");
    CHECK(crm_case_save(work, &stale, &error) == CRM_CONFLICT && stale.revision.version == 1);
    CHECK(crm_error_clashes(error) == 1 && crm_error_violations(error) == 0);
    CHECK(strcmp(crm_error_clash(error, 0).column, "source") == 0);
    CHECK(strcmp(crm_error_clash(error, 0).yours, "\"letter\"") == 0);
    CHECK(strcmp(crm_error_clash(error, 0).theirs, "\"fair\"") == 0);
    CHECK(crm_error_clash(error, 1).column == NULL);
    crm_error_free(error);

    stale.source = CRM_TEXT(""); /* as it was */
    stale.title  = CRM_TEXT("Bigger offer");
    DO(crm_case_save(work, &stale, &error));
    CHECK(stale.revision.version == 3);
    CHECK(equal(read_case(work, id).title, "Bigger offer") && equal(read_case(work, id).source, "fair"));
}

static void a_bug_of_the_caller_is_told_apart(crm_work *work)
{
    crm_error *error = NULL;
    crm_case   sale  = new_sale(0);
    CHECK(crm_case_add(NULL, &sale, &error) == CRM_INVALID_ARGUMENT);
    CHECK(strcmp(crm_error_message(error), "work is NULL.") == 0);
    crm_error_free(error);

    sale.struct_size = 0;
    CHECK(crm_case_add(work, &sale, NULL) == CRM_INVALID_ARGUMENT);
    sale             = new_sale(0);
    sale.struct_size = 0xCCCCCCCC; /* not set at all */
    CHECK(crm_case_add(work, &sale, NULL) == CRM_INVALID_ARGUMENT);
    sale             = new_sale(0);
    sale.probability = 40;
    CHECK(crm_case_add(work, &sale, NULL) == CRM_INVALID_ARGUMENT); /* a value without its bit would be lost */
    sale       = new_sale(0);
    sale.given = 1u << 31;
    CHECK(crm_case_add(work, &sale, NULL) == CRM_UNSUPPORTED);
    sale         = new_sale(0);
    sale.outcome = 99;
    CHECK(crm_case_add(work, &sale, NULL) == CRM_UNSUPPORTED);
    sale            = new_sale(0);
    sale.title.data = NULL;
    CHECK(crm_case_add(work, &sale, NULL) == CRM_INVALID_ARGUMENT);

    crm_operator who = CRM_OPERATOR_INIT;
    who.name         = CRM_TEXT("Somebody");
    who.reserved     = 1;
    CHECK(crm_operator_add(work, &who, NULL) == CRM_UNSUPPORTED);
    who.reserved = 0;
    DO(crm_operator_add(work, &who, &error)); /* active, because it is not said that he is not */
    DO(crm_operator_get(crm_work_reader(work), who.id, &who, &error));
    CHECK(who.is_active == 1 && (who.given & CRM_OPERATOR_IS_ACTIVE) != 0);
}

/* What a program sends that was built against a later release, whose crm_case has one more field. */
static void a_newer_caller_is_understood_or_refused(crm_work *work)
{
    union {
        crm_case      known;
        unsigned char bytes[sizeof(crm_case) + sizeof(int64_t)];
    } newer[2];
    memset(newer, 0, sizeof newer);
    for (size_t i = 0; i != 2; ++i) {
        newer[i].known             = new_sale(0);
        newer[i].known.struct_size = sizeof newer[i].bytes;
    }
    DO(crm_case_add_all(work, &newer[0].known, 2, &error)); /* stepped by the caller's size */
    CHECK(newer[1].known.id != 0 && newer[1].known.struct_size == sizeof newer[1].bytes);

    crm_id id                        = newer[0].known.id;
    newer[0].bytes[sizeof(crm_case)] = 1;
    CHECK(crm_case_save(work, &newer[0].known, NULL) == CRM_UNSUPPORTED);
    DO(crm_case_get(crm_work_reader(work), id, &newer[0].known, &error));
    CHECK(newer[0].bytes[sizeof(crm_case)] == 0 && newer[0].known.struct_size == sizeof newer[0].bytes);
    newer[1].known.struct_size = sizeof(crm_case);
    CHECK(crm_case_add_all(work, &newer[0].known, 2, NULL) == CRM_INVALID_ARGUMENT);
}

static void pages_are_turned_in_order(crm_work *work)
{
    crm_reader *reader = crm_work_reader(work);
    crm_order   order  = {"title", 1, 0};
    crm_paging  paging = CRM_PAGING_INIT;
    crm_list   *first = NULL, *second = NULL;
    crm_case    sales[3] = {new_sale(0), new_sale(0), new_sale(0)}, read = CRM_CASE_INIT;
    int64_t     count    = 0;
    const char *titles[] = {"page A", "page B", "page C"};
    for (size_t i = 0; i != 3; ++i) {
        sales[i].title.data = titles[i];
        sales[i].title.size = strlen(titles[i]);
    }
    DO(crm_case_add_all(work, sales, 3, &error));
    paging.order.data = &order;
    paging.order.size = 1;
    paging.limit      = 2;
    DO(crm_case_find(reader, "title starts_with 'page '", &paging, &first, &error));
    CHECK(crm_list_size(first) == 2 && crm_list_next(first)[0] != '\0');
    paging.after = crm_list_next(first);
    DO(crm_case_find(reader, "title starts_with 'page '", &paging, &second, &error));
    CHECK(crm_list_size(second) == 1 && crm_list_next(second)[0] == '\0');
    DO(crm_case_at(first, 0, &read, &error));
    CHECK(equal(read.title, "page C"));
    DO(crm_case_at(second, 0, &read, &error));
    CHECK(equal(read.title, "page A"));
    paging.after = NULL;
    crm_list_free(first);
    crm_list_free(second);

    DO(crm_case_archive(work, sales[0].id, &error));
    DO(crm_case_count(reader, "title starts_with 'page '", 0, &count, &error));
    CHECK(count == 2);
    DO(crm_case_restore(work, sales[0].id, &error));
    DO(crm_case_count(reader, "title starts_with 'page '", 0, &count, &error));
    CHECK(count == 3);
    CHECK(crm_case_count(reader, NULL, 2, &count, NULL) == CRM_INVALID_ARGUMENT); /* no crm_bool */

    order.field = "no_such_field";
    CHECK(crm_case_find(reader, NULL, &paging, &first, NULL) == CRM_INVALID_ARGUMENT);
}

static void what_happened_is_told_in_order(crm_work *work)
{
    crm_reader        *reader  = crm_work_reader(work);
    crm_id             subject = new_natural(work);
    crm_case           sale    = new_sale(subject);
    crm_note           note    = CRM_NOTE_INIT;
    crm_contact        call    = CRM_CONTACT_INIT;
    crm_timeline_query query   = CRM_TIMELINE_QUERY_INIT;
    crm_timeline_entry entry   = CRM_TIMELINE_ENTRY_INIT;
    crm_change         change  = CRM_CHANGE_INIT;
    crm_list          *list    = NULL;
    crm_ids            who     = {&anna, 1};
    DO(crm_case_add(work, &sale, &error));

    DO(crm_contact_kind_id(reader, "phone", &call.kind_id, &error));
    call.subject_id = subject;
    call.summary    = CRM_TEXT("First call");
    DO(crm_contact_add_with(work, &call, who, &error));
    CHECK(call.id != 0 && call.revision.version == 1);
    DO(crm_contact_link_case(work, call.id, sale.id, &error));
    note.subject_id = subject;
    note.case_id    = sale.id;
    note.body       = CRM_TEXT("It leaks.");
    DO(crm_note_add(work, &note, &error));

    CHECK(crm_timeline(reader, &query, &list, NULL) == CRM_INVALID_ARGUMENT); /* of nobody */
    query.subject_id = subject;
    query.case_id    = sale.id;
    DO(crm_timeline(reader, &query, &list, &error));
    CHECK(crm_list_size(list) >= 3); /* the call, the note, and the phase that the case began in */
    DO(crm_timeline_at(list, 0, &entry, &error));
    query.after.at   = entry.at;
    query.after.id   = entry.id;
    query.after.kind = entry.kind;
    size_t all       = crm_list_size(list);
    crm_list_free(list);
    DO(crm_timeline(reader, &query, &list, &error));
    CHECK(crm_list_size(list) == all - 1);
    crm_list_free(list);
    query.after.id = 0;
    query.kinds    = CRM_TIMELINE_KINDS(CRM_TIMELINE_KIND_NOTE) | CRM_TIMELINE_KINDS(CRM_TIMELINE_KIND_DOCUMENT);
    DO(crm_timeline(reader, &query, &list, &error));
    CHECK(crm_list_size(list) == 1);
    crm_list_free(list);
    query.kinds = 1; /* there is no kind 0 */
    CHECK(crm_timeline(reader, &query, &list, NULL) == CRM_INVALID_ARGUMENT);
    query.kinds = 0;

    DO(crm_contact_unlink_case(work, call.id, sale.id, &error));
    DO(crm_case_enter_phase(work, sale.id, "offer-sent", &error));
    DO(crm_case_history(reader, sale.id, &list, &error));
    DO(crm_change_at(list, 0, &change, &error));
    CHECK(change.action == CRM_ACTION_CHANGED && equal(change.record, "case") && change.record_id == sale.id);
    CHECK(change.version == 2 && change.fields.size > 0);
    crm_list_free(list);

    crm_note read = CRM_NOTE_INIT;
    DO(crm_note_remove(work, note.id, &error));
    CHECK(crm_note_get(reader, note.id, &read, NULL) == CRM_NOT_FOUND);
}

static void records_are_tied_together(crm_work *work)
{
    crm_reader  *reader   = crm_work_reader(work);
    crm_id       subject  = new_natural(work);
    crm_case     sale     = new_sale(subject);
    crm_document document = CRM_DOCUMENT_INIT;
    crm_content  content  = CRM_CONTENT_INIT;
    crm_task     task     = CRM_TASK_INIT;
    crm_subject  read     = CRM_SUBJECT_INIT;
    crm_base     base     = CRM_BASE_INIT;
    crm_bytes    bytes    = {"a\0b", 3};
    crm_id       again = 0, found = 0;
    int64_t      count = 0;
    size_t       handed = 0;

    DO(crm_content_keep(work, bytes, &document.content_id, &error));
    DO(crm_content_keep(work, bytes, &again, &error));
    CHECK(again == document.content_id); /* once, whatever refers to it */
    DO(crm_content_get(reader, again, &content, &error));
    CHECK(content.bytes.size == 3 && memcmp(content.bytes.data, "a\0b", 3) == 0);
    document.title = CRM_TEXT("Offer");
    DO(crm_document_add(work, &document, &error));
    DO(crm_case_add(work, &sale, &error));
    DO(crm_document_link_case(work, document.id, sale.id, &error));
    DO(crm_document_link_subject(work, document.id, subject, &error));
    DO(crm_document_link_count(reader, "document_id is not null", 0, &count, &error));
    CHECK(count == 2);

    DO(crm_subject_get(reader, subject, &read, &error));
    DO(crm_party_add_contact_point(work, read.party_id, CRM_CONTACT_POINT_KIND_PHONE, CRM_TEXT("+48 22 555 01 01"), &error));
    DO(crm_party_add_number(work, read.party_id, CRM_NUMBER_KIND_NIP, CRM_TEXT("526-025-02-74"), &error));
    CHECK(crm_party_add_number(work, read.party_id, CRM_NUMBER_KIND_NIP, CRM_TEXT("526-025-02-75"), NULL) ==
          CRM_VALIDATION_ERROR);

    base.code = CRM_TEXT("fair");
    base.name = CRM_TEXT("From the fair");
    DO(crm_base_add(work, &base, &error));
    DO(crm_base_id(reader, "fair", &found, &error));
    CHECK(found == base.id);
    DO(crm_base_put(work, base.id, subject, CRM_TEXT("met there"), &error));
    DO(crm_subject_count(reader, "in_base 'fair'", 0, &count, &error));
    CHECK(count == 1);
    DO(crm_base_take_out(work, base.id, subject, &error));
    DO(crm_subject_count(reader, "in_base 'fair'", 0, &count, &error));
    CHECK(count == 0);

    task.title          = CRM_TEXT("Call back");
    task.responsible_id = anna;
    DO(crm_task_add(work, &task, &error));
    DO(crm_task_complete(work, task.id, CRM_TEXT("Agreed"), NULL, &error));
    DO(crm_task_get(reader, task.id, &task, &error));
    CHECK(task.status == CRM_TASK_STATUS_DONE && task.done_by == anna && (task.given & CRM_TASK_DONE_AT) != 0);

    crm_operator bob = CRM_OPERATOR_INIT;
    bob.name         = CRM_TEXT("Bob");
    DO(crm_operator_add(work, &bob, &error));
    DO(crm_case_hand_over(work, sale.id, bob.id, &error));
    CHECK(read_case(work, sale.id).keeper_id == bob.id);
    DO(crm_case_hand_over_all(work, bob.id, anna, &handed, &error));
    CHECK(handed == 1 && read_case(work, sale.id).keeper_id == anna);

    DO(crm_subject_change_kind(work, subject, CRM_SUBJECT_KIND_LEGAL, &error));
    DO(crm_subject_get(reader, subject, &read, &error));
    CHECK(read.kind == CRM_SUBJECT_KIND_LEGAL);
}

static crm_status add_and_fail(void *user, crm_work *work, crm_error **error)
{
    crm_case sale = new_sale(0);
    if (crm_case_add(work, &sale, error) != CRM_OK)
        return CRM_INTERNAL;
    *(crm_id *)user = sale.id;
    *error          = crm_error_new(CRM_HOST_REFUSED, "Not today.");
    return CRM_HOST_REFUSED;
}

static void a_step_that_fails_is_undone(crm_work *work)
{
    crm_id     id    = 0;
    crm_error *error = NULL;
    crm_case   read  = CRM_CASE_INIT;
    CHECK(crm_work_attempt(work, add_and_fail, &id, &error) == CRM_HOST_REFUSED);
    CHECK(crm_error_status(error) == CRM_HOST_REFUSED && strcmp(crm_error_message(error), "Not today.") == 0);
    CHECK(id != 0 && crm_case_get(crm_work_reader(work), id, &read, NULL) == CRM_NOT_FOUND);
    crm_error_free(error);
    CHECK(crm_work_attempt(work, add_and_fail, &id, NULL) == CRM_HOST_REFUSED);
    CHECK(crm_work_attempt(work, NULL, NULL, NULL) == CRM_INVALID_ARGUMENT);
    add_sale(work);
}

static void a_view_sees_what_was_committed(crm_database *database)
{
    crm_work *work = begin(database);
    crm_view *view = NULL;
    crm_case  read = CRM_CASE_INIT;
    crm_id    id   = add_sale(work);
    DO(crm_work_commit(work, &error));
    CHECK(crm_work_commit(work, NULL) == CRM_INVALID_ARGUMENT); /* it has ended */
    crm_work_free(work);

    work = begin(database);
    DO(crm_case_archive(work, id, &error));
    crm_work_rollback(work);
    crm_work_free(work);

    DO(crm_view_begin(database, "anna", &view, &error));
    DO(crm_case_get(crm_view_reader(view), id, &read, &error));
    CHECK(equal(read.title, "Offer") && read.revision.archived_at == 0);
    crm_view_free(view);
}

static crm_instant on_the_first_of_march(void *user)
{
    ++*(int *)user;
    return 1772323200000000; /* 2026-03-01 */
}

static void the_host_gives_the_clock_and_closes_first(void)
{
    int              calls    = 0;
    crm_database    *database = NULL;
    crm_work        *work     = NULL;
    crm_work_options why      = CRM_WORK_OPTIONS_INIT;
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    crm_number_kind  unique   = CRM_NUMBER_KIND_NIP;
    crm_id           who      = 0;
    options.flags               = CRM_CREATE;
    options.zone                = "Europe/Warsaw";
    options.clock               = on_the_first_of_march;
    options.clock_user          = &calls;
    options.unique_numbers.data = &unique;
    options.unique_numbers.size = 1;
    DO(crm_open("memory:", &options, &database, &error));
    DO(crm_database_operator(database, "anna", &who, &error));
    why.cause = "test";
    why.key   = "key-1";
    DO(crm_work_begin_as(database, who, &why, &work, &error));
    crm_close(database); /* the work keeps it open */

    crm_scheme scheme = CRM_SCHEME_INIT;
    scheme.code       = CRM_TEXT("short");
    scheme.name       = CRM_TEXT("Short");
    DO(crm_scheme_add(work, &scheme, &error));
    CHECK(calls > 0 && scheme.revision.created_at == 1772323200000000);
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
}

static void what_cannot_be_opened_is_told(void)
{
    crm_database    *database = NULL;
    crm_error       *error    = NULL;
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    CHECK(crm_open("oracle://", NULL, &database, &error) == CRM_UNSUPPORTED && database == NULL);
    CHECK(crm_error_status(error) == CRM_UNSUPPORTED && crm_error_violations(error) == 0);
    crm_error_free(error);
    CHECK(crm_open("sqlite:/no/such/folder/sales.db", NULL, &database, NULL) != CRM_OK && database == NULL);
    CHECK(crm_open(NULL, NULL, &database, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_open("memory:", NULL, NULL, NULL) == CRM_INVALID_ARGUMENT);
    options.flags = 1u << 31;
    CHECK(crm_open("memory:", &options, &database, NULL) == CRM_UNSUPPORTED);
    options.flags = CRM_CREATE | CRM_KNOWN_OPERATORS;
    crm_work *work = NULL;
    DO(crm_open("memory:", &options, &database, &error));
    CHECK(crm_work_begin(database, "nobody", &work, NULL) == CRM_NOT_FOUND && work == NULL);
    CHECK(crm_work_join(NULL, 1, NULL, &work, NULL) == CRM_INVALID_ARGUMENT);
    crm_close(database);
}

static void nothing_is_freed_in_peace(void)
{
    crm_close(NULL);
    crm_view_free(NULL);
    crm_work_free(NULL);
    crm_work_rollback(NULL);
    crm_list_free(NULL);
    crm_error_free(NULL);
    CHECK(crm_view_reader(NULL) == NULL && crm_work_reader(NULL) == NULL);
    CHECK(crm_list_size(NULL) == 0 && crm_list_next(NULL)[0] == '\0');
    CHECK(crm_error_violations(NULL) == 0 && crm_error_message(NULL) != NULL);
    CHECK(crm_error_status(NULL) == CRM_OUT_OF_MEMORY);
    CHECK(crm_version()[0] == '0');
}

int main(void)
{
    crm_database *database = open_memory();
    crm_work     *work     = begin(database);
    DO(crm_operator_id(crm_work_reader(work), "anna", &anna, &error));
    DO(crm_case_type_id(crm_work_reader(work), "sale", &sale_type, &error));

    a_natural_subject_gets_its_person_unless_the_host_says_no(work);
    a_case_goes_through_its_phases(work);
    plan_and_actual_are_compared(work);
    every_broken_rule_is_told(work);
    what_somebody_else_changed_is_merged_or_told(work);
    a_bug_of_the_caller_is_told_apart(work);
    a_newer_caller_is_understood_or_refused(work);
    pages_are_turned_in_order(work);
    what_happened_is_told_in_order(work);
    records_are_tied_together(work);
    a_step_that_fails_is_undone(work);
    DO(crm_work_commit(work, &error));
    crm_work_free(work);

    a_view_sees_what_was_committed(database);
    crm_close(database);
    the_host_gives_the_clock_and_closes_first();
    what_cannot_be_opened_is_told();
    nothing_is_freed_in_peace();
    return 0;
}
