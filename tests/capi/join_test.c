/* A host in C whose own transaction crm takes part in. The argument is a folder to write into. */
#include "check.h"

#include <sqlite3.h>

static const char *not_ours(void)
{
    return "another copy";
}

static crm_id operator_of(const char *path)
{
    crm_database    *database = NULL;
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    crm_id           anna     = 0;
    options.flags             = CRM_CREATE;
    DO(crm_open(path, &options, &database, &error));
    DO(crm_database_operator(database, "anna", &anna, &error));
    crm_close(database);
    return anna;
}

/* The operators that the host sees. */
static int operators(sqlite3 *host)
{
    sqlite3_stmt *statement = NULL;
    CHECK(sqlite3_prepare_v2(host, "SELECT count(*) FROM crm_operator", -1, &statement, NULL) == SQLITE_OK);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    int const count = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return count;
}

static void add_with_the_host(sqlite3 *host, crm_id anna, const char *end)
{
    crm_work        *work    = NULL;
    crm_operator     bob     = CRM_OPERATOR_INIT;
    crm_join_options options = CRM_JOIN_OPTIONS_INIT;
    options.sqlite3_libversion = sqlite3_libversion;
    CHECK(sqlite3_exec(host, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK);
    DO(crm_work_join(host, anna, &options, &work, &error));
    bob.name = CRM_TEXT("Bob");
    DO(crm_operator_add(work, &bob, &error));
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
    CHECK(sqlite3_exec(host, end, NULL, NULL, NULL) == SQLITE_OK);
}

/* The same with a database that is open. */
static void add_with_the_host_in(crm_database *database, sqlite3 *host, crm_id anna, const char *end)
{
    crm_work        *work    = NULL;
    crm_operator     bob     = CRM_OPERATOR_INIT;
    crm_work_options options = CRM_WORK_OPTIONS_INIT;
    options.key                = "invoice 7";
    options.sqlite3_libversion = sqlite3_libversion;
    CHECK(sqlite3_exec(host, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK);
    DO(crm_work_join_sqlite(database, host, anna, &options, &work, &error));
    bob.name = CRM_TEXT("Bob");
    DO(crm_operator_add(work, &bob, &error));
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
    CHECK(sqlite3_exec(host, end, NULL, NULL, NULL) == SQLITE_OK);
}

/* How many operations were committed with the key. */
static size_t kept(crm_database *database)
{
    crm_list *list = NULL;
    DO(crm_operation_by_key(database, "invoice 7", &list, &error));
    size_t const count = crm_list_size(list);
    crm_list_free(list);
    return count;
}

static void a_database_that_is_open_is_joined(const char *path, sqlite3 *host, crm_id anna)
{
    crm_database    *database = NULL;
    crm_work        *work     = NULL;
    crm_work_options foreign  = CRM_WORK_OPTIONS_INIT;
    DO(crm_open(path, NULL, &database, &error));
    int const before = operators(host);
    add_with_the_host_in(database, host, anna, "ROLLBACK");
    CHECK(operators(host) == before && kept(database) == 0);
    add_with_the_host_in(database, host, anna, "COMMIT");
    CHECK(operators(host) == before + 1 && kept(database) == 1);

    CHECK(crm_work_join_sqlite(database, host, anna, NULL, &work, NULL) == CRM_INVALID_ARGUMENT); /* in no transaction */
    CHECK(crm_work_join_sqlite(database, NULL, anna, NULL, &work, NULL) == CRM_INVALID_ARGUMENT);
    foreign.sqlite3_libversion = not_ours;
    CHECK(crm_work_join_sqlite(database, host, anna, &foreign, &work, NULL) == CRM_UNSUPPORTED && work == NULL);
    crm_close(database);
}

int main(int count, char **arguments)
{
    char path[2048];
    CHECK(count == 2);
    snprintf(path, sizeof path, "%s/joined.db", arguments[1]);
    remove(path);
    crm_id    anna = operator_of(path);
    crm_work *work = NULL;
    sqlite3  *host = NULL;
    CHECK(sqlite3_open(path, &host) == SQLITE_OK);
    CHECK(sqlite3_exec(host, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) == SQLITE_OK);

    int const before = operators(host);
    add_with_the_host(host, anna, "ROLLBACK");
    CHECK(operators(host) == before);
    add_with_the_host(host, anna, "COMMIT");
    CHECK(operators(host) == before + 1);

    CHECK(crm_work_join(host, anna, NULL, &work, NULL) == CRM_INVALID_ARGUMENT); /* in no transaction */
    crm_join_options foreign   = CRM_JOIN_OPTIONS_INIT;
    foreign.sqlite3_libversion = not_ours;
    CHECK(crm_work_join(host, anna, &foreign, &work, NULL) == CRM_UNSUPPORTED && work == NULL);
    a_database_that_is_open_is_joined(path, host, anna);
    CHECK(sqlite3_close(host) == SQLITE_OK); /* no statement was left open */
    return 0;
}
