/* What a database tells of itself: its numbers, its feed, what became of a commit, slow statements; and records that keep
 * the ids of another system. The argument is a folder to write into. */
#include "check.h"

typedef struct told {
    int  count;
    char last[256];
} told;

static void take_down(void *user, crm_text sql, int64_t microseconds)
{
    told  *heard = user;
    size_t size  = sql.size < sizeof heard->last - 1 ? sql.size : sizeof heard->last - 1;
    CHECK(microseconds >= 0);
    if (strncmp(sql.data, "insert", 6) != 0)
        return;
    memcpy(heard->last, sql.data, size);
    heard->last[size] = 0;
    ++heard->count;
}

static crm_database *open_file(const char *folder, told *heard)
{
    char             path[2048];
    crm_database    *database = NULL;
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    snprintf(path, sizeof path, "%s/feed.db", folder);
    remove(path);
    options.flags          = CRM_CREATE;
    options.slow_from_us   = -1;
    options.slow_statement = take_down;
    options.slow_user      = heard;
    CHECK(crm_open(path, &options, &database, NULL) == CRM_INVALID_ARGUMENT);
    options.slow_from_us = 0;
    DO(crm_open(path, &options, &database, &error));
    return database;
}

static void add_note(crm_database *database, crm_id who, const char *key)
{
    crm_work        *work = NULL;
    crm_note         note = CRM_NOTE_INIT;
    crm_work_options why  = CRM_WORK_OPTIONS_INIT;
    crm_legal        firm = CRM_LEGAL_INIT;
    why.cause             = "test";
    why.key               = key;
    DO(crm_work_begin_as(database, who, &why, &work, &error));
    firm.name = CRM_TEXT("Dachmar");
    DO(crm_legal_add(work, &firm, &error));
    note.subject_id = firm.subject_id;
    note.body       = CRM_TEXT("s3cret");
    DO(crm_note_add(work, &note, &error));
    DO(crm_note_get(crm_work_reader(work), note.id, &note, &error));
    note.title = CRM_TEXT("Paid late");
    DO(crm_note_save(work, &note, &error));
    DO(crm_work_commit(work, &error));
    crm_work_free(work);
}

static void slow_statements_are_told_without_values(crm_database *database, const told *heard)
{
    crm_stats stats = CRM_STATS_INIT;
    DO(crm_database_stats(database, &stats, &error));
    CHECK(heard->count > 0 && strstr(heard->last, "insert") != NULL && strstr(heard->last, "s3cret") == NULL);
    CHECK(stats.statements_slow >= heard->count && stats.statements_kept > 0);
}

