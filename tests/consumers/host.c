/* A host in C: it registers Jan, opens a sale, and reads the funnel. */
#include <crm.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* On failure says why, and ends. */
#define DO(call)                                                   \
    do {                                                           \
        crm_error *error = NULL;                                   \
        if ((call) != CRM_OK) {                                    \
            fprintf(stderr, "%s\n", crm_error_message(error));     \
            exit(1);                                               \
        }                                                          \
    } while (0)

static void sell(crm_database *database)
{
    crm_work   *work = NULL;
    crm_natural jan  = CRM_NATURAL_INIT;
    crm_case    sale = CRM_CASE_INIT;

    DO(crm_work_begin(database, "anna", &work, &error));
    jan.given_name  = CRM_TEXT("Jan");
    jan.family_name = CRM_TEXT("Kowalski");
    DO(crm_natural_add(work, &jan, &error));
    DO(crm_case_type_id(crm_work_reader(work), "sale", &sale.type_id, &error));
    DO(crm_operator_id(crm_work_reader(work), "anna", &sale.keeper_id, &error));
    sale.title      = CRM_TEXT("Roof");
    sale.subject_id = jan.subject_id;
    DO(crm_money_parse("12500.00 PLN", &sale.expected, &error));
    DO(crm_case_add(work, &sale, &error));
    DO(crm_case_enter_phase(work, sale.id, "offer-sent", &error));
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
}

/* Prints the funnel; returns how many sales wait for an answer to an offer. */
static int64_t funnel(crm_database *database)
{
    crm_view      *view    = NULL;
    crm_list      *rows    = NULL;
    crm_funnel_row row     = CRM_FUNNEL_ROW_INIT;
    int64_t        waiting = 0;

    DO(crm_view_begin(database, "anna", &view, &error));
    DO(crm_funnel(crm_view_reader(view), NULL, &rows, &error));
    for (size_t i = 0; i != crm_list_size(rows); ++i) {
        DO(crm_funnel_at(rows, i, &row, &error));
        printf("%.*s %lld\n", (int)row.phase.size, row.phase.data, (long long)row.count);
        if (row.phase.size == strlen("offer-sent") && memcmp(row.phase.data, "offer-sent", row.phase.size) == 0)
            waiting += row.count;
    }
    crm_list_free(rows);
    crm_view_free(view);
    return waiting;
}

int main(void)
{
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    crm_database    *database = NULL;
    int64_t          waiting  = 0;

    options.flags   = CRM_CREATE;
    options.starter = "sales-en";
    DO(crm_open("memory:", &options, &database, &error));
    sell(database);
    waiting = funnel(database);
    crm_close(database);
    return waiting == 1 ? 0 : 1;
}
