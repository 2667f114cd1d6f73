/* A host in C whose own transaction in PostgreSQL crm takes part in. The argument is the URI of empty tables. */
#include "check.h"

#include <libpq-fe.h>

/* The URI without the option that is crm's own, which stands last. */
static PGconn *connect_as_host(const char *uri)
{
    char        own[2048];
    const char *option = strstr(uri, "prefix=");
    CHECK(option != NULL && strlen(uri) < sizeof own);
    snprintf(own, sizeof own, "%.*s", (int)(option - 1 - uri), uri);
    PGconn *host = PQconnectdb(own);
    CHECK(PQstatus(host) == CONNECTION_OK);
    return host;
}

static void run(PGconn *host, const char *sql)
{
    PGresult *result = PQexec(host, sql);
    CHECK(PQresultStatus(result) == PGRES_COMMAND_OK);
    PQclear(result);
}

static int64_t operators(crm_database *database, crm_id anna)
{
    crm_view *view  = NULL;
    int64_t   count = 0;
    DO(crm_view_begin_as(database, anna, &view, &error));
    DO(crm_operator_count(crm_view_reader(view), NULL, 0, &count, &error));
    crm_view_free(view);
    return count;
}

static void add_with_the_host(crm_database *database, PGconn *host, crm_id anna, const char *end)
{
    crm_work        *work = NULL;
    crm_operator     bob  = CRM_OPERATOR_INIT;
    crm_work_options why  = CRM_WORK_OPTIONS_INIT;
    why.cause             = "invoice";
    run(host, "begin");
    DO(crm_work_join_pq(database, host, anna, &why, &work, &error));
    bob.name = CRM_TEXT("Bob");
    DO(crm_operator_add(work, &bob, &error));
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
    run(host, end);
}

int main(int count, char **arguments)
{
    crm_database *database = NULL;
    crm_work     *work     = NULL;
    crm_id        anna     = 0;
    CHECK(count == 2);
    DO(crm_open(arguments[1], NULL, &database, &error));
    DO(crm_database_operator(database, "anna", &anna, &error));
    PGconn *host = connect_as_host(arguments[1]);

    add_with_the_host(database, host, anna, "rollback");
    CHECK(operators(database, anna) == 1);
    add_with_the_host(database, host, anna, "commit");
    CHECK(operators(database, anna) == 2);

    CHECK(crm_work_join_pq(database, host, anna, NULL, &work, NULL) == CRM_INVALID_ARGUMENT); /* in no transaction */
    CHECK(crm_work_join_pq(database, NULL, anna, NULL, &work, NULL) == CRM_INVALID_ARGUMENT && work == NULL);
    CHECK(crm_work_join_sqlite(database, (struct sqlite3 *)host, anna, NULL, &work, NULL) != CRM_OK && work == NULL);
    PQfinish(host);
    crm_close(database);
    return 0;
}