static void a_commit_is_looked_up_by_its_key(crm_database *database, crm_id who)
{
    crm_list     *list      = NULL;
    crm_operation operation = CRM_OPERATION_INIT;
    DO(crm_operation_by_key(database, "key-1", &list, &error));
    CHECK(crm_list_size(list) == 1);
    DO(crm_operation_at(list, 0, &operation, &error));
    CHECK(operation.operator_id == who && equal(operation.key, "key-1") && equal(operation.cause, "test"));
    crm_list_free(list);
    DO(crm_operation_by_key(database, "no such key", &list, &error));
    CHECK(crm_list_size(list) == 0);
    crm_list_free(list);
    CHECK(crm_operation_by_key(database, "", &list, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_operation_by_key(database, NULL, &list, NULL) == CRM_INVALID_ARGUMENT);
}

/* The position of the last entry. */
static int64_t the_feed_tells_whole_operations(crm_database *database, crm_id who)
{
    crm_list      *list   = NULL;
    crm_feed_entry entry  = CRM_FEED_ENTRY_INIT;
    crm_change     change = CRM_CHANGE_INIT;
    crm_stats      stats  = CRM_STATS_INIT;
    DO(crm_feed_read(database, 0, 0, &list, &error));
    CHECK(crm_list_size(list) == 3); /* the operator, and two notes */
    DO(crm_feed_at(list, 1, &entry, &error));
    CHECK(equal(entry.key, "key-1") && equal(entry.cause, "test") && entry.operator_id == who && entry.operation_id != 0);
    CHECK(entry.at > 0 && entry.stamp > 0 && entry.changes > 2);
    DO(crm_feed_change_at(list, 1, (size_t)entry.changes - 1, &change, &error));
    CHECK(equal(change.record, "note") && change.version == 2 && change.action == CRM_ACTION_CHANGED);
    CHECK(equal(change.fields, "{\"title\":[\"\",\"Paid late\"]}") && change.operation_id == entry.operation_id);
    CHECK(crm_feed_change_at(list, 1, (size_t)entry.changes, &change, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_feed_change_at(list, 3, 0, &change, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_feed_at(list, 3, &entry, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_change_at(list, 0, &change, NULL) == CRM_INVALID_ARGUMENT); /* it holds entries */
    crm_list_free(list);

    int64_t const first = entry.position;
    DO(crm_feed_read(database, first, 1, &list, &error));
    CHECK(crm_list_size(list) == 1);
    DO(crm_feed_at(list, 0, &entry, &error));
    CHECK(equal(entry.key, "key-2") && entry.position > first);
    crm_list_free(list);
    DO(crm_feed_read(database, entry.position, 0, &list, &error));
    CHECK(crm_list_size(list) == 0);
    CHECK(crm_feed_change_at(list, 0, 0, &change, NULL) == CRM_INVALID_ARGUMENT);
    crm_list_free(list);
    DO(crm_database_stats(database, &stats, &error));
    CHECK(stats.feed_last == entry.position && stats.feed_unnumbered == 0 && stats.commits >= 3);
    return entry.position;
}

static void what_is_forgotten_is_not_in_the_feed(crm_database *database, int64_t last)
{
    crm_list      *list  = NULL;
    crm_error     *error = NULL;
    crm_feed_entry entry = CRM_FEED_ENTRY_INIT;
    int64_t        count = -1;
    DO(crm_forget_history(database, 0, &count, &error)); /* nothing is as old as that */
    CHECK(count == 0);
    DO(crm_forget_history(database, INT64_MAX, &count, &error));
    CHECK(count == 2); /* the last one stays */
    DO(crm_forget_history(database, INT64_MAX, NULL, &error));
    CHECK(crm_feed_read(database, 0, 0, &list, &error) == CRM_OUT_OF_RANGE);
    crm_error_free(error);
    DO(crm_feed_read(database, last - 1, 0, &list, &error));
    CHECK(crm_list_size(list) == 1);
    DO(crm_feed_at(list, 0, &entry, &error));
    CHECK(entry.position == last);
    crm_list_free(list);
}

static void records_keep_the_ids_of_another_system(crm_database *database)
{
    crm_work  *work       = begin(database);
    crm_scheme schemes[2] = {CRM_SCHEME_INIT, CRM_SCHEME_INIT};
    crm_scheme next       = CRM_SCHEME_INIT;
    schemes[0].id         = 70001;
    schemes[0].code       = CRM_TEXT("a");
    schemes[0].name       = CRM_TEXT("A");
    schemes[1].code       = CRM_TEXT("b");
    schemes[1].name       = CRM_TEXT("B");
    DO(crm_scheme_add_with_ids(work, schemes, 2, &error));
    CHECK(schemes[0].id == 70001 && schemes[1].id != 0 && schemes[1].id != 70001);
    CHECK(schemes[0].revision.version == 1);
    next.code = CRM_TEXT("c");
    next.name = CRM_TEXT("C");
    DO(crm_scheme_add(work, &next, &error));
    CHECK(next.id > 70001);
    next.code = CRM_TEXT("d");
    next.id   = 70001;
    CHECK(crm_scheme_add_with_ids(work, &next, 1, NULL) == CRM_CONFLICT && next.id == 70001);
    crm_work_free(work);
}

static void a_bug_of_the_caller_is_told(crm_database *database)
{
    crm_stats stats  = CRM_STATS_INIT;
    crm_list *list   = NULL;
    CHECK(crm_database_stats(NULL, &stats, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_database_stats(database, NULL, NULL) == CRM_INVALID_ARGUMENT);
    stats.struct_size = 4;
    CHECK(crm_database_stats(database, &stats, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_feed_read(NULL, 0, 0, &list, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_feed_read(database, 0, 0, NULL, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_forget_history(NULL, 0, NULL, NULL) == CRM_INVALID_ARGUMENT && list == NULL);
}

int main(int count, char **arguments)
{
    told          heard = {0, ""};
    crm_id        anna  = 0;
    CHECK(count == 2);
    crm_database *database = open_file(arguments[1], &heard);
    DO(crm_database_operator(database, "anna", &anna, &error));
    add_note(database, anna, "key-1");
    add_note(database, anna, "key-2");

    slow_statements_are_told_without_values(database, &heard);
    a_commit_is_looked_up_by_its_key(database, anna);
    int64_t const last = the_feed_tells_whole_operations(database, anna);
    what_is_forgotten_is_not_in_the_feed(database, last);
    records_keep_the_ids_of_another_system(database);
    a_bug_of_the_caller_is_told(database);
    crm_close(database);
    return 0;
}
