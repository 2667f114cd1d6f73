/* A program that was built with the header beside it, which is never edited: the one of an earlier release, on the library
 * of today. It does what STYLE shows that a host writes, and reads every kind of list. */
#include "crm.h"

#include <stdio.h>
#include <string.h>

static crm_database *database;
static crm_view     *view;
static crm_work     *work;
static crm_list     *list;
static crm_error    *error;

#define DO(call)                                                           \
    do {                                                                   \
        if ((call) != CRM_OK) {                                            \
            fprintf(stderr, "%s: %s\n", #call, crm_error_message(error));  \
            return 1;                                                      \
        }                                                                  \
    } while (0)

int main(void)
{
    crm_open_options   options = CRM_OPEN_OPTIONS_INIT;
    crm_natural        jan     = CRM_NATURAL_INIT;
    crm_case           sale    = CRM_CASE_INIT;
    crm_case           read    = CRM_CASE_INIT;
    crm_timeline_query query   = CRM_TIMELINE_QUERY_INIT;
    crm_timeline_entry entry   = CRM_TIMELINE_ENTRY_INIT;
    crm_funnel_row     row     = CRM_FUNNEL_ROW_INIT;
    crm_change         change  = CRM_CHANGE_INIT;
    options.flags              = CRM_CREATE;
    options.starter            = "sales-pl";

    DO(crm_open("memory:", &options, &database, &error));
    DO(crm_work_begin(database, "anna", &work, &error));
    jan.given_name  = CRM_TEXT("Jan");
    jan.family_name = CRM_TEXT("Kowalski");
    DO(crm_natural_add(work, &jan, &error));
    DO(crm_case_type_id(crm_work_reader(work), "sale", &sale.type_id, &error));
    DO(crm_operator_id(crm_work_reader(work), "anna", &sale.keeper_id, &error));
    DO(crm_money_parse("12500.00 PLN", &sale.expected, &error));
    sale.title      = CRM_TEXT("Offer");
    sale.subject_id = jan.subject_id;
    DO(crm_case_add(work, &sale, &error));
    DO(crm_case_enter_phase(work, sale.id, "offer-sent", &error));
    DO(crm_work_commit(work, &error));
    crm_work_free(work);

    DO(crm_view_begin(database, "anna", &view, &error));
    crm_reader *reader = crm_view_reader(view);
    DO(crm_case_get(reader, sale.id, &read, &error));
    if (read.stage != CRM_STAGE_ACTIVE || read.expected.amount != 125000000 || read.struct_size != sizeof read)
        return 2;
    DO(crm_case_find(reader, "stage = active", NULL, &list, &error));
    DO(crm_case_at(list, 0, &read, &error));
    crm_list_free(list);
    DO(crm_funnel(reader, NULL, &list, &error));
    for (size_t i = 0; i != crm_list_size(list); ++i) {
        DO(crm_funnel_at(list, i, &row, &error));
        printf("%.*s %lld %lld\n", (int)row.phase.size, row.phase.data, (long long)row.count, (long long)row.sum.amount);
    }
    crm_list_free(list);
    query.case_id = sale.id;
    DO(crm_timeline(reader, &query, &list, &error));
    DO(crm_timeline_at(list, 0, &entry, &error));
    if (entry.kind != CRM_TIMELINE_KIND_PHASE_CHANGE || entry.case_id != sale.id)
        return 3;
    crm_list_free(list);
    DO(crm_case_history(reader, sale.id, &list, &error));
    DO(crm_change_at(list, 0, &change, &error));
    if (change.action != CRM_ACTION_CHANGED || change.record_id != sale.id)
        return 4;
    crm_list_free(list);

    crm_view_free(view);
    crm_close(database);
    return 0;
}
