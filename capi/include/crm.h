/**
 * The C interface of crm: the CRM that an ERP embeds.
 *
 *     DO(crm_open("sqlite:sales.db", &options, &database, &error));
 *     DO(crm_work_begin(database, "anna", &work, &error));
 *     jan.given_name = CRM_TEXT("Jan");  jan.family_name = CRM_TEXT("Kowalski");
 *     DO(crm_natural_add(work, &jan, &error));
 *     sale.title = CRM_TEXT("Offer");  sale.subject_id = jan.subject_id;
 *     DO(crm_case_add(work, &sale, &error));
 *     DO(crm_case_enter_phase(work, sale.id, "offer-sent", &error));
 *     DO(crm_work_commit(work, &error));
 *
 * Promise    None before 1.0. From then on, a program that was built against 1.x runs on every later 1.x. What does not
 *            say since when it is there was there in 0.1.
 * Failure    A function that can fail returns a crm_status. If `error` is not NULL, it hands over a crm_error there.
 *            On anything but CRM_OK nothing is changed, and nothing but `error` is written; on CRM_OK it stays as it is.
 *            Beside what they name, all of them may return CRM_INVALID_ARGUMENT (a bug in the caller, such as a NULL),
 *            CRM_UNSUPPORTED (the caller is newer than the library), CRM_OUT_OF_MEMORY and CRM_INTERNAL; those that take
 *            a reader or a work also CRM_DENIED, CRM_BUSY, CRM_UNAVAILABLE, CRM_TRANSACTION_LOST and CRM_CORRUPT.
 * Ownership  What arrives through `crm_T **out` is yours: give it to crm_T_free(), which accepts NULL; a crm_database
 *            to crm_close(). Everything else is lent; each comment says until when. What you pass is copied.
 * Text       UTF-8. What people write is a crm_text, with its size in bytes: no zero byte is needed at the end, and
 *            none is allowed within. What programs write (codes, conditions, paths) ends with a zero byte.
 * Structs    Those that start with `struct_size` grow at their end in later versions. Start from the _INIT macro, and
 *            never put them into other structs, whose layout would change with them. An array of them is stepped by
 *            the `struct_size` of its first element, which all of them share. The others are frozen.
 * Zero       Always means "not given", so that what an old program does not know stays unset: then there is none, or
 *            what the comment says. Where zero is a value, a bit in `given` says that it was meant ("bit CRM_…").
 * Threads    Each handle says what threads may do with it.
 * Manners    No exceptions, output, signal handlers, locale changes, threads or process exits; no state per thread.
 */
#ifndef CRM_H
#define CRM_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define CRM_API __attribute__((visibility("default")))
#else
#define CRM_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ----------------------------------------------------------------------------------------------------- */

/** A database with crm's tables. Many threads may use it at once. */
typedef struct crm_database crm_database;

/** One state of a database, whatever others commit meanwhile; it keeps nobody from writing. One thread at a time. */
typedef struct crm_view crm_view;

/** Changes of one operator that happen together or not at all. One thread at a time. */
typedef struct crm_work crm_work;

/** What a view or a work is read with; it lives as long as they do. One thread at a time, which uses nothing else of
 *  that view or work meanwhile. */
typedef struct crm_reader crm_reader;

/** What a question was answered with: records, entries, rows. It outlives the reader that it came from. Many threads
 *  may read it at once. */
typedef struct crm_list crm_list;

/** Why a call failed. Many threads may read it at once. */
typedef struct crm_error crm_error;

/* ---- Values: frozen ---------------------------------------------------------------------------------------------- */

typedef int64_t crm_id;      /**< Key of a record; 0: none. */
typedef int64_t crm_instant; /**< Microseconds since 1970-01-01 00:00 UTC. */
typedef int32_t crm_date;    /**< Days since 1970-01-01. */
typedef int32_t crm_bool;    /**< 0 or 1. */

typedef struct crm_text {
    const char *data;
    size_t      size; /**< bytes */
} crm_text;

/** The text of a literal. */
#ifdef __cplusplus
#define CRM_TEXT(literal) (crm_text{"" literal, sizeof("" literal) - 1})
#else
#define CRM_TEXT(literal) ((crm_text){"" literal, sizeof("" literal) - 1})
#endif

/** Bytes that are no text. */
typedef struct crm_bytes {
    const void *data;
    size_t      size;
} crm_bytes;

typedef struct crm_money {
    int64_t amount;      /**< in 1/10000 of a unit of the currency */
    char    currency[8]; /**< ISO 4217, filled up with zeros; "": no amount */
} crm_money;

/** How a record came to be what it is. The library writes it. */
typedef struct crm_revision {
    int64_t     version; /**< grows by one with each save; 0: not stored yet */
    crm_instant created_at;
    crm_id      created_by;
    crm_instant changed_at;
    crm_id      changed_by;
    crm_instant archived_at; /**< 0: in use */
} crm_revision;

/* Arrays: `data` points to `size` of them. */
typedef struct crm_ids {
    const crm_id *data;
    size_t        size;
} crm_ids;
typedef struct crm_texts {
    const crm_text *data;
    size_t          size;
} crm_texts;
typedef struct crm_words {
    const char *const *data; /**< each ends with a zero byte */
    size_t             size;
} crm_words;

/** The version of the library that runs, such as "0.1.0". */
CRM_API const char *crm_version(void);

/* ---- Errors ------------------------------------------------------------------------------------------------------ */

typedef int32_t crm_status;
enum {
    CRM_OK               = 0,
    CRM_INVALID_ARGUMENT = 1, /**< A bug in the calling program. */
    CRM_VALIDATION_ERROR = 2, /**< Rules are broken: see crm_error_violations(). */
    CRM_NOT_FOUND        = 3,
    CRM_CONFLICT         = 4, /**< Somebody changed the same fields: see crm_error_clashes(); or took the same key. */
    CRM_DENIED           = 5, /**< The operator may not do this. */
    CRM_BUSY             = 6, /**< Nothing was done; the same work may succeed later. */
    CRM_UNAVAILABLE      = 7, /**< The storage cannot be reached. */
    CRM_COMMIT_UNKNOWN   = 8, /**< The storage was lost during commit: look before you try again. */
    CRM_TRANSACTION_LOST = 9, /**< The storage gave the transaction up: begin again. */
    CRM_READ_ONLY        = 10,
    CRM_STORAGE_FULL     = 11,
    CRM_CORRUPT          = 12, /**< The storage holds what crm could not have written. */
    CRM_SCHEMA_MISMATCH  = 13, /**< The tables are not those of this version of crm. */
    CRM_UNSUPPORTED      = 14, /**< This version of crm, or this storage, cannot do it. */
    CRM_CANCELLED        = 15, /**< The host gave it up. */
    CRM_HOST_REFUSED     = 16, /**< A callback of the host refused. */
    CRM_OUT_OF_RANGE     = 17, /**< A number or a date has no room in its type. */
    CRM_OUT_OF_MEMORY    = 18,
    CRM_INTERNAL         = 19 /**< A bug in crm. */
};

/* Lent texts live as long as their error. A NULL error tells that there was no memory for one. */

CRM_API crm_status  crm_error_status(const crm_error *error);
CRM_API const char *crm_error_message(const crm_error *error); /**< English, one line. */

/* Every rule that is broken, and where; past the end NULL and 0. */
CRM_API size_t      crm_error_violations(const crm_error *error);
CRM_API const char *crm_error_code(const crm_error *error, size_t index);     /**< Stable: "case.closed.outcome". */
CRM_API const char *crm_error_field(const crm_error *error, size_t index);    /**< "outcome" */
CRM_API const char *crm_error_remedy(const crm_error *error, size_t index);   /**< A sentence that says what to do. */
CRM_API size_t      crm_error_position(const crm_error *error, size_t index); /**< Which record of the call, from 0. */

/** A column that two people changed to different values: JSON texts, such as "null", "12" or "\"Roof\"". Frozen. */
typedef struct crm_clash {
    const char *column, *original, *yours, *theirs;
} crm_clash;

CRM_API size_t    crm_error_clashes(const crm_error *error);
CRM_API crm_clash crm_error_clash(const crm_error *error, size_t index); /**< All NULL past the end. */

/** For callbacks and libraries around crm, to fail as crm does. NULL when there is no memory for it. */
CRM_API crm_error *crm_error_new(crm_status status, const char *message);
CRM_API void       crm_error_free(crm_error *error);

/** Reads "12500.00 PLN" exactly. @return CRM_OK; CRM_VALIDATION_ERROR `money.amount`, `currency.code`. */
CRM_API crm_status crm_money_parse(const char *text, crm_money *out, crm_error **error);

/* ---- Enumerations: 0 is "not given"; numbers never change ------------------------------------------------------- */

/** What a contact point is. */
typedef int32_t crm_contact_point_kind;
enum {
    CRM_CONTACT_POINT_KIND_PHONE     = 1,
    CRM_CONTACT_POINT_KIND_EMAIL     = 2,
    CRM_CONTACT_POINT_KIND_FAX       = 3,
    CRM_CONTACT_POINT_KIND_WEB       = 4,
    CRM_CONTACT_POINT_KIND_MESSENGER = 5,
    CRM_CONTACT_POINT_KIND_OTHER     = 6
};

/** What an address is used for. */
typedef int32_t crm_address_kind;
enum {
    CRM_ADDRESS_KIND_REGISTERED     = 1,
    CRM_ADDRESS_KIND_CORRESPONDENCE = 2,
    CRM_ADDRESS_KIND_DELIVERY       = 3,
    CRM_ADDRESS_KIND_BRANCH         = 4,
    CRM_ADDRESS_KIND_INVOICE        = 5,
    CRM_ADDRESS_KIND_RESIDENCE      = 6
};

/** Legal: legal persons, partnerships, sole traders registered as a firm. Natural: one private person. */
typedef int32_t crm_subject_kind;
enum { CRM_SUBJECT_KIND_NATURAL = 1, CRM_SUBJECT_KIND_LEGAL = 2 };

/** How far a relation has come. */
typedef int32_t crm_subject_status;
enum {
    CRM_SUBJECT_STATUS_PROSPECT = 1,
    CRM_SUBJECT_STATUS_ACTIVE   = 2,
    CRM_SUBJECT_STATUS_INACTIVE = 3,
    CRM_SUBJECT_STATUS_BLOCKED  = 4
};

/** Part that a person plays when a firm decides. */
typedef int32_t crm_decision_role;
enum {
    CRM_DECISION_ROLE_DECISION_MAKER = 1,
    CRM_DECISION_ROLE_EVALUATOR      = 2,
    CRM_DECISION_ROLE_INFLUENCER     = 3,
    CRM_DECISION_ROLE_USER           = 4,
    CRM_DECISION_ROLE_BLOCKER        = 5,
    CRM_DECISION_ROLE_OTHER          = 6
};

/** How information flows. */
typedef int32_t crm_medium;
enum {
    CRM_MEDIUM_PHONE   = 1,
    CRM_MEDIUM_EMAIL   = 2,
    CRM_MEDIUM_FAX     = 3,
    CRM_MEDIUM_MEETING = 4,
    CRM_MEDIUM_LETTER  = 5,
    CRM_MEDIUM_CHAT    = 6,
    CRM_MEDIUM_VISIT   = 7,
    CRM_MEDIUM_OTHER   = 8
};

/** The part of its life that a case is in. */
typedef int32_t crm_stage;
enum { CRM_STAGE_POTENTIAL = 1, CRM_STAGE_ACTIVE = 2, CRM_STAGE_CLOSED = 3 };

/** How a case ended. */
typedef int32_t crm_case_outcome;
enum { CRM_CASE_OUTCOME_WON = 1, CRM_CASE_OUTCOME_LOST = 2, CRM_CASE_OUTCOME_DONE = 3, CRM_CASE_OUTCOME_ABANDONED = 4 };

/** Which way the information flowed. */
typedef int32_t crm_direction;
enum { CRM_DIRECTION_INCOMING = 1, CRM_DIRECTION_OUTGOING = 2, CRM_DIRECTION_INTERNAL = 3 };

/** What became of a contact. */
typedef int32_t crm_contact_status;
enum {
    CRM_CONTACT_STATUS_PLANNED   = 1,
    CRM_CONTACT_STATUS_HELD      = 2,
    CRM_CONTACT_STATUS_NOT_HELD  = 3,
    CRM_CONTACT_STATUS_CANCELLED = 4
};

/** The part that a participant took. */
typedef int32_t crm_participant_role;
enum {
    CRM_PARTICIPANT_ROLE_ATTENDED  = 1,
    CRM_PARTICIPANT_ROLE_SENDER    = 2,
    CRM_PARTICIPANT_ROLE_RECIPIENT = 3,
    CRM_PARTICIPANT_ROLE_COPIED    = 4
};

/** What became of a message. */
typedef int32_t crm_message_state;
enum {
    CRM_MESSAGE_STATE_IMPORTED  = 1,
    CRM_MESSAGE_STATE_UNMATCHED = 2,
    CRM_MESSAGE_STATE_TO_REVIEW = 3,
    CRM_MESSAGE_STATE_IGNORED   = 4
};

/** How far a task is. */
typedef int32_t crm_task_status;
enum {
    CRM_TASK_STATUS_OPEN        = 1,
    CRM_TASK_STATUS_IN_PROGRESS = 2,
    CRM_TASK_STATUS_WAITING     = 3,
    CRM_TASK_STATUS_DONE        = 4,
    CRM_TASK_STATUS_CANCELLED   = 5
};

/** How urgent something is. */
typedef int32_t crm_priority;
enum { CRM_PRIORITY_LOW = 1, CRM_PRIORITY_NORMAL = 2, CRM_PRIORITY_HIGH = 3 };

/** How far a document is. */
typedef int32_t crm_document_status;
enum { CRM_DOCUMENT_STATUS_DRAFT = 1, CRM_DOCUMENT_STATUS_ACTIVE = 2, CRM_DOCUMENT_STATUS_CANCELLED = 3 };

/** Which number a text is: NIP, REGON, PESEL, KRS, EU VAT number, IBAN or LEI. */
typedef int32_t crm_number_kind;
enum {
    CRM_NUMBER_KIND_NIP   = 1,
    CRM_NUMBER_KIND_REGON = 2,
    CRM_NUMBER_KIND_PESEL = 3,
    CRM_NUMBER_KIND_KRS   = 4,
    CRM_NUMBER_KIND_VAT   = 5,
    CRM_NUMBER_KIND_IBAN  = 6,
    CRM_NUMBER_KIND_LEI   = 7
};

/** What an operation did to a record. */
typedef int32_t crm_action;
enum { CRM_ACTION_ADDED = 1, CRM_ACTION_CHANGED = 2, CRM_ACTION_REMOVED = 3 };

/** What an entry of a timeline is about, and which moment of it. */
typedef int32_t crm_timeline_kind;
enum {
    CRM_TIMELINE_KIND_CONTACT      = 1,
    CRM_TIMELINE_KIND_NOTE         = 2,
    CRM_TIMELINE_KIND_TASK_CREATED = 3,
    CRM_TIMELINE_KIND_TASK_DONE    = 4,
    CRM_TIMELINE_KIND_DOCUMENT     = 5,
    CRM_TIMELINE_KIND_PHASE_CHANGE = 6
};

/** What became of a message that was imported. */
typedef int32_t crm_mail_result;
enum {
    CRM_MAIL_RESULT_IMPORTED  = 1,
    CRM_MAIL_RESULT_UNMATCHED = 2,
    CRM_MAIL_RESULT_TO_REVIEW = 3,
    CRM_MAIL_RESULT_IGNORED   = 4,
    CRM_MAIL_RESULT_DUPLICATE = 5,
    CRM_MAIL_RESULT_FAILED    = 6
};

/** What the amounts of a trade document are to the case that it is linked with. */
typedef int32_t crm_counts_as;
enum { CRM_COUNTS_AS_NEITHER = 1, CRM_COUNTS_AS_COST = 2, CRM_COUNTS_AS_REVENUE = 3 };

/** Whether money goes out or comes in. */
typedef int32_t crm_money_side;
enum { CRM_MONEY_SIDE_COST = 1, CRM_MONEY_SIDE_REVENUE = 2 };

/** What money is for. */
typedef int32_t crm_money_category;
enum {
    CRM_MONEY_CATEGORY_LABOUR           = 1,
    CRM_MONEY_CATEGORY_MATERIAL         = 2,
    CRM_MONEY_CATEGORY_GOODS            = 3,
    CRM_MONEY_CATEGORY_EXTERNAL_SERVICE = 4,
    CRM_MONEY_CATEGORY_OTHER            = 5
};

/** How far a trade document is. */
typedef int32_t crm_trade_document_status;
enum {
    CRM_TRADE_DOCUMENT_STATUS_DRAFT     = 1,
    CRM_TRADE_DOCUMENT_STATUS_CONFIRMED = 2,
    CRM_TRADE_DOCUMENT_STATUS_POSTED    = 3,
    CRM_TRADE_DOCUMENT_STATUS_CANCELLED = 4
};

/* ---- Databases --------------------------------------------------------------------------------------------------- */

/** Tells what moment it is; called by any thread that uses the database. */
typedef crm_instant (*crm_clock)(void *user);

/** Hears of a statement that took long: its text with placeholders, never the values. Lent for the call, which is made by
 *  the thread that ran the statement, and which that thread waits for. It calls nothing of this database. */
typedef void (*crm_slow_statement)(void *user, crm_text sql, int64_t microseconds);

enum {
    CRM_CREATE          = 1u << 0, /**< makes the file and the tables that are not there, and upgrades older ones */
    CRM_KNOWN_OPERATORS = 1u << 1  /**< refuses operators who were not added before, instead of registering them */
};

typedef struct crm_number_kinds {
    const crm_number_kind *data;
    size_t                 size;
} crm_number_kinds;

/** How a database is opened; all of it may be left out. */
typedef struct crm_open_options {
    uint32_t           struct_size;    /**< set by CRM_OPEN_OPTIONS_INIT */
    uint32_t           flags;          /**< CRM_CREATE, CRM_KNOWN_OPERATORS */
    const char        *starter;        /**< what a new database starts with: "sales-pl", "sales-en"; NULL: nothing */
    const char        *zone;           /**< of the days in conditions, such as "Europe/Warsaw"; NULL: UTC */
    crm_clock          clock;          /**< NULL: the system's */
    void              *clock_user;     /**< what `clock` is called with */
    int64_t            patience_ms;    /**< how long to wait for who else writes; 0: 5000 */
    crm_number_kinds   unique_numbers; /**< numbers that only one party of the register may have */
    int64_t            slow_from_us;   /**< a statement that takes as many microseconds is slow */
    crm_slow_statement slow_statement; /**< NULL: nobody is told */
    void              *slow_user;      /**< what `slow_statement` is called with */
} crm_open_options;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_OPEN_OPTIONS_INIT {sizeof(crm_open_options), 0, NULL, NULL, NULL, NULL, 0, {NULL, 0}, 0, NULL, NULL}

/** Opens "memory:"; "sqlite:sales.db", "sqlite:///srv/sales.db" or a plain path; "postgresql://anna@db.example/sales";
 *  "mariadb://anna@db.example/sales". What a URI says of a password is in no message. `options`: NULL for none.
 *  @return CRM_OK, CRM_UNSUPPORTED, CRM_NOT_FOUND, CRM_UNAVAILABLE, CRM_BUSY, CRM_CORRUPT, CRM_SCHEMA_MISMATCH,
 *  CRM_READ_ONLY, CRM_DENIED. */
CRM_API crm_status crm_open(const char *uri, const crm_open_options *options, crm_database **out, crm_error **error);

/** Views and works that are still there keep the database open until the last of them is freed. NULL does nothing. */
CRM_API void crm_close(crm_database *database);

/** The operator with that login, who is registered when crm meets him for the first time. It is for the host to see to
 *  it that users are who they say. @return CRM_OK; CRM_NOT_FOUND with CRM_KNOWN_OPERATORS. */
CRM_API crm_status crm_database_operator(crm_database *database, const char *code, crm_id *out, crm_error **error);

/** Numbers of one database since it was opened. Those of connections are of this moment. */
typedef struct crm_stats {
    uint32_t struct_size;     /**< set by CRM_STATS_INIT */
    uint32_t reserved;        /**< 0 */
    int64_t  pool_most;       /**< greatest number of connections; 0: the store has none */
    int64_t  pool_open;
    int64_t  pool_in_use;
    int64_t  pool_waiting;    /**< threads that wait for one */
    int64_t  connects;
    int64_t  commits;
    int64_t  retries;         /**< of C++'s and Python's transact(), whatever the cause */
    int64_t  locked;          /**< someone else held a lock for longer than this one was patient */
    int64_t  deadlocks;
    int64_t  serializations;  /**< somebody changed what this one had read */
    int64_t  losses;          /**< of connections */
    int64_t  statements_kept; /**< prepared, and ready to be run again */
    int64_t  statements_slow; /**< with `slow_from_us` and `slow_statement` */
    int64_t  feed_unnumbered; /**< operations that have no place in the feed yet: they get one when it is read */
    int64_t  feed_last;       /**< position of the last operation that has one; -1: neither is known, for no connection is free */
} crm_stats;                  /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_STATS_INIT {sizeof(crm_stats), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/** @return CRM_OK, CRM_BUSY, CRM_UNAVAILABLE. */
CRM_API crm_status crm_database_stats(crm_database *database, crm_stats *out, crm_error **error);

/* ---- Views and works --------------------------------------------------------------------------------------------- */

/** Begins to read, as the operator with that login (see crm_database_operator()). @return CRM_OK, CRM_NOT_FOUND. */
CRM_API crm_status crm_view_begin(crm_database *database, const char *operator_code, crm_view **out, crm_error **error);
/** The same for who knows the operator's id. @return CRM_OK. */
CRM_API crm_status crm_view_begin_as(crm_database *database, crm_id operator_id, crm_view **out, crm_error **error);

CRM_API crm_reader *crm_view_reader(crm_view *view); /**< Lent until the view is freed; NULL of NULL. */
CRM_API void        crm_view_free(crm_view *view);

/** Why a work is done. */
typedef struct crm_work_options {
    uint32_t    struct_size; /**< set by CRM_WORK_OPTIONS_INIT */
    uint32_t    reserved;    /**< 0 */
    const char *cause;       /**< what history says that made it; NULL: "work" */
    const char *key;         /**< unique, by which crm_operation_by_key() finds a commit whose answer was lost; NULL:
                                  none */
    const char *(*sqlite3_libversion)(void); /**< of crm_work_join_sqlite(): as in crm_join_options; else NULL */
} crm_work_options;          /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_WORK_OPTIONS_INIT {sizeof(crm_work_options), 0, NULL, NULL, NULL}

/** Begins to work, as the operator with that login (see crm_database_operator()).
 *  @return CRM_OK; CRM_NOT_FOUND; CRM_BUSY when another work has the database for longer than it is patient. */
CRM_API crm_status crm_work_begin(crm_database *database, const char *operator_code, crm_work **out, crm_error **error);
/** The same for who knows the operator's id. `options`: NULL for none. @return CRM_OK, CRM_BUSY. */
CRM_API crm_status crm_work_begin_as(crm_database *database, crm_id operator_id, const crm_work_options *options,
                                     crm_work **out, crm_error **error);

/** What settles the days and numbers of a joined work; all of it may be left out. */
typedef struct crm_join_options {
    uint32_t         struct_size; /**< set by CRM_JOIN_OPTIONS_INIT */
    uint32_t         reserved;    /**< 0 */
    const char      *zone;
    crm_clock        clock;
    void            *clock_user;
    crm_number_kinds unique_numbers;
    const char *(*sqlite3_libversion)(void); /**< the host's; a copy of SQLite other than crm's is refused: two of
                                                  them on one file corrupt it; NULL: not checked */
} crm_join_options;                          /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_JOIN_OPTIONS_INIT {sizeof(crm_join_options), 0, NULL, NULL, NULL, {NULL, 0}, NULL}

struct sqlite3;

/** A part of the transaction that the host is in. Each call is done or undone as a whole; crm_work_commit() leaves the
 *  changes to the host's own commit. Free it before the host's transaction ends. `options`: NULL for none.
 *  @return CRM_OK; CRM_INVALID_ARGUMENT when the host is in no transaction, or has foreign keys switched off;
 *  CRM_UNSUPPORTED when its SQLite is another copy. */
CRM_API crm_status crm_work_join(struct sqlite3 *host, crm_id operator_id, const crm_join_options *options,
                                 crm_work **out, crm_error **error);

struct pg_conn; /* of libpq: PGconn */

/** The same on a connection to a database that was opened here, which settles days and numbers. Nothing is set on the
 *  host's connection. `options`: NULL for none.
 *  @return as crm_work_join(); CRM_INVALID_ARGUMENT also when the database is of another kind. */
CRM_API crm_status crm_work_join_sqlite(crm_database *database, struct sqlite3 *host, crm_id operator_id,
                                        const crm_work_options *options, crm_work **out, crm_error **error);
CRM_API crm_status crm_work_join_pq(crm_database *database, struct pg_conn *host, crm_id operator_id,
                                    const crm_work_options *options, crm_work **out, crm_error **error);

CRM_API crm_reader *crm_work_reader(crm_work *work); /**< Lent until the work is freed; NULL of NULL. */

/** One step of a work. Anything but CRM_OK is handed on, with `error`, which is not NULL. */
typedef crm_status (*crm_step)(void *user, crm_work *work, crm_error **error);

/** Runs `step`. When it fails, what it did is undone, and the work goes on. @return what `step` returns. */
CRM_API crm_status crm_work_attempt(crm_work *work, crm_step step, void *user, crm_error **error);

/** Makes the changes durable and ends the work, which is still yours to free.
 *  @return CRM_OK; CRM_CONFLICT, CRM_BUSY, CRM_UNAVAILABLE, CRM_STORAGE_FULL: nothing was stored;
 *  CRM_COMMIT_UNKNOWN: crm_operation_by_key() tells, once the database is back. */
CRM_API crm_status crm_work_commit(crm_work *work, crm_error **error);
CRM_API void       crm_work_rollback(crm_work *work); /**< Gives the changes up and ends the work. */
CRM_API void       crm_work_free(crm_work *work);     /**< Rolls back what is not committed. */

/* ---- Lists: what a question was answered with -------------------------------------------------------------------- */

CRM_API size_t      crm_list_size(const crm_list *list); /**< 0 of NULL. */
CRM_API const char *crm_list_next(const crm_list *list); /**< Where the next page begins; "": there is none. Lent. */
CRM_API void        crm_list_free(crm_list *list);

/** A field to sort by: "title", "created_at", "expected.amount". Frozen. */
typedef struct crm_order {
    const char *field;
    crm_bool    descending;
    int32_t     reserved; /**< 0 */
} crm_order;

typedef struct crm_orders {
    const crm_order *data;
    size_t           size;
} crm_orders;

/** Which page of the records found, and in what order: those without a value first, then by id. */
typedef struct crm_paging {
    uint32_t    struct_size;   /**< set by CRM_PAGING_INIT */
    crm_bool    with_archived; /**< those that were put away too */
    crm_orders  order;
    size_t      limit;         /**< 0: 100 */
    const char *after;         /**< crm_list_next() of the page before; NULL: the first page */
} crm_paging;                  /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PAGING_INIT {sizeof(crm_paging), 0, {NULL, 0}, 0, NULL}

/* ---- Records ------------------------------------------------------------------------------------------------------
 *
 * The same functions for every record; the struct's comments tell its fields, docs/ the rules that it must satisfy.
 *
 * crm_T_get      Reads a record into `out`, which starts from CRM_T_INIT. Its texts are lent until the next crm_T_get()
 *                with that reader. @return CRM_OK, CRM_NOT_FOUND.
 * crm_T_find     The records that `condition` is true of, a page at a time; NULL or "": every record. Such as "stage =
 *                active and expected_close_on < today + 7 days". The cost does not grow with the pages before.
 *                `paging`: NULL for the first 100.
 *                @return CRM_OK; CRM_INVALID_ARGUMENT when condition, order or cursor is not one of T.
 * crm_T_at       Reads a record of a list that crm_T_find() gave. Its texts are lent until the list is freed.
 *                @return CRM_OK; CRM_INVALID_ARGUMENT past the end, or of another list.
 * crm_T_count    How many there are. @return as crm_T_find().
 * crm_T_history  What happened to a record, newest first: a list for crm_change_at(). @return CRM_OK.
 *
 * crm_T_add      Stores a new record, and writes its id and revision into it.
 *                @return CRM_OK; CRM_VALIDATION_ERROR with every broken rule; CRM_CONFLICT when a unique key is taken.
 * crm_T_add_all  The same for an array, all or none; crm_error_position() tells which one broke a rule.
 * crm_T_add_with_ids
 *                The same for records of another system that keep the ids they have there; one with the id 0 gets one.
 *                From then on nobody is given an id up to the greatest of them.
 *                @return as crm_T_add(); CRM_CONFLICT also when an id is taken.
 * crm_T_save     Stores what was changed in a record that had been read, and writes its revision into it. What others
 *                changed meanwhile is merged by field, and is there for crm_T_get(). Fields that the caller's
 *                struct_size does not reach stay as they are.
 *                @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND; CRM_CONFLICT with its clashes.
 * crm_T_archive  Puts a record away: it is kept, but left out of lists.
 *                @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND.
 * crm_T_restore  Takes a record that was put away back into use. @return as crm_T_archive().
 * crm_T_remove   Removes a record that nothing else refers to, with what only belongs to it.
 *                @return CRM_OK; CRM_VALIDATION_ERROR with what refers to it; CRM_NOT_FOUND.
 */

/* ---- Operators --------------------------------------------------------------------------------------------------- */

enum { CRM_OPERATOR_IS_ACTIVE = 1u << 0 };

/** An employee of ours. One without a login is allowed: someone who takes part in contacts only. */
typedef struct crm_operator {
    uint32_t     struct_size; /**< set by CRM_OPERATOR_INIT */
    uint32_t     given;       /**< CRM_OPERATOR_IS_ACTIVE */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_text     code;        /**< login, unique; empty for someone who does not log in */
    crm_text     name;        /**< name for people */
    crm_text     email;       /**< our own address, by which outgoing mail is told; lower case */
    crm_bool     is_active;   /**< false for someone who has left: nothing new is given to them; without
                                   CRM_OPERATOR_IS_ACTIVE: 1 */
    uint32_t     reserved;    /**< 0 */
} crm_operator;               /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_OPERATOR_INIT {sizeof(crm_operator), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_operator_get(crm_reader *reader, crm_id id, crm_operator *out, crm_error **error);
CRM_API crm_status crm_operator_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                     crm_list **out, crm_error **error);
CRM_API crm_status crm_operator_at(const crm_list *list, size_t index, crm_operator *out, crm_error **error);
CRM_API crm_status crm_operator_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                      int64_t *out, crm_error **error);
CRM_API crm_status crm_operator_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_operator_add(crm_work *work, crm_operator *new_record, crm_error **error);
CRM_API crm_status crm_operator_add_all(crm_work *work, crm_operator *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_operator_add_with_ids(crm_work *work, crm_operator *records, size_t count, crm_error **error);
CRM_API crm_status crm_operator_save(crm_work *work, crm_operator *changed, crm_error **error);
CRM_API crm_status crm_operator_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_operator_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_operator_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Operations -------------------------------------------------------------------------------------------------- */

/** One committed piece of work by one operator: what history and the feed count in. Read only. */
typedef struct crm_operation {
    uint32_t    struct_size; /**< set by CRM_OPERATION_INIT */
    uint32_t    given;       /**< 0 */
    crm_id      id;
    crm_id      operator_id; /**< who did it; none: the library itself, as when it starts a new database */
    crm_instant at;          /**< when it was begun (UTC) */
    crm_text    cause;       /**< what made it: work, import, or what the host says */
    int64_t     stamp;       /**< orders operations so that no effect comes before its cause */
    crm_text    key;         /**< unique key of the host's, by which a commit whose answer was lost is looked up;
                                  empty: none */
} crm_operation;/* new fields go here, at the end, without holes, and nowhere else */

#define CRM_OPERATION_INIT {sizeof(crm_operation), 0, 0, 0, 0, {NULL, 0}, 0, {NULL, 0}}

/* As under "Records". */
CRM_API crm_status crm_operation_get(crm_reader *reader, crm_id id, crm_operation *out, crm_error **error);
CRM_API crm_status crm_operation_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                      crm_list **out, crm_error **error);
CRM_API crm_status crm_operation_at(const crm_list *list, size_t index, crm_operation *out, crm_error **error);
CRM_API crm_status crm_operation_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                       int64_t *out, crm_error **error);

/** What became of a commit whose answer was lost: the operation that was committed with that key, as a list of one for
 *  crm_operation_at(); an empty one: nothing was stored. @return CRM_OK, CRM_BUSY, CRM_UNAVAILABLE. */
CRM_API crm_status crm_operation_by_key(crm_database *database, const char *key, crm_list **out, crm_error **error);

/* ---- Contents ---------------------------------------------------------------------------------------------------- */

/** The bytes of documents and messages, kept once whatever refers to them. */
typedef struct crm_content {
    uint32_t     struct_size; /**< set by CRM_CONTENT_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_text     sha256;      /**< SHA-256 of the bytes, in lower-case hexadecimal digits; unique */
    int64_t      size;        /**< how many bytes */
    crm_bytes    bytes;       /**< the bytes themselves */
} crm_content;                /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CONTENT_INIT {sizeof(crm_content), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, 0, {NULL, 0}}

/* As under "Records". */
CRM_API crm_status crm_content_get(crm_reader *reader, crm_id id, crm_content *out, crm_error **error);
CRM_API crm_status crm_content_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                    crm_list **out, crm_error **error);
CRM_API crm_status crm_content_at(const crm_list *list, size_t index, crm_content *out, crm_error **error);
CRM_API crm_status crm_content_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                     crm_error **error);
CRM_API crm_status crm_content_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_content_add(crm_work *work, crm_content *new_record, crm_error **error);
CRM_API crm_status crm_content_add_all(crm_work *work, crm_content *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_content_add_with_ids(crm_work *work, crm_content *records, size_t count, crm_error **error);
CRM_API crm_status crm_content_save(crm_work *work, crm_content *changed, crm_error **error);
CRM_API crm_status crm_content_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_content_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_content_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Parties ----------------------------------------------------------------------------------------------------- */

enum { CRM_PARTY_BIRTH_DATE = 1u << 0 };

/** The data that registers share: names here, and numbers, addresses and contact points that refer to it. A natural
 *  subject and its person refer to one party: what is changed through either is changed in both. */
typedef struct crm_party {
    uint32_t     struct_size;  /**< set by CRM_PARTY_INIT */
    uint32_t     given;        /**< CRM_PARTY_BIRTH_DATE */
    crm_id       id;           /**< 0: not stored yet */
    crm_revision revision;
    crm_text     name;         /**< full name: of a firm, or given and family name of a natural person */
    crm_text     short_name;   /**< short name, as in lists */
    crm_text     given_name;   /**< given name of a natural person */
    crm_text     middle_names; /**< middle names of a natural person */
    crm_text     family_name;  /**< family name of a natural person */
    crm_text     title;        /**< academic or professional title, before the name */
    crm_text     citizenship;  /**< ISO 3166 code of a country */
    crm_text     language;     /**< language tag (BCP 47) to write in, such as pl */
    crm_text     name_key;     /**< search key of the names: folded case, no diacritics; written by the library */
    crm_date     birth_date;   /**< day of birth of a natural person; bit CRM_PARTY_BIRTH_DATE */
    uint32_t     reserved;     /**< 0 */
} crm_party;                   /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PARTY_INIT                                                                                              \
    {sizeof(crm_party), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_party_get(crm_reader *reader, crm_id id, crm_party *out, crm_error **error);
CRM_API crm_status crm_party_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                  crm_list **out, crm_error **error);
CRM_API crm_status crm_party_at(const crm_list *list, size_t index, crm_party *out, crm_error **error);
CRM_API crm_status crm_party_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                   crm_error **error);
CRM_API crm_status crm_party_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_party_add(crm_work *work, crm_party *new_record, crm_error **error);
CRM_API crm_status crm_party_add_all(crm_work *work, crm_party *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_party_add_with_ids(crm_work *work, crm_party *records, size_t count, crm_error **error);
CRM_API crm_status crm_party_save(crm_work *work, crm_party *changed, crm_error **error);
CRM_API crm_status crm_party_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_party_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_party_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Contact points ---------------------------------------------------------------------------------------------- */

/** One phone number, e-mail address, web page… of a party. */
typedef struct crm_contact_point {
    uint32_t               struct_size; /**< set by CRM_CONTACT_POINT_INIT */
    uint32_t               given;       /**< 0 */
    crm_id                 id;          /**< 0: not stored yet */
    crm_revision           revision;
    crm_id                 party_id;    /**< whose it is */
    crm_text               value;       /**< as people write it */
    crm_text               value_key;   /**< for comparing: an address in lower case, a number as + and digits;
                                             written by the library */
    crm_text               domain;      /**< of an address or a web page: the domain, in lower case and without www;
                                             written by the library */
    crm_text               label;       /**< what it is for, such as office */
    crm_contact_point_kind kind;        /**< what it is */
    crm_bool               is_primary;  /**< the one of its kind to use first; a party has at most one of each kind */
    crm_bool               is_private;  /**< belongs to the person rather than to the business */
    crm_bool               do_not_use;  /**< kept, but nobody writes or calls there */
} crm_contact_point;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CONTACT_POINT_INIT                                                                                       \
    {sizeof(crm_contact_point), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_contact_point_get(crm_reader *reader, crm_id id, crm_contact_point *out, crm_error **error);
CRM_API crm_status crm_contact_point_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                          crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_point_at(const crm_list *list, size_t index, crm_contact_point *out, crm_error **error);
CRM_API crm_status crm_contact_point_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                           int64_t *out, crm_error **error);
CRM_API crm_status crm_contact_point_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_point_add(crm_work *work, crm_contact_point *new_record, crm_error **error);
CRM_API crm_status crm_contact_point_add_all(crm_work *work, crm_contact_point *new_records, size_t count,
                                             crm_error **error);
CRM_API crm_status crm_contact_point_add_with_ids(crm_work *work, crm_contact_point *records, size_t count,
                                                  crm_error **error);
CRM_API crm_status crm_contact_point_save(crm_work *work, crm_contact_point *changed, crm_error **error);
CRM_API crm_status crm_contact_point_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_point_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_point_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Addresses --------------------------------------------------------------------------------------------------- */

/** A postal address of a party. */
typedef struct crm_address {
    uint32_t         struct_size; /**< set by CRM_ADDRESS_INIT */
    uint32_t         given;       /**< 0 */
    crm_id           id;          /**< 0: not stored yet */
    crm_revision     revision;
    crm_id           party_id;    /**< whose it is */
    crm_text         street;      /**< street, or village without streets */
    crm_text         building;    /**< number of the building */
    crm_text         flat;        /**< number of the flat */
    crm_text         postal_code; /**< postal code */
    crm_text         city;        /**< city */
    crm_text         region;      /**< voivodeship, state or province */
    crm_text         country;     /**< ISO 3166 code of a country, such as PL */
    crm_address_kind kind;        /**< what it is used for */
    crm_bool         is_default;  /**< the one of its kind to use first; a party has at most one of each kind */
} crm_address;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_ADDRESS_INIT                                                                                      \
    {sizeof(crm_address), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_address_get(crm_reader *reader, crm_id id, crm_address *out, crm_error **error);
CRM_API crm_status crm_address_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                    crm_list **out, crm_error **error);
CRM_API crm_status crm_address_at(const crm_list *list, size_t index, crm_address *out, crm_error **error);
CRM_API crm_status crm_address_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                     crm_error **error);
CRM_API crm_status crm_address_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_address_add(crm_work *work, crm_address *new_record, crm_error **error);
CRM_API crm_status crm_address_add_all(crm_work *work, crm_address *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_address_add_with_ids(crm_work *work, crm_address *records, size_t count, crm_error **error);
CRM_API crm_status crm_address_save(crm_work *work, crm_address *changed, crm_error **error);
CRM_API crm_status crm_address_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_address_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_address_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Identifiers ------------------------------------------------------------------------------------------------- */

enum { CRM_IDENTIFIER_SINCE = 1u << 0, CRM_IDENTIFIER_UNTIL = 1u << 1 };

/** A tax, register or bank number of a party, in canonical form. */
typedef struct crm_identifier {
    uint32_t        struct_size; /**< set by CRM_IDENTIFIER_INIT */
    uint32_t        given;       /**< CRM_IDENTIFIER_SINCE, CRM_IDENTIFIER_UNTIL */
    crm_id          id;          /**< 0: not stored yet */
    crm_revision    revision;
    crm_id          party_id;    /**< whose it is */
    crm_text        value;       /**< the number: checked, and brought to its canonical form when it is stored */
    crm_number_kind kind;        /**< which number */
    crm_date        since;       /**< first day that it is valid; bit CRM_IDENTIFIER_SINCE */
    crm_date        until;       /**< last day that it is valid; bit CRM_IDENTIFIER_UNTIL */
    uint32_t        reserved;    /**< 0 */
} crm_identifier;                /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_IDENTIFIER_INIT {sizeof(crm_identifier), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_identifier_get(crm_reader *reader, crm_id id, crm_identifier *out, crm_error **error);
CRM_API crm_status crm_identifier_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                       crm_list **out, crm_error **error);
CRM_API crm_status crm_identifier_at(const crm_list *list, size_t index, crm_identifier *out, crm_error **error);
CRM_API crm_status crm_identifier_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                        int64_t *out, crm_error **error);
CRM_API crm_status crm_identifier_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_identifier_add(crm_work *work, crm_identifier *new_record, crm_error **error);
CRM_API crm_status crm_identifier_add_all(crm_work *work, crm_identifier *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_identifier_add_with_ids(crm_work *work, crm_identifier *records, size_t count,
                                               crm_error **error);
CRM_API crm_status crm_identifier_save(crm_work *work, crm_identifier *changed, crm_error **error);
CRM_API crm_status crm_identifier_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_identifier_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_identifier_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Subjects ---------------------------------------------------------------------------------------------------- */

/** A counterparty from the company's surroundings; legal or natural. */
typedef struct crm_subject {
    uint32_t           struct_size; /**< set by CRM_SUBJECT_INIT */
    uint32_t           given;       /**< 0 */
    crm_id             id;          /**< 0: not stored yet */
    crm_revision       revision;
    crm_text           number;      /**< unique number from the host's own series; empty: none */
    crm_id             party_id;    /**< names, numbers, addresses and contact points */
    crm_id             keeper_id;   /**< the operator who looks after the subject; 0: none */
    crm_text           source;      /**< where the subject came from */
    crm_text           industry;    /**< branch of business */
    crm_id             parent_id;   /**< the firm that it belongs to; 0: none */
    crm_subject_kind   kind;        /**< legal or natural; changed by change_kind() alone */
    crm_subject_status status;      /**< how far the relation has come; 0: prospect */
    crm_bool           is_own;      /**< our own firm, for internal cases */
    uint32_t           reserved;    /**< 0 */
} crm_subject;                      /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_SUBJECT_INIT                                                                                  \
    {sizeof(crm_subject), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, 0, 0, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_subject_get(crm_reader *reader, crm_id id, crm_subject *out, crm_error **error);
CRM_API crm_status crm_subject_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                    crm_list **out, crm_error **error);
CRM_API crm_status crm_subject_at(const crm_list *list, size_t index, crm_subject *out, crm_error **error);
CRM_API crm_status crm_subject_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                     crm_error **error);
CRM_API crm_status crm_subject_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_subject_add(crm_work *work, crm_subject *new_record, crm_error **error);
CRM_API crm_status crm_subject_add_all(crm_work *work, crm_subject *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_subject_add_with_ids(crm_work *work, crm_subject *records, size_t count, crm_error **error);
CRM_API crm_status crm_subject_save(crm_work *work, crm_subject *changed, crm_error **error);
CRM_API crm_status crm_subject_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_subject_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_subject_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Persons ----------------------------------------------------------------------------------------------------- */

enum { CRM_PERSON_ACTIVE_SINCE = 1u << 0, CRM_PERSON_ACTIVE_UNTIL = 1u << 1 };

/** Someone we keep in touch with, always tied to one subject. */
typedef struct crm_person {
    uint32_t          struct_size;   /**< set by CRM_PERSON_INIT */
    uint32_t          given;         /**< CRM_PERSON_ACTIVE_SINCE, CRM_PERSON_ACTIVE_UNTIL */
    crm_id            id;            /**< 0: not stored yet */
    crm_revision      revision;
    crm_id            subject_id;    /**< the subject that the person belongs to */
    crm_id            party_id;      /**< names, numbers, addresses and contact points; of a natural subject: the
                                          same party */
    crm_text          salutation;    /**< how letters begin */
    crm_text          position;      /**< position in the firm */
    crm_text          department;    /**< department of the firm */
    crm_id            superior_id;   /**< the person's superior; 0: none */
    crm_text          source;        /**< where the person came from */
    crm_subject_kind  subject_kind;  /**< kind of that subject, by which the schema holds a natural one to one
                                          person; written by the library */
    crm_decision_role decision_role; /**< part that the person plays when the firm decides; 0: none */
    crm_date          active_since;  /**< first day with the subject; bit CRM_PERSON_ACTIVE_SINCE */
    crm_date          active_until;  /**< last day with the subject; none: still there; bit CRM_PERSON_ACTIVE_UNTIL */
} crm_person;                        /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PERSON_INIT                                                                                             \
    {sizeof(crm_person), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_person_get(crm_reader *reader, crm_id id, crm_person *out, crm_error **error);
CRM_API crm_status crm_person_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                   crm_list **out, crm_error **error);
CRM_API crm_status crm_person_at(const crm_list *list, size_t index, crm_person *out, crm_error **error);
CRM_API crm_status crm_person_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                    crm_error **error);
CRM_API crm_status crm_person_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_person_add(crm_work *work, crm_person *new_record, crm_error **error);
CRM_API crm_status crm_person_add_all(crm_work *work, crm_person *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_person_add_with_ids(crm_work *work, crm_person *records, size_t count, crm_error **error);
CRM_API crm_status crm_person_save(crm_work *work, crm_person *changed, crm_error **error);
CRM_API crm_status crm_person_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_person_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_person_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Bases ------------------------------------------------------------------------------------------------------- */

/** A named group of subjects, defined by the user, by any criterion; a subject can be in many. */
typedef struct crm_base {
    uint32_t     struct_size; /**< set by CRM_BASE_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_text     code;        /**< unique name for programs */
    crm_text     name;        /**< name for people */
    crm_id       parent_id;   /**< the base that it is shown under; 0: none */
    crm_text     criterion;   /**< a condition on subjects in text form; empty: members are chosen by hand */
    crm_text     description; /**< what it is for */
} crm_base;                   /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_BASE_INIT {sizeof(crm_base), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, 0, {NULL, 0}, {NULL, 0}}

/* As under "Records". */
CRM_API crm_status crm_base_get(crm_reader *reader, crm_id id, crm_base *out, crm_error **error);
CRM_API crm_status crm_base_find(crm_reader *reader, const char *condition, const crm_paging *paging, crm_list **out,
                                 crm_error **error);
CRM_API crm_status crm_base_at(const crm_list *list, size_t index, crm_base *out, crm_error **error);
CRM_API crm_status crm_base_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                  crm_error **error);
CRM_API crm_status crm_base_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_base_add(crm_work *work, crm_base *new_record, crm_error **error);
CRM_API crm_status crm_base_add_all(crm_work *work, crm_base *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_base_add_with_ids(crm_work *work, crm_base *records, size_t count, crm_error **error);
CRM_API crm_status crm_base_save(crm_work *work, crm_base *changed, crm_error **error);
CRM_API crm_status crm_base_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_base_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_base_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Base members ------------------------------------------------------------------------------------------------ */

/** A subject in a base, chosen by hand, or kept out of one by criterion. */
typedef struct crm_base_member {
    uint32_t     struct_size; /**< set by CRM_BASE_MEMBER_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       base_id;     /**< the base */
    crm_id       subject_id;  /**< the subject */
    crm_text     reason;      /**< why */
    crm_bool     is_excluded; /**< keeps the subject out of a base that its criterion would put it in */
    uint32_t     reserved;    /**< 0 */
} crm_base_member;            /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_BASE_MEMBER_INIT {sizeof(crm_base_member), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_base_member_get(crm_reader *reader, crm_id id, crm_base_member *out, crm_error **error);
CRM_API crm_status crm_base_member_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                        crm_list **out, crm_error **error);
CRM_API crm_status crm_base_member_at(const crm_list *list, size_t index, crm_base_member *out, crm_error **error);
CRM_API crm_status crm_base_member_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                         int64_t *out, crm_error **error);
CRM_API crm_status crm_base_member_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_base_member_add(crm_work *work, crm_base_member *new_record, crm_error **error);
CRM_API crm_status crm_base_member_add_all(crm_work *work, crm_base_member *new_records, size_t count,
                                           crm_error **error);
CRM_API crm_status crm_base_member_add_with_ids(crm_work *work, crm_base_member *records, size_t count,
                                                crm_error **error);
CRM_API crm_status crm_base_member_save(crm_work *work, crm_base_member *changed, crm_error **error);
CRM_API crm_status crm_base_member_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_base_member_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_base_member_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Contact kinds ----------------------------------------------------------------------------------------------- */

/** A kind of contact that users define. */
typedef struct crm_contact_kind {
    uint32_t     struct_size; /**< set by CRM_CONTACT_KIND_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_text     code;        /**< unique name for programs */
    crm_text     name;        /**< name for people */
    crm_medium   medium;      /**< the medium that it goes by */
    uint32_t     reserved;    /**< 0 */
} crm_contact_kind;           /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CONTACT_KIND_INIT {sizeof(crm_contact_kind), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_contact_kind_get(crm_reader *reader, crm_id id, crm_contact_kind *out, crm_error **error);
CRM_API crm_status crm_contact_kind_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                         crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_kind_at(const crm_list *list, size_t index, crm_contact_kind *out, crm_error **error);
CRM_API crm_status crm_contact_kind_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                          int64_t *out, crm_error **error);
CRM_API crm_status crm_contact_kind_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_kind_add(crm_work *work, crm_contact_kind *new_record, crm_error **error);
CRM_API crm_status crm_contact_kind_add_all(crm_work *work, crm_contact_kind *new_records, size_t count,
                                            crm_error **error);
CRM_API crm_status crm_contact_kind_add_with_ids(crm_work *work, crm_contact_kind *records, size_t count,
                                                 crm_error **error);
CRM_API crm_status crm_contact_kind_save(crm_work *work, crm_contact_kind *changed, crm_error **error);
CRM_API crm_status crm_contact_kind_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_kind_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_kind_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Schemes ----------------------------------------------------------------------------------------------------- */

/** An ordered set of phases in the three stages, used by case types. */
typedef struct crm_scheme {
    uint32_t     struct_size; /**< set by CRM_SCHEME_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_text     code;        /**< unique name for programs */
    crm_text     name;        /**< name for people */
} crm_scheme;                 /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_SCHEME_INIT {sizeof(crm_scheme), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}}

/* As under "Records". */
CRM_API crm_status crm_scheme_get(crm_reader *reader, crm_id id, crm_scheme *out, crm_error **error);
CRM_API crm_status crm_scheme_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                   crm_list **out, crm_error **error);
CRM_API crm_status crm_scheme_at(const crm_list *list, size_t index, crm_scheme *out, crm_error **error);
CRM_API crm_status crm_scheme_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                    crm_error **error);
CRM_API crm_status crm_scheme_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_scheme_add(crm_work *work, crm_scheme *new_record, crm_error **error);
CRM_API crm_status crm_scheme_add_all(crm_work *work, crm_scheme *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_scheme_add_with_ids(crm_work *work, crm_scheme *records, size_t count, crm_error **error);
CRM_API crm_status crm_scheme_save(crm_work *work, crm_scheme *changed, crm_error **error);
CRM_API crm_status crm_scheme_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_scheme_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_scheme_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Phases ------------------------------------------------------------------------------------------------------ */

/** A step that users define inside a stage, in an order. */
typedef struct crm_phase {
    uint32_t     struct_size; /**< set by CRM_PHASE_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       scheme_id;   /**< the scheme that it belongs to */
    crm_text     code;        /**< name for programs, unique in its scheme */
    crm_text     name;        /**< name for people */
    crm_stage    stage;       /**< the stage that it is a step of */
    int32_t      ordinal;     /**< its place among the phases of the scheme: the lowest of a stage comes first */
    int32_t      probability; /**< probability of winning, per cent, of cases that give none */
    uint32_t     reserved;    /**< 0 */
} crm_phase;                  /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PHASE_INIT {sizeof(crm_phase), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_phase_get(crm_reader *reader, crm_id id, crm_phase *out, crm_error **error);
CRM_API crm_status crm_phase_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                  crm_list **out, crm_error **error);
CRM_API crm_status crm_phase_at(const crm_list *list, size_t index, crm_phase *out, crm_error **error);
CRM_API crm_status crm_phase_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                   crm_error **error);
CRM_API crm_status crm_phase_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_phase_add(crm_work *work, crm_phase *new_record, crm_error **error);
CRM_API crm_status crm_phase_add_all(crm_work *work, crm_phase *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_phase_add_with_ids(crm_work *work, crm_phase *records, size_t count, crm_error **error);
CRM_API crm_status crm_phase_save(crm_work *work, crm_phase *changed, crm_error **error);
CRM_API crm_status crm_phase_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_phase_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_phase_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Case types -------------------------------------------------------------------------------------------------- */

/** What kind of case: its scheme of phases. */
typedef struct crm_case_type {
    uint32_t     struct_size; /**< set by CRM_CASE_TYPE_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_text     code;        /**< unique name for programs */
    crm_text     name;        /**< name for people */
    crm_id       scheme_id;   /**< the phases that its cases go through */
} crm_case_type;              /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CASE_TYPE_INIT {sizeof(crm_case_type), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, 0}

/* As under "Records". */
CRM_API crm_status crm_case_type_get(crm_reader *reader, crm_id id, crm_case_type *out, crm_error **error);
CRM_API crm_status crm_case_type_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                      crm_list **out, crm_error **error);
CRM_API crm_status crm_case_type_at(const crm_list *list, size_t index, crm_case_type *out, crm_error **error);
CRM_API crm_status crm_case_type_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                       int64_t *out, crm_error **error);
CRM_API crm_status crm_case_type_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_case_type_add(crm_work *work, crm_case_type *new_record, crm_error **error);
CRM_API crm_status crm_case_type_add_all(crm_work *work, crm_case_type *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_case_type_add_with_ids(crm_work *work, crm_case_type *records, size_t count, crm_error **error);
CRM_API crm_status crm_case_type_save(crm_work *work, crm_case_type *changed, crm_error **error);
CRM_API crm_status crm_case_type_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_case_type_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_case_type_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Cases ------------------------------------------------------------------------------------------------------- */

enum { CRM_CASE_CLOSED_AT = 1u << 0, CRM_CASE_PROBABILITY = 1u << 1, CRM_CASE_EXPECTED_CLOSE_ON = 1u << 2 };

/** What contacts, tasks, documents and notes are grouped by. A case is in a phase, and the phase gives its stage:
 *  potential, active or closed. */
typedef struct crm_case {
    uint32_t         struct_size;       /**< set by CRM_CASE_INIT */
    uint32_t         given;             /**< CRM_CASE_CLOSED_AT, CRM_CASE_PROBABILITY, CRM_CASE_EXPECTED_CLOSE_ON */
    crm_id           id;                /**< 0: not stored yet */
    crm_revision     revision;
    crm_text         number;            /**< unique number from the host's own series; empty: none */
    crm_text         title;             /**< what it is about, in one line */
    crm_id           type_id;           /**< what kind of case */
    crm_id           phase_id;          /**< the phase it is in, which gives its stage; none given: the first phase
                                             of the type */
    crm_id           keeper_id;         /**< the operator who looks after the case; 0: the one who works */
    crm_id           subject_id;        /**< the counterparty; none for an internal case */
    crm_id           person_id;         /**< the person of the subject that the case is with; 0: none */
    crm_id           parent_id;         /**< the case that it is a part of; 0: none */
    crm_money        expected;          /**< expected value, net of tax */
    crm_instant      opened_at;         /**< when it was opened (UTC); not given: now */
    crm_instant      closed_at;         /**< when it was closed (UTC); none while it is open; bit CRM_CASE_CLOSED_AT */
    crm_text         reason;            /**< why it was lost, or reopened */
    crm_text         source;            /**< where it came from */
    crm_text         description;       /**< what it is about, at length */
    crm_stage        stage;             /**< the stage of its phase; written by the library */
    int32_t          probability;       /**< probability of winning, per cent; none for that of the phase; bit
                                             CRM_CASE_PROBABILITY */
    crm_date         expected_close_on; /**< the day when it is expected to be closed; bit CRM_CASE_EXPECTED_CLOSE_ON */
    crm_case_outcome outcome;           /**< how it ended; none while it is open */
} crm_case;                             /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CASE_INIT                                                                                              \
    {sizeof(crm_case), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0, 0, 0, {0, ""}, 0, 0, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_case_get(crm_reader *reader, crm_id id, crm_case *out, crm_error **error);
CRM_API crm_status crm_case_find(crm_reader *reader, const char *condition, const crm_paging *paging, crm_list **out,
                                 crm_error **error);
CRM_API crm_status crm_case_at(const crm_list *list, size_t index, crm_case *out, crm_error **error);
CRM_API crm_status crm_case_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                  crm_error **error);
CRM_API crm_status crm_case_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_case_add(crm_work *work, crm_case *new_record, crm_error **error);
CRM_API crm_status crm_case_add_all(crm_work *work, crm_case *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_case_add_with_ids(crm_work *work, crm_case *records, size_t count, crm_error **error);
CRM_API crm_status crm_case_save(crm_work *work, crm_case *changed, crm_error **error);
CRM_API crm_status crm_case_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_case_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_case_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Case states ------------------------------------------------------------------------------------------------- */

/** What a case was from a moment on: one row for each change of what the funnel reads, only ever appended. Read
 *  only. */
typedef struct crm_case_state {
    uint32_t         struct_size;       /**< set by CRM_CASE_STATE_INIT */
    uint32_t         given;             /**< 0 */
    crm_id           id;
    crm_id           case_id;           /**< the case */
    int64_t          seq;               /**< counts the states of the case, from 1 */
    crm_instant      valid_at;          /**< from when it was so (UTC); until the next one's */
    crm_instant      recorded_at;       /**< when it was written down (UTC) */
    int64_t          operation_id;      /**< the operation that wrote it */
    crm_id           operator_id;       /**< who changed it; none: the library itself */
    crm_id           type_id;           /**< the type of the case */
    crm_id           phase_id;          /**< the phase */
    crm_id           previous_phase_id; /**< the phase before, where this state began a visit of another one; none
                                             for the first state */
    crm_id           subject_id;        /**< the counterparty; 0: none */
    crm_id           keeper_id;         /**< the keeper */
    crm_money        expected;          /**< expected value */
    crm_stage        stage;             /**< the stage of that phase */
    crm_bool         entered;           /**< true where the case entered its phase with this state */
    int32_t          probability;       /**< probability that counts, per cent: the case's own, or its phase's */
    crm_case_outcome outcome;           /**< how it ended; 0: none */
} crm_case_state;                       /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CASE_STATE_INIT {sizeof(crm_case_state), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, {0, ""}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_case_state_get(crm_reader *reader, crm_id id, crm_case_state *out, crm_error **error);
CRM_API crm_status crm_case_state_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                       crm_list **out, crm_error **error);
CRM_API crm_status crm_case_state_at(const crm_list *list, size_t index, crm_case_state *out, crm_error **error);
CRM_API crm_status crm_case_state_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                        int64_t *out, crm_error **error);

/* ---- Contacts ---------------------------------------------------------------------------------------------------- */

enum { CRM_CONTACT_ENDED_AT = 1u << 0, CRM_CONTACT_EVALUATION = 1u << 1 };

/** An event: information flowed between a subject and an employee of ours. */
typedef struct crm_contact {
    uint32_t           struct_size;  /**< set by CRM_CONTACT_INIT */
    uint32_t           given;        /**< CRM_CONTACT_ENDED_AT, CRM_CONTACT_EVALUATION */
    crm_id             id;           /**< 0: not stored yet */
    crm_revision       revision;
    crm_id             kind_id;      /**< what kind of contact */
    crm_id             subject_id;   /**< the subject, as of the event: it stays when the person moves on; 0: none */
    crm_id             person_id;    /**< the person; 0: none */
    crm_instant        at;           /**< when it took place (UTC); not given: now */
    crm_instant        ended_at;     /**< when it ended (UTC); bit CRM_CONTACT_ENDED_AT */
    crm_text           summary;      /**< one line */
    crm_text           body;         /**< what was said */
    crm_text           place;        /**< where */
    crm_id             thread_id;    /**< the first contact of the thread that it belongs to; none: it begins one */
    crm_direction      direction;    /**< which way the information flowed; 0: incoming */
    crm_contact_status status;       /**< planned, held, or what became of the plan; 0: held */
    crm_bool           is_automatic; /**< sent by a machine: an absence note, a report, a mailing list */
    int32_t            evaluation;   /**< how it went, from -2 to 2; bit CRM_CONTACT_EVALUATION */
} crm_contact;                       /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CONTACT_INIT                                                                                           \
    {sizeof(crm_contact), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0, 0, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_contact_get(crm_reader *reader, crm_id id, crm_contact *out, crm_error **error);
CRM_API crm_status crm_contact_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                    crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_at(const crm_list *list, size_t index, crm_contact *out, crm_error **error);
CRM_API crm_status crm_contact_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                     crm_error **error);
CRM_API crm_status crm_contact_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_add(crm_work *work, crm_contact *new_record, crm_error **error);
CRM_API crm_status crm_contact_add_all(crm_work *work, crm_contact *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_contact_add_with_ids(crm_work *work, crm_contact *records, size_t count, crm_error **error);
CRM_API crm_status crm_contact_save(crm_work *work, crm_contact *changed, crm_error **error);
CRM_API crm_status crm_contact_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Participants ------------------------------------------------------------------------------------------------ */

/** Someone who took part in a contact: an employee of ours, a person, or just an address. */
typedef struct crm_participant {
    uint32_t             struct_size; /**< set by CRM_PARTICIPANT_INIT */
    uint32_t             given;       /**< 0 */
    crm_id               id;          /**< 0: not stored yet */
    crm_revision         revision;
    crm_id               contact_id;  /**< the contact */
    crm_id               operator_id; /**< an employee of ours; 0: none */
    crm_id               person_id;   /**< a person of a subject; 0: none */
    crm_text             address;     /**< an address that belongs to nobody known */
    crm_participant_role role;        /**< the part that they took; 0: attended */
    uint32_t             reserved;    /**< 0 */
} crm_participant;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PARTICIPANT_INIT {sizeof(crm_participant), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0, 0, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_participant_get(crm_reader *reader, crm_id id, crm_participant *out, crm_error **error);
CRM_API crm_status crm_participant_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                        crm_list **out, crm_error **error);
CRM_API crm_status crm_participant_at(const crm_list *list, size_t index, crm_participant *out, crm_error **error);
CRM_API crm_status crm_participant_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                         int64_t *out, crm_error **error);
CRM_API crm_status crm_participant_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_participant_add(crm_work *work, crm_participant *new_record, crm_error **error);
CRM_API crm_status crm_participant_add_all(crm_work *work, crm_participant *new_records, size_t count,
                                           crm_error **error);
CRM_API crm_status crm_participant_add_with_ids(crm_work *work, crm_participant *records, size_t count,
                                                crm_error **error);
CRM_API crm_status crm_participant_save(crm_work *work, crm_participant *changed, crm_error **error);
CRM_API crm_status crm_participant_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_participant_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_participant_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Contact cases ----------------------------------------------------------------------------------------------- */

/** A contact that is linked with a case. */
typedef struct crm_contact_case {
    uint32_t     struct_size; /**< set by CRM_CONTACT_CASE_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       contact_id;  /**< the contact */
    crm_id       case_id;     /**< the case */
} crm_contact_case;           /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CONTACT_CASE_INIT {sizeof(crm_contact_case), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_contact_case_get(crm_reader *reader, crm_id id, crm_contact_case *out, crm_error **error);
CRM_API crm_status crm_contact_case_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                         crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_case_at(const crm_list *list, size_t index, crm_contact_case *out, crm_error **error);
CRM_API crm_status crm_contact_case_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                          int64_t *out, crm_error **error);
CRM_API crm_status crm_contact_case_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_contact_case_add(crm_work *work, crm_contact_case *new_record, crm_error **error);
CRM_API crm_status crm_contact_case_add_all(crm_work *work, crm_contact_case *new_records, size_t count,
                                            crm_error **error);
CRM_API crm_status crm_contact_case_add_with_ids(crm_work *work, crm_contact_case *records, size_t count,
                                                 crm_error **error);
CRM_API crm_status crm_contact_case_save(crm_work *work, crm_contact_case *changed, crm_error **error);
CRM_API crm_status crm_contact_case_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_case_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_contact_case_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Messages ---------------------------------------------------------------------------------------------------- */

enum { CRM_MESSAGE_SENT_AT = 1u << 0 };

/** An e-mail as it came in: imported, unmatched, to be reviewed, ignored; one that is matched has its contact. */
typedef struct crm_message {
    uint32_t          struct_size;   /**< set by CRM_MESSAGE_INIT */
    uint32_t          given;         /**< CRM_MESSAGE_SENT_AT */
    crm_id            id;            /**< 0: not stored yet */
    crm_revision      revision;
    crm_text          key;           /**< what it is known by: SHA-256 of its Message-ID, or of its content where it
                                          has none; unique */
    crm_text          message_id;    /**< Message-ID without brackets, its case kept */
    crm_id            contact_id;    /**< its contact, once it is matched; 0: none */
    crm_instant       sent_at;       /**< Date of the header (UTC); bit CRM_MESSAGE_SENT_AT */
    crm_text          sender;        /**< address that it is from, in lower case */
    crm_text          sender_name;   /**< name beside that address */
    crm_text          other_side;    /**< address that decides whom it concerns: of the sender, or of the first
                                          recipient of an outgoing one */
    crm_text          recipients;    /**< addresses that it went to, in lower case, a blank between */
    crm_text          subject_line;  /**< subject, decoded */
    crm_text          headers;       /**< the headers, as they came */
    crm_text          text;          /**< plain text */
    crm_text          in_reply_to;   /**< Message-IDs that it answers, a blank between */
    crm_text          references_to; /**< Message-IDs of its thread, a blank between */
    crm_id            raw_id;        /**< the message as it came, byte by byte; 0: none */
    crm_text          explanation;   /**< the rule that chose the record, and the candidates rejected, as JSON */
    crm_bool          is_synthetic;  /**< the key was made of the content, because there was no Message-ID */
    crm_message_state state;         /**< what became of it */
    crm_direction     direction;     /**< which way it went */
    crm_bool          is_automatic;  /**< sent by a machine */
} crm_message;                       /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MESSAGE_INIT                                                                                         \
    {sizeof(crm_message), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_message_get(crm_reader *reader, crm_id id, crm_message *out, crm_error **error);
CRM_API crm_status crm_message_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                    crm_list **out, crm_error **error);
CRM_API crm_status crm_message_at(const crm_list *list, size_t index, crm_message *out, crm_error **error);
CRM_API crm_status crm_message_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                     crm_error **error);
CRM_API crm_status crm_message_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_message_add(crm_work *work, crm_message *new_record, crm_error **error);
CRM_API crm_status crm_message_add_all(crm_work *work, crm_message *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_message_add_with_ids(crm_work *work, crm_message *records, size_t count, crm_error **error);
CRM_API crm_status crm_message_save(crm_work *work, crm_message *changed, crm_error **error);
CRM_API crm_status crm_message_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_message_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_message_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Message aliases --------------------------------------------------------------------------------------------- */

/** Another Message-ID that a message is known by: of one that it encloses. */
typedef struct crm_message_alias {
    uint32_t     struct_size; /**< set by CRM_MESSAGE_ALIAS_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       message_ref; /**< the message */
    crm_text     key;         /**< SHA-256 of the other Message-ID */
} crm_message_alias;          /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MESSAGE_ALIAS_INIT {sizeof(crm_message_alias), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}}

/* As under "Records". */
CRM_API crm_status crm_message_alias_get(crm_reader *reader, crm_id id, crm_message_alias *out, crm_error **error);
CRM_API crm_status crm_message_alias_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                          crm_list **out, crm_error **error);
CRM_API crm_status crm_message_alias_at(const crm_list *list, size_t index, crm_message_alias *out, crm_error **error);
CRM_API crm_status crm_message_alias_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                           int64_t *out, crm_error **error);
CRM_API crm_status crm_message_alias_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_message_alias_add(crm_work *work, crm_message_alias *new_record, crm_error **error);
CRM_API crm_status crm_message_alias_add_all(crm_work *work, crm_message_alias *new_records, size_t count,
                                             crm_error **error);
CRM_API crm_status crm_message_alias_add_with_ids(crm_work *work, crm_message_alias *records, size_t count,
                                                  crm_error **error);
CRM_API crm_status crm_message_alias_save(crm_work *work, crm_message_alias *changed, crm_error **error);
CRM_API crm_status crm_message_alias_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_message_alias_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_message_alias_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Message copies ---------------------------------------------------------------------------------------------- */

/** Where a message was found: each mailbox and folder that holds it. */
typedef struct crm_message_copy {
    uint32_t     struct_size; /**< set by CRM_MESSAGE_COPY_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       message_ref; /**< the message */
    crm_text     mailbox;     /**< the mailbox */
    crm_text     folder;      /**< the folder in it */
    crm_id       owner_id;    /**< whose mailbox it is; 0: none */
    crm_instant  seen_at;     /**< when it was imported from there (UTC) */
    crm_id       differs_id;  /**< its bytes, where they differ from those of the first copy; 0: none */
} crm_message_copy;           /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MESSAGE_COPY_INIT {sizeof(crm_message_copy), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}, {NULL, 0}, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_message_copy_get(crm_reader *reader, crm_id id, crm_message_copy *out, crm_error **error);
CRM_API crm_status crm_message_copy_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                         crm_list **out, crm_error **error);
CRM_API crm_status crm_message_copy_at(const crm_list *list, size_t index, crm_message_copy *out, crm_error **error);
CRM_API crm_status crm_message_copy_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                          int64_t *out, crm_error **error);
CRM_API crm_status crm_message_copy_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_message_copy_add(crm_work *work, crm_message_copy *new_record, crm_error **error);
CRM_API crm_status crm_message_copy_add_all(crm_work *work, crm_message_copy *new_records, size_t count,
                                            crm_error **error);
CRM_API crm_status crm_message_copy_add_with_ids(crm_work *work, crm_message_copy *records, size_t count,
                                                 crm_error **error);
CRM_API crm_status crm_message_copy_save(crm_work *work, crm_message_copy *changed, crm_error **error);
CRM_API crm_status crm_message_copy_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_message_copy_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_message_copy_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Tasks ------------------------------------------------------------------------------------------------------- */

enum { CRM_TASK_DUE_AT = 1u << 0, CRM_TASK_DONE_AT = 1u << 1 };

/** Something to do, by someone, until some day. */
typedef struct crm_task {
    uint32_t        struct_size;    /**< set by CRM_TASK_INIT */
    uint32_t        given;          /**< CRM_TASK_DUE_AT, CRM_TASK_DONE_AT */
    crm_id          id;             /**< 0: not stored yet */
    crm_revision    revision;
    crm_text        title;          /**< what to do, in one line */
    crm_id          responsible_id; /**< who has to do it */
    crm_id          subject_id;     /**< the subject that it concerns; 0: none */
    crm_id          person_id;      /**< the person that it concerns; 0: none */
    crm_id          case_id;        /**< the case that it belongs to; 0: none */
    crm_id          contact_id;     /**< the contact that it came from; 0: none */
    crm_instant     due_at;         /**< until when (UTC); bit CRM_TASK_DUE_AT */
    crm_instant     done_at;        /**< when it was done (UTC); bit CRM_TASK_DONE_AT */
    crm_id          done_by;        /**< who did it; 0: none */
    crm_text        result;         /**< what came of it */
    crm_text        description;    /**< what to do, at length */
    crm_task_status status;         /**< how far it is; 0: open */
    crm_priority    priority;       /**< how urgent it is; 0: normal */
} crm_task;                         /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_TASK_INIT                                                                                           \
    {sizeof(crm_task), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, 0, 0, 0, 0, 0, 0, 0, 0, {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_task_get(crm_reader *reader, crm_id id, crm_task *out, crm_error **error);
CRM_API crm_status crm_task_find(crm_reader *reader, const char *condition, const crm_paging *paging, crm_list **out,
                                 crm_error **error);
CRM_API crm_status crm_task_at(const crm_list *list, size_t index, crm_task *out, crm_error **error);
CRM_API crm_status crm_task_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                  crm_error **error);
CRM_API crm_status crm_task_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_task_add(crm_work *work, crm_task *new_record, crm_error **error);
CRM_API crm_status crm_task_add_all(crm_work *work, crm_task *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_task_add_with_ids(crm_work *work, crm_task *records, size_t count, crm_error **error);
CRM_API crm_status crm_task_save(crm_work *work, crm_task *changed, crm_error **error);
CRM_API crm_status crm_task_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_task_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_task_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Notes ------------------------------------------------------------------------------------------------------- */

/** Any information attached to the records. */
typedef struct crm_note {
    uint32_t     struct_size; /**< set by CRM_NOTE_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       subject_id;  /**< the subject that it is about; 0: none */
    crm_id       person_id;   /**< the person that it is about; 0: none */
    crm_id       contact_id;  /**< the contact that it belongs to; 0: none */
    crm_id       task_id;     /**< the task that it belongs to; 0: none */
    crm_id       case_id;     /**< the case that it belongs to; 0: none */
    crm_id       author_id;   /**< who wrote it; not given: the operator who works */
    crm_instant  written_at;  /**< when it was written (UTC); not given: now */
    crm_text     title;       /**< one line */
    crm_text     body;        /**< the text */
    crm_bool     is_private;  /**< shown to its author alone */
    crm_bool     is_pinned;   /**< shown before the others */
} crm_note;                   /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_NOTE_INIT {sizeof(crm_note), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0, 0, 0, 0, 0, 0, {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_note_get(crm_reader *reader, crm_id id, crm_note *out, crm_error **error);
CRM_API crm_status crm_note_find(crm_reader *reader, const char *condition, const crm_paging *paging, crm_list **out,
                                 crm_error **error);
CRM_API crm_status crm_note_at(const crm_list *list, size_t index, crm_note *out, crm_error **error);
CRM_API crm_status crm_note_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                  crm_error **error);
CRM_API crm_status crm_note_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_note_add(crm_work *work, crm_note *new_record, crm_error **error);
CRM_API crm_status crm_note_add_all(crm_work *work, crm_note *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_note_add_with_ids(crm_work *work, crm_note *records, size_t count, crm_error **error);
CRM_API crm_status crm_note_save(crm_work *work, crm_note *changed, crm_error **error);
CRM_API crm_status crm_note_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_note_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_note_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Documents --------------------------------------------------------------------------------------------------- */

enum {
    CRM_DOCUMENT_RECEIVED_AT = 1u << 0,
    CRM_DOCUMENT_ISSUED_ON = 1u << 1,
    CRM_DOCUMENT_VALID_SINCE = 1u << 2,
    CRM_DOCUMENT_VALID_UNTIL = 1u << 3
};

/** A file or a reference to one. */
typedef struct crm_document {
    uint32_t            struct_size; /**< set by CRM_DOCUMENT_INIT */
    uint32_t            given;       /**< CRM_DOCUMENT_RECEIVED_AT, CRM_DOCUMENT_ISSUED_ON, CRM_DOCUMENT_VALID_SINCE,
                                          CRM_DOCUMENT_VALID_UNTIL */
    crm_id              id;          /**< 0: not stored yet */
    crm_revision        revision;
    crm_text            number;      /**< number that stands on it */
    crm_text            title;       /**< what it is, in one line */
    crm_text            kind;        /**< what kind of document */
    crm_instant         received_at; /**< when we received it (UTC); bit CRM_DOCUMENT_RECEIVED_AT */
    crm_text            file_name;   /**< name of the file, without a folder */
    crm_text            media_type;  /**< media type (RFC 6838), such as application/pdf */
    crm_id              content_id;  /**< the bytes, when they are kept here; 0: none */
    crm_text            reference;   /**< where it is, when it is kept elsewhere */
    crm_document_status status;      /**< draft, active or cancelled; 0: active */
    crm_direction       direction;   /**< which way it went; 0: incoming */
    crm_date            issued_on;   /**< the day it was issued; bit CRM_DOCUMENT_ISSUED_ON */
    crm_date            valid_since; /**< first day that it is valid; bit CRM_DOCUMENT_VALID_SINCE */
    crm_date            valid_until; /**< last day that it is valid; bit CRM_DOCUMENT_VALID_UNTIL */
    uint32_t            reserved;    /**< 0 */
} crm_document;                      /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_DOCUMENT_INIT                                                                                         \
    {sizeof(crm_document), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, {NULL, 0}, {NULL, 0}, 0, \
     {NULL, 0}, 0, 0, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_document_get(crm_reader *reader, crm_id id, crm_document *out, crm_error **error);
CRM_API crm_status crm_document_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                     crm_list **out, crm_error **error);
CRM_API crm_status crm_document_at(const crm_list *list, size_t index, crm_document *out, crm_error **error);
CRM_API crm_status crm_document_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                      int64_t *out, crm_error **error);
CRM_API crm_status crm_document_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_document_add(crm_work *work, crm_document *new_record, crm_error **error);
CRM_API crm_status crm_document_add_all(crm_work *work, crm_document *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_document_add_with_ids(crm_work *work, crm_document *records, size_t count, crm_error **error);
CRM_API crm_status crm_document_save(crm_work *work, crm_document *changed, crm_error **error);
CRM_API crm_status crm_document_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_document_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_document_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Document links ---------------------------------------------------------------------------------------------- */

/** A document that is linked with one other record. */
typedef struct crm_document_link {
    uint32_t     struct_size; /**< set by CRM_DOCUMENT_LINK_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       document_id; /**< the document */
    crm_id       subject_id;  /**< the subject; 0: none */
    crm_id       person_id;   /**< the person; 0: none */
    crm_id       case_id;     /**< the case; 0: none */
    crm_id       contact_id;  /**< the contact; 0: none */
    crm_id       task_id;     /**< the task; 0: none */
    crm_id       note_id;     /**< the note; 0: none */
    crm_id       message_ref; /**< the message that it came with; 0: none */
} crm_document_link;          /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_DOCUMENT_LINK_INIT {sizeof(crm_document_link), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0, 0, 0, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_document_link_get(crm_reader *reader, crm_id id, crm_document_link *out, crm_error **error);
CRM_API crm_status crm_document_link_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                          crm_list **out, crm_error **error);
CRM_API crm_status crm_document_link_at(const crm_list *list, size_t index, crm_document_link *out, crm_error **error);
CRM_API crm_status crm_document_link_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                           int64_t *out, crm_error **error);
CRM_API crm_status crm_document_link_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_document_link_add(crm_work *work, crm_document_link *new_record, crm_error **error);
CRM_API crm_status crm_document_link_add_all(crm_work *work, crm_document_link *new_records, size_t count,
                                             crm_error **error);
CRM_API crm_status crm_document_link_add_with_ids(crm_work *work, crm_document_link *records, size_t count,
                                                  crm_error **error);
CRM_API crm_status crm_document_link_save(crm_work *work, crm_document_link *changed, crm_error **error);
CRM_API crm_status crm_document_link_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_document_link_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_document_link_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Kinds of trade documents ------------------------------------------------------------------------------------ */

/** A kind of trade document: the host's dictionary. */
typedef struct crm_trade_kind {
    uint32_t      struct_size; /**< set by CRM_TRADE_KIND_INIT */
    uint32_t      given;       /**< 0 */
    crm_id        id;          /**< 0: not stored yet */
    crm_revision  revision;
    crm_text      code;        /**< unique name for programs */
    crm_text      name;        /**< name for people */
    crm_counts_as counts_as;   /**< whether its amounts are actual cost, actual revenue, or neither: a goods receipt and
                                    its invoice are not both cost; 0: neither */
    crm_bool      is_reversal; /**< true where its amounts are taken away: returns, credit notes */
} crm_trade_kind;              /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_TRADE_KIND_INIT {sizeof(crm_trade_kind), 0, 0, {0, 0, 0, 0, 0, 0}, {NULL, 0}, {NULL, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_trade_kind_get(crm_reader *reader, crm_id id, crm_trade_kind *out, crm_error **error);
CRM_API crm_status crm_trade_kind_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                       crm_list **out, crm_error **error);
CRM_API crm_status crm_trade_kind_at(const crm_list *list, size_t index, crm_trade_kind *out, crm_error **error);
CRM_API crm_status crm_trade_kind_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                        crm_error **error);
CRM_API crm_status crm_trade_kind_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_trade_kind_add(crm_work *work, crm_trade_kind *new_record, crm_error **error);
CRM_API crm_status crm_trade_kind_add_all(crm_work *work, crm_trade_kind *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_trade_kind_add_with_ids(crm_work *work, crm_trade_kind *records, size_t count,
                                               crm_error **error);
CRM_API crm_status crm_trade_kind_save(crm_work *work, crm_trade_kind *changed, crm_error **error);
CRM_API crm_status crm_trade_kind_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_trade_kind_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_trade_kind_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Kinds that case types admit --------------------------------------------------------------------------------- */

/** A kind of trade document that cases of a type may be linked with. */
typedef struct crm_admitted_kind {
    uint32_t     struct_size; /**< set by CRM_ADMITTED_KIND_INIT */
    uint32_t     given;       /**< 0 */
    crm_id       id;          /**< 0: not stored yet */
    crm_revision revision;
    crm_id       type_id;     /**< the case type that admits it */
    crm_id       kind_id;     /**< the kind of trade document */
} crm_admitted_kind;          /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_ADMITTED_KIND_INIT {sizeof(crm_admitted_kind), 0, 0, {0, 0, 0, 0, 0, 0}, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_admitted_kind_get(crm_reader *reader, crm_id id, crm_admitted_kind *out, crm_error **error);
CRM_API crm_status crm_admitted_kind_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                          crm_list **out, crm_error **error);
CRM_API crm_status crm_admitted_kind_at(const crm_list *list, size_t index, crm_admitted_kind *out, crm_error **error);
CRM_API crm_status crm_admitted_kind_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                           int64_t *out, crm_error **error);
CRM_API crm_status crm_admitted_kind_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_admitted_kind_add(crm_work *work, crm_admitted_kind *new_record, crm_error **error);
CRM_API crm_status crm_admitted_kind_add_all(crm_work *work, crm_admitted_kind *new_records, size_t count,
                                             crm_error **error);
CRM_API crm_status crm_admitted_kind_add_with_ids(crm_work *work, crm_admitted_kind *records, size_t count,
                                                  crm_error **error);
CRM_API crm_status crm_admitted_kind_save(crm_work *work, crm_admitted_kind *changed, crm_error **error);
CRM_API crm_status crm_admitted_kind_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_admitted_kind_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_admitted_kind_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Plan lines -------------------------------------------------------------------------------------------------- */

enum { CRM_PLAN_LINE_PLANNED_ON = 1u << 0 };

/** A planned cost or revenue of a case. */
typedef struct crm_plan_line {
    uint32_t           struct_size; /**< set by CRM_PLAN_LINE_INIT */
    uint32_t           given;       /**< CRM_PLAN_LINE_PLANNED_ON */
    crm_id             id;          /**< 0: not stored yet */
    crm_revision       revision;
    crm_id             case_id;     /**< the case whose plan it belongs to */
    crm_money          planned;     /**< planned value, net of tax */
    crm_text           description; /**< what is planned */
    crm_money_side     side;        /**< cost or revenue */
    crm_money_category category;    /**< what the money is for; 0: other */
    crm_date           planned_on;  /**< the day that it is planned for; bit CRM_PLAN_LINE_PLANNED_ON */
    uint32_t           reserved;    /**< 0 */
} crm_plan_line;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PLAN_LINE_INIT {sizeof(crm_plan_line), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {0, ""}, {NULL, 0}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_plan_line_get(crm_reader *reader, crm_id id, crm_plan_line *out, crm_error **error);
CRM_API crm_status crm_plan_line_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                      crm_list **out, crm_error **error);
CRM_API crm_status crm_plan_line_at(const crm_list *list, size_t index, crm_plan_line *out, crm_error **error);
CRM_API crm_status crm_plan_line_count(crm_reader *reader, const char *condition, crm_bool with_archived, int64_t *out,
                                       crm_error **error);
CRM_API crm_status crm_plan_line_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_plan_line_add(crm_work *work, crm_plan_line *new_record, crm_error **error);
CRM_API crm_status crm_plan_line_add_all(crm_work *work, crm_plan_line *new_records, size_t count, crm_error **error);
CRM_API crm_status crm_plan_line_add_with_ids(crm_work *work, crm_plan_line *records, size_t count, crm_error **error);
CRM_API crm_status crm_plan_line_save(crm_work *work, crm_plan_line *changed, crm_error **error);
CRM_API crm_status crm_plan_line_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_plan_line_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_plan_line_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Trade documents --------------------------------------------------------------------------------------------- */

enum { CRM_TRADE_DOCUMENT_ISSUED_ON = 1u << 0 };

/** A document of the host's (an offer, an order, an invoice…), known here by reference, kind, date and amount. */
typedef struct crm_trade_document {
    uint32_t                  struct_size; /**< set by CRM_TRADE_DOCUMENT_INIT */
    uint32_t                  given;       /**< CRM_TRADE_DOCUMENT_ISSUED_ON */
    crm_id                    id;          /**< 0: not stored yet */
    crm_revision              revision;
    crm_id                    kind_id;     /**< what kind of document */
    crm_text                  reference;   /**< the number that the host gave it, unique in its kind */
    crm_text                  host_key;    /**< what the host finds it by; empty: nothing */
    crm_id                    case_id;     /**< the case that it is linked with; 0: none */
    crm_money                 net;         /**< its value, net of tax; of a reversal what is taken away */
    crm_money_category        category;    /**< what the money is for; 0: other */
    crm_trade_document_status status;      /**< how far it is: a draft and a cancelled one do not count; 0: confirmed */
    crm_date                  issued_on;   /**< the day it was issued; bit CRM_TRADE_DOCUMENT_ISSUED_ON */
    uint32_t                  reserved;    /**< 0 */
} crm_trade_document;                      /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_TRADE_DOCUMENT_INIT \
    {sizeof(crm_trade_document), 0, 0, {0, 0, 0, 0, 0, 0}, 0, {NULL, 0}, {NULL, 0}, 0, {0, ""}, 0, 0, 0, 0}

/* As under "Records". */
CRM_API crm_status crm_trade_document_get(crm_reader *reader, crm_id id, crm_trade_document *out, crm_error **error);
CRM_API crm_status crm_trade_document_find(crm_reader *reader, const char *condition, const crm_paging *paging,
                                           crm_list **out, crm_error **error);
CRM_API crm_status crm_trade_document_at(const crm_list *list, size_t index, crm_trade_document *out,
                                         crm_error **error);
CRM_API crm_status crm_trade_document_count(crm_reader *reader, const char *condition, crm_bool with_archived,
                                            int64_t *out, crm_error **error);
CRM_API crm_status crm_trade_document_history(crm_reader *reader, crm_id id, crm_list **out, crm_error **error);
CRM_API crm_status crm_trade_document_add(crm_work *work, crm_trade_document *new_record, crm_error **error);
CRM_API crm_status crm_trade_document_add_all(crm_work *work, crm_trade_document *new_records, size_t count,
                                              crm_error **error);
CRM_API crm_status crm_trade_document_add_with_ids(crm_work *work, crm_trade_document *records, size_t count,
                                                   crm_error **error);
CRM_API crm_status crm_trade_document_save(crm_work *work, crm_trade_document *changed, crm_error **error);
CRM_API crm_status crm_trade_document_archive(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_trade_document_restore(crm_work *work, crm_id id, crm_error **error);
CRM_API crm_status crm_trade_document_remove(crm_work *work, crm_id id, crm_error **error);

/* ---- Codes: what programs name things by. @return CRM_OK, CRM_NOT_FOUND. ----------------------------------------- */

CRM_API crm_status crm_operator_id(crm_reader *reader, const char *code, crm_id *out, crm_error **error);
CRM_API crm_status crm_base_id(crm_reader *reader, const char *code, crm_id *out, crm_error **error);
CRM_API crm_status crm_contact_kind_id(crm_reader *reader, const char *code, crm_id *out, crm_error **error);
CRM_API crm_status crm_case_type_id(crm_reader *reader, const char *code, crm_id *out, crm_error **error);
CRM_API crm_status crm_trade_kind_id(crm_reader *reader, const char *code, crm_id *out, crm_error **error);
/** Of the scheme of a case type. */
CRM_API crm_status crm_phase_id(crm_reader *reader, crm_id type_id, const char *code, crm_id *out, crm_error **error);

/* ---- Subjects and persons: registered with their party, numbers and contact points in one call ------------------- */

enum { CRM_NATURAL_BIRTH_DATE = 1u << 0, CRM_NATURAL_WITH_PERSON = 1u << 1 };

/** A private person, or a sole trader who is registered as that one person. */
typedef struct crm_natural {
    uint32_t           struct_size; /**< set by CRM_NATURAL_INIT */
    uint32_t           given;       /**< CRM_NATURAL_BIRTH_DATE, CRM_NATURAL_WITH_PERSON */
    crm_id             subject_id;  /**< written by the library */
    crm_id             party_id;    /**< written by the library */
    crm_id             person_id;   /**< written by the library */
    crm_text           number;      /**< from the host's own series */
    crm_text           given_name;
    crm_text           middle_names;
    crm_text           family_name;
    crm_text           title;
    crm_text           pesel;
    crm_text           nip;
    crm_text           regon;
    crm_text           email;
    crm_text           phone;
    crm_id             keeper_id;   /**< 0: none */
    crm_date           birth_date;  /**< if CRM_NATURAL_BIRTH_DATE is given */
    crm_subject_status status;      /**< 0: prospect */
    crm_bool           with_person; /**< makes the person that shares its data; without CRM_NATURAL_WITH_PERSON: 1 */
    uint32_t           reserved;    /**< 0 */
} crm_natural;                      /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_NATURAL_INIT                                                                                           \
    {sizeof(crm_natural), 0, 0, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0, 0}

/** A legal person, a partnership, or a sole trader registered as a firm. */
typedef struct crm_legal {
    uint32_t           struct_size; /**< set by CRM_LEGAL_INIT */
    uint32_t           given;       /**< 0 */
    crm_id             subject_id;  /**< written by the library */
    crm_id             party_id;    /**< written by the library */
    crm_text           number;      /**< from the host's own series */
    crm_text           name;
    crm_text           short_name;
    crm_text           nip;
    crm_text           regon;
    crm_text           krs;
    crm_text           vat;
    crm_text           email;
    crm_text           phone;
    crm_id             keeper_id;   /**< 0: none */
    crm_subject_status status;      /**< 0: prospect */
    uint32_t           reserved;    /**< 0 */
} crm_legal;                        /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_LEGAL_INIT                                                                                        \
    {sizeof(crm_legal), 0, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, 0, 0, 0}

/** Someone at a legal subject; at a natural one only the person that shares its data. */
typedef struct crm_new_person {
    uint32_t          struct_size; /**< set by CRM_NEW_PERSON_INIT */
    uint32_t          given;       /**< 0 */
    crm_id            subject_id;
    crm_id            party_id;    /**< written by the library */
    crm_id            person_id;   /**< written by the library */
    crm_text          given_name;
    crm_text          middle_names;
    crm_text          family_name;
    crm_text          title;
    crm_text          position;
    crm_text          department;
    crm_text          email;
    crm_text          phone;
    crm_decision_role decision_role; /**< 0: none */
    uint32_t          reserved;      /**< 0 */
} crm_new_person;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_NEW_PERSON_INIT                                                                                           \
    {sizeof(crm_new_person), 0, 0, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, 0, 0}

/** Registers a natural subject, and the person that shares its party. @return CRM_OK, CRM_VALIDATION_ERROR. */
CRM_API crm_status crm_natural_add(crm_work *work, crm_natural *natural, crm_error **error);
/** Registers a legal subject. @return CRM_OK, CRM_VALIDATION_ERROR. */
CRM_API crm_status crm_legal_add(crm_work *work, crm_legal *legal, crm_error **error);
/** Registers a person of a subject. @return CRM_OK, CRM_VALIDATION_ERROR. */
CRM_API crm_status crm_person_register(crm_work *work, crm_new_person *person, crm_error **error);

/** Makes a subject legal, or natural. To legal: the person gets a party of its own with the names, the PESEL, the birth
 *  date and the private contact points. To natural: subject and person get one party again.
 *  @return CRM_OK; CRM_VALIDATION_ERROR with all that stands in the way; CRM_NOT_FOUND. */
CRM_API crm_status crm_subject_change_kind(crm_work *work, crm_id subject_id, crm_subject_kind kind, crm_error **error);

/** @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. */
CRM_API crm_status crm_party_add_contact_point(crm_work *work, crm_id party_id, crm_contact_point_kind kind,
                                               crm_text value, crm_error **error);
/** @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. */
CRM_API crm_status crm_party_add_number(crm_work *work, crm_id party_id, crm_number_kind kind, crm_text value,
                                        crm_error **error);

/** Puts a subject into a base. @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. */
CRM_API crm_status crm_base_put(crm_work *work, crm_id base_id, crm_id subject_id, crm_text reason, crm_error **error);
/** Takes a subject out of a base. @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. */
CRM_API crm_status crm_base_take_out(crm_work *work, crm_id base_id, crm_id subject_id, crm_error **error);

/* ---- Cases. `at`: NULL for now. @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. ----------------------------- */

/** Moves an open case to another phase of its scheme. */
CRM_API crm_status crm_case_enter_phase(crm_work *work, crm_id case_id, const char *phase_code, crm_error **error);
/** The same by the phase's id, and at a moment that is not before the case's last change. */
CRM_API crm_status crm_case_enter_phase_at(crm_work *work, crm_id case_id, crm_id phase_id, const crm_instant *at,
                                           crm_error **error);
/** Closes a case: it enters the first phase of the stage closed. A reason is required when it is lost. */
CRM_API crm_status crm_case_close(crm_work *work, crm_id case_id, crm_case_outcome outcome, crm_text reason,
                                  const crm_instant *at, crm_error **error);
/** Opens a closed case again, in the phase that is named, or (NULL) in the last one that it was open in. */
CRM_API crm_status crm_case_reopen(crm_work *work, crm_id case_id, crm_text reason, const char *phase_code,
                                   const crm_instant *at, crm_error **error);
/** Gives a case another keeper. */
CRM_API crm_status crm_case_hand_over(crm_work *work, crm_id case_id, crm_id keeper_id, crm_error **error);
/** Hands over every open case of an operator. `count`: how many there were, or NULL. */
CRM_API crm_status crm_case_hand_over_all(crm_work *work, crm_id from_id, crm_id to_id, size_t *count,
                                          crm_error **error);

/** Removes a phase, or archives one that the past knows. Its cases are moved to `move_to_id`; 0: there must be none.
 *  @return CRM_OK; CRM_VALIDATION_ERROR `phase.removed.used`; CRM_NOT_FOUND. */
CRM_API crm_status crm_phase_remove_moving(crm_work *work, crm_id phase_id, crm_id move_to_id, crm_error **error);

/* ---- What belongs together. @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. --------------------------------- */

CRM_API crm_status crm_contact_link_case(crm_work *work, crm_id contact_id, crm_id case_id, crm_error **error);
CRM_API crm_status crm_contact_unlink_case(crm_work *work, crm_id contact_id, crm_id case_id, crm_error **error);
CRM_API crm_status crm_document_link_subject(crm_work *work, crm_id document_id, crm_id subject_id, crm_error **error);
CRM_API crm_status crm_document_link_person(crm_work *work, crm_id document_id, crm_id person_id, crm_error **error);
CRM_API crm_status crm_document_link_case(crm_work *work, crm_id document_id, crm_id case_id, crm_error **error);
CRM_API crm_status crm_document_link_contact(crm_work *work, crm_id document_id, crm_id contact_id, crm_error **error);
CRM_API crm_status crm_document_link_task(crm_work *work, crm_id document_id, crm_id task_id, crm_error **error);
CRM_API crm_status crm_document_link_note(crm_work *work, crm_id document_id, crm_id note_id, crm_error **error);

/** Names an employee of ours, or a person, who took part in a contact. */
CRM_API crm_status crm_contact_add_employee(crm_work *work, crm_id contact_id, crm_id operator_id, crm_error **error);
CRM_API crm_status crm_contact_add_person(crm_work *work, crm_id contact_id, crm_id person_id, crm_error **error);

/** As crm_contact_add(), with the employees who took part instead of the operator who works. */
CRM_API crm_status crm_contact_add_with(crm_work *work, crm_contact *new_contact, crm_ids employees, crm_error **error);

/** Marks a task as done. `at`: NULL for now. */
CRM_API crm_status crm_task_complete(crm_work *work, crm_id task_id, crm_text result, const crm_instant *at,
                                     crm_error **error);

/** Keeps bytes once, whatever refers to them. `out`: the id of the content. */
CRM_API crm_status crm_content_keep(crm_work *work, crm_bytes bytes, crm_id *out, crm_error **error);

/* ---- The history of a record ------------------------------------------------------------------------------------- */

/** What an operation did to one record. Written by the library. */
typedef struct crm_change {
    uint32_t   struct_size;  /**< set by CRM_CHANGE_INIT */
    crm_action action;
    crm_id     operation_id; /**< who and when: crm_operation_get() */
    int64_t    position;     /**< in the operation, from 0 */
    crm_text   record;       /**< "case" */
    crm_id     record_id;
    int64_t    version;      /**< that it got; 0 of a record without versions */
    crm_text   fields;       /**< {"title": ["old", "new"]} as JSON, of a change; the old values of a removed record */
} crm_change;                /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_CHANGE_INIT {sizeof(crm_change), 0, 0, 0, {NULL, 0}, 0, 0, {NULL, 0}}

/** Reads a change of a list that crm_T_history() gave; as crm_T_at(). */
CRM_API crm_status crm_change_at(const crm_list *list, size_t index, crm_change *out, crm_error **error);

/* ---- The change feed: what was committed, in an order where no effect comes before its cause ---------------------- */

/** One committed operation, whole. */
typedef struct crm_feed_entry {
    uint32_t    struct_size;  /**< set by CRM_FEED_ENTRY_INIT */
    uint32_t    reserved;     /**< 0 */
    int64_t     position;     /**< in the feed: `after` of the call that goes on behind it */
    crm_id      operation_id;
    crm_id      operator_id;  /**< who did it; 0: the library itself, as when it starts a new database */
    crm_instant at;           /**< when it was begun */
    crm_text    cause;        /**< what made it: "work", "import", or what the host says */
    int64_t     stamp;        /**< orders operations so that no effect comes before its cause */
    crm_text    key;          /**< unique key of the host's; empty: none */
    int64_t     changes;      /**< how many there are for crm_feed_change_at() */
} crm_feed_entry;             /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_FEED_ENTRY_INIT {sizeof(crm_feed_entry), 0, 0, 0, 0, 0, {NULL, 0}, 0, {NULL, 0}, 0}

/** Reads whole operations behind a place in the feed, at most `limit` (0: 100). Whoever goes on from the position of the
 *  last one sees every operation once, whoever writes meanwhile. `after`: 0 for the beginning. `out`: a list for
 *  crm_feed_at() and crm_feed_change_at(); an empty one: there is no more yet.
 *  @return CRM_OK, CRM_BUSY, CRM_UNAVAILABLE; CRM_OUT_OF_RANGE when operations behind `after` are not kept any more. */
CRM_API crm_status crm_feed_read(crm_database *database, int64_t after, size_t limit, crm_list **out,
                                 crm_error **error);
/** As crm_T_at(). */
CRM_API crm_status crm_feed_at(const crm_list *list, size_t index, crm_feed_entry *out, crm_error **error);
/** A change of the entry at `index`, in the order in which they were made. As crm_T_at(). */
CRM_API crm_status crm_feed_change_at(const crm_list *list, size_t index, size_t change, crm_change *out,
                                      crm_error **error);

/** Removes operations and their history that were begun before that moment; the last one stays. What is removed is not
 *  known to history, feed and merging any more. `count`: how many they were; NULL: do not tell.
 *  @return CRM_OK, CRM_BUSY, CRM_UNAVAILABLE, CRM_READ_ONLY. */
CRM_API crm_status crm_forget_history(crm_database *database, crm_instant before, int64_t *count, crm_error **error);

/* ---- The timeline: what happened with whom in which case --------------------------------------------------------- */

/** The place of an entry in a timeline. Frozen. */
typedef struct crm_timeline_place {
    crm_instant       at;
    crm_id            id;
    crm_timeline_kind kind;
    int32_t           reserved; /**< 0 */
} crm_timeline_place;

/** What concerns all that is given: of a subject and a case, what belongs to both. */
typedef struct crm_timeline_query {
    uint32_t           struct_size; /**< set by CRM_TIMELINE_QUERY_INIT */
    uint32_t           given;       /**< 0 */
    crm_id             subject_id;
    crm_id             person_id;
    crm_id             case_id;
    crm_timeline_place after;       /**< the last entry of the page before; id 0: the first page */
    size_t             limit;       /**< 0: 50 */
    uint64_t           kinds;       /**< those wanted, a bit each: CRM_TIMELINE_KINDS(CRM_TIMELINE_KIND_CONTACT) | …; 0: every kind */
} crm_timeline_query;               /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_TIMELINE_KINDS(kind) (UINT64_C(1) << (kind))

#define CRM_TIMELINE_QUERY_INIT {sizeof(crm_timeline_query), 0, 0, 0, 0, {0, 0, 0, 0}, 0, 0}

/** One thing that happened, at its own moment. Written by the library. */
typedef struct crm_timeline_entry {
    uint32_t          struct_size; /**< set by CRM_TIMELINE_ENTRY_INIT */
    crm_timeline_kind kind;
    crm_instant       at;          /**< contact: took place; note: written; task: created, or done; document:
                                        received, or added */
    crm_id            id;          /**< of the contact, note, task or document; of the case state of a phase change */
    crm_id            operator_id; /**< contact: the first employee who took part; note: its author; task: who is responsible, or did it; else who entered it; 0: unknown */
    crm_id            case_id;     /**< of a phase change, and of a note or task that belongs to a case; 0: none */
    crm_text          title;       /**< summary, title, or the code of the phase that was entered */
    crm_text          detail;      /**< the code of the kind of a contact; the code of the phase that was left */
} crm_timeline_entry;              /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_TIMELINE_ENTRY_INIT {sizeof(crm_timeline_entry), 0, 0, 0, 0, 0, {NULL, 0}, {NULL, 0}}

/** Contacts, notes, tasks, documents and phase changes, newest first: a list for crm_timeline_at().
 *  @return CRM_OK; CRM_INVALID_ARGUMENT when it names neither subject nor person nor case. */
CRM_API crm_status crm_timeline(crm_reader *reader, const crm_timeline_query *query, crm_list **out, crm_error **error);
/** As crm_T_at(). */
CRM_API crm_status crm_timeline_at(const crm_list *list, size_t index, crm_timeline_entry *out, crm_error **error);

/* ---- The sales funnel: counts and money of cases by phase -------------------------------------------------------- */

enum { CRM_FUNNEL_QUERY_AS_OF = 1u << 0 };

/** Which cases are counted. Archived ones never are, nor internal ones unless they are asked for. */
typedef struct crm_funnel_query {
    uint32_t    struct_size;   /**< set by CRM_FUNNEL_QUERY_INIT */
    uint32_t    given;         /**< CRM_FUNNEL_QUERY_AS_OF */
    const char *type;          /**< code of a case type; NULL: every type */
    crm_instant as_of;         /**< the funnel of that moment, if CRM_FUNNEL_QUERY_AS_OF is given; otherwise of now */
    crm_id      keeper_id;     /**< 0: of every keeper */
    crm_bool    with_internal; /**< cases without a subject too */
    uint32_t    reserved;      /**< 0 */
} crm_funnel_query;            /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_FUNNEL_QUERY_INIT {sizeof(crm_funnel_query), 0, NULL, 0, 0, 0, 0}

/** Cases of one phase with amounts in one currency. Written by the library. */
typedef struct crm_funnel_row {
    uint32_t  struct_size; /**< set by CRM_FUNNEL_ROW_INIT */
    crm_stage stage;
    crm_id    phase_id;
    crm_text  phase;       /**< its code */
    crm_text  name;        /**< its name */
    int64_t   count;       /**< cases */
    crm_money sum;         /**< of expected values; in XXX and zero for the cases that carry no money */
    crm_money weighted;    /**< of expected values by probability, each rounded to the digits of its currency */
    int32_t   ordinal;
    uint32_t  reserved;    /**< 0 */
} crm_funnel_row;          /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_FUNNEL_ROW_INIT {sizeof(crm_funnel_row), 0, 0, {NULL, 0}, {NULL, 0}, 0, {0, ""}, {0, ""}, 0, 0}

/** By scheme, stage and ordinal of the phases, then by currency; phases without cases are there once, with zeros: a
 *  list for crm_funnel_at(). `query`: NULL for all of it.
 *  @return CRM_OK; CRM_NOT_FOUND when no case type has that code; CRM_OUT_OF_RANGE when a sum has no room. */
CRM_API crm_status crm_funnel(crm_reader *reader, const crm_funnel_query *query, crm_list **out, crm_error **error);
/** As crm_T_at(). */
CRM_API crm_status crm_funnel_at(const crm_list *list, size_t index, crm_funnel_row *out, crm_error **error);

/* ---- Plan against actual ----------------------------------------------------------------------------------------- */

enum { CRM_PLAN_ROW_BASIS_POINTS = 1u << 0 };

/** Plan and actual of a case in one currency, on one side, of one category or of all. Written by the library. */
typedef struct crm_plan_row {
    uint32_t           struct_size;  /**< set by CRM_PLAN_ROW_INIT */
    uint32_t           given;        /**< CRM_PLAN_ROW_BASIS_POINTS */
    crm_money          planned;      /**< sum of the plan lines in use */
    crm_money          actual;       /**< sum of the trade documents that are confirmed or posted and in use, as far as
                                          their kind counts as that side; those of a reversal are taken away */
    crm_money          difference;   /**< actual less planned */
    int64_t            basis_points; /**< actual as a share of the plan in 1/100 of a per cent, rounded half away from
                                          zero: 10 000 is just as planned; none where nothing was planned; bit
                                          CRM_PLAN_ROW_BASIS_POINTS */
    crm_money_side     side;
    crm_money_category category;     /**< 0: the total of the side in this currency */
} crm_plan_row;                      /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PLAN_ROW_INIT {sizeof(crm_plan_row), 0, {0, ""}, {0, ""}, {0, ""}, 0, 0, 0}

/** What a case costs and brings in against its plan. By currency and side: the categories that have plan lines or
 *  documents, then their total: a list for crm_plan_row_at(). Empty of a case without plan lines and trade documents.
 *  @return CRM_OK; CRM_OUT_OF_RANGE when a sum, difference or share has no room. */
CRM_API crm_status crm_plan_against_actual(crm_reader *reader, crm_id case_id, crm_list **out, crm_error **error);
/** As crm_T_at(). */
CRM_API crm_status crm_plan_row_at(const crm_list *list, size_t index, crm_plan_row *out, crm_error **error);

/** Which cases are compared. */
typedef struct crm_overrun_query {
    uint32_t       struct_size; /**< set by CRM_OVERRUN_QUERY_INIT */
    crm_money_side side;        /**< 0: cost */
    size_t         limit;       /**< at most so many of each currency; 0: 20 */
} crm_overrun_query;            /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_OVERRUN_QUERY_INIT {sizeof(crm_overrun_query), 0, 0}

enum { CRM_OVERRUN_BASIS_POINTS = 1u << 0 };

/** Plan and actual of a case in one currency, on the side that was asked for. Written by the library. */
typedef struct crm_overrun {
    uint32_t  struct_size;  /**< set by CRM_OVERRUN_INIT */
    uint32_t  given;        /**< CRM_OVERRUN_BASIS_POINTS */
    crm_id    case_id;
    crm_text  number;       /**< of the case */
    crm_text  title;        /**< of the case */
    crm_money planned;      /**< as in crm_plan_row */
    crm_money actual;
    crm_money difference;   /**< actual less planned */
    int64_t   basis_points; /**< as in crm_plan_row; bit CRM_OVERRUN_BASIS_POINTS */
} crm_overrun;              /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_OVERRUN_INIT {sizeof(crm_overrun), 0, 0, {NULL, 0}, {NULL, 0}, {0, ""}, {0, ""}, {0, ""}, 0}

/** The cases that are furthest above their plan: by currency, then the greatest difference first, then by id. Of those
 *  that are not archived and have a plan line of that side in that currency: a list for crm_overrun_at(). `query`: NULL
 *  for the first cases by cost. @return as crm_plan_against_actual(). */
CRM_API crm_status crm_overruns(crm_reader *reader, const crm_overrun_query *query, crm_list **out, crm_error **error);
/** As crm_T_at(). */
CRM_API crm_status crm_overrun_at(const crm_list *list, size_t index, crm_overrun *out, crm_error **error);

/* ---- E-mail: what a host has parsed itself; crm_mail.h parses it ------------------------------------------------- */

/** One mailbox of an address header. Frozen. */
typedef struct crm_mail_address {
    crm_text name;
    crm_text address; /**< ASCII letters in lower case: "anna@example.pl" */
} crm_mail_address;

typedef struct crm_mail_addresses {
    const crm_mail_address *data;
    size_t                  size;
} crm_mail_addresses;

/** A part that is neither the text of the message nor its HTML. */
typedef struct crm_mail_attachment {
    uint32_t  struct_size;         /**< set by CRM_MAIL_ATTACHMENT_INIT */
    crm_bool  is_inline;           /**< shown within the HTML: not a document of its own */
    crm_text  file_name;           /**< as the sender wrote it */
    crm_text  media_type;          /**< "application/pdf", lower case */
    crm_bytes content;             /**< decoded */
    crm_text  sha256;              /**< of `content`, in hexadecimal; not given: computed */
    crm_text  content_id;          /**< what the HTML calls it, without brackets */
    crm_text  enclosed_message_id; /**< Message-ID of a message/rfc822, without brackets */
} crm_mail_attachment;             /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MAIL_ATTACHMENT_INIT                                                                       \
    {sizeof(crm_mail_attachment), 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}}

typedef struct crm_mail_attachments {
    const crm_mail_attachment *data; /**< stepped by the first one's struct_size */
    size_t                     size;
} crm_mail_attachments;

enum { CRM_PARSED_MESSAGE_SENT_AT = 1u << 0 };

/** What an e-mail is understood to be. */
typedef struct crm_parsed_message {
    uint32_t             struct_size; /**< set by CRM_PARSED_MESSAGE_INIT */
    uint32_t             given;       /**< CRM_PARSED_MESSAGE_SENT_AT */
    crm_text             message_id;  /**< without brackets, its case kept; empty: none */
    crm_instant          sent_at;     /**< if CRM_PARSED_MESSAGE_SENT_AT is given */
    crm_mail_addresses   from;
    crm_mail_addresses   sender;
    crm_mail_addresses   reply_to;
    crm_mail_addresses   to;
    crm_mail_addresses   cc;
    crm_text             subject;     /**< decoded, one line */
    crm_texts            in_reply_to; /**< every id, without brackets */
    crm_texts            references;  /**< oldest first, without brackets */
    crm_text             text;        /**< first text/plain that is no attachment */
    crm_text             html;        /**< first text/html that is no attachment */
    crm_mail_attachments attachments;
    crm_text             auto_submitted; /**< RFC 3834 keyword in lower case */
    crm_text             precedence;     /**< lower case */
    crm_text             headers;        /**< as they came, as valid UTF-8 */
    crm_texts            defects;        /**< codes: docs/mail.md has their meaning */
    crm_bool             has_html;
    crm_bool             is_automatic;   /**< no person wrote it: auto-reply, bulk, list, junk or report */
    crm_bool             is_report;      /**< multipart/report: a bounce or a receipt (RFC 6522) */
    uint32_t             reserved;       /**< 0 */
} crm_parsed_message;                    /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_PARSED_MESSAGE_INIT                                                                                     \
    {sizeof(crm_parsed_message), 0, {NULL, 0}, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, \
     {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0}

enum { CRM_MAIL_OPTIONS_KEEP_RAW = 1u << 0 };

/** How messages are taken in. */
typedef struct crm_mail_options {
    uint32_t    struct_size;        /**< set by CRM_MAIL_OPTIONS_INIT */
    uint32_t    given;              /**< CRM_MAIL_OPTIONS_KEEP_RAW */
    const char *mailbox;            /**< its name, such as "anna@example.pl"; NULL: that of its owner */
    crm_id      mailbox_of;         /**< whose it is; 0: of the operator who works */
    const char *folder;
    crm_words   our_domains;        /**< beside the addresses of operators */
    crm_words   free_domains;       /**< whose addresses tell nothing of a firm, beside the well-known ones */
    crm_words   ignored_addresses;  /**< "noreply@shop.example", or "@shop.example" for a domain */
    size_t      largest_attachment; /**< bytes; a larger one is left out, and reported; 0: 25 000 000 */
    crm_bool    without_plus;       /**< matches anna+news@example.pl as anna@example.pl */
    crm_bool    create_unknown;     /**< makes a natural subject of an unknown sender */
    crm_bool    keep_raw;           /**< keeps the bytes of every message; without CRM_MAIL_OPTIONS_KEEP_RAW: 1 */
    uint32_t    reserved;           /**< 0 */
} crm_mail_options;                 /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MAIL_OPTIONS_INIT                                                                    \
    {sizeof(crm_mail_options), 0, NULL, 0, NULL, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0, 0}

/** A record that a message could have been matched with, and why it was not. Frozen. */
typedef struct crm_mail_candidate {
    crm_text record; /**< subject or person */
    crm_id   id;
    crm_text why_not;
} crm_mail_candidate;

typedef struct crm_mail_candidates {
    const crm_mail_candidate *data;
    size_t                    size;
} crm_mail_candidates;

/** What became of a message. Written by the library. */
typedef struct crm_imported_mail {
    uint32_t            struct_size; /**< set by CRM_IMPORTED_MAIL_INIT */
    crm_mail_result     result;
    crm_id              message_id;
    crm_id              contact_id;
    crm_id              subject_id;
    crm_id              person_id;
    crm_id              case_id;
    crm_ids             documents;
    crm_text            rule;      /**< what matched it: "person.address", "subject.domain", "thread"… */
    crm_text            case_rule; /**< what chose the case: "thread", "subject.open"; empty: none */
    crm_mail_candidates rejected;
    crm_texts           warnings;  /**< sentences: an attachment left out, a closed case, a copy that differs */
    crm_bool            case_was_closed;
    uint32_t            reserved;  /**< 0 */
} crm_imported_mail;               /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_IMPORTED_MAIL_INIT                                                                                 \
    {sizeof(crm_imported_mail), 0, 0, 0, 0, 0, 0, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0}

/** Takes in a message that the host has parsed. `raw`: the message as it came, by which a copy that differs is told.
 *  `options`: NULL for none. `out`: a list of one for crm_imported_mail_at(), or NULL.
 *  @return CRM_OK, CRM_VALIDATION_ERROR, CRM_CONFLICT. */
CRM_API crm_status crm_message_import(crm_work *work, const crm_parsed_message *message, crm_bytes raw,
                                      const crm_mail_options *options, crm_list **out, crm_error **error);
/** Matches a message that waits with a subject and (0: none) a person, by hand. `out`: as crm_message_import().
 *  @return CRM_OK, CRM_VALIDATION_ERROR, CRM_NOT_FOUND. */
CRM_API crm_status crm_message_match(crm_work *work, crm_id message_id, crm_id subject_id, crm_id person_id,
                                     crm_list **out, crm_error **error);
/** Tries again what waits unmatched: senders may have become known. `out`: what became of each that no longer waits, as
 *  crm_message_import(). @return CRM_OK. */
CRM_API crm_status crm_message_match_waiting(crm_work *work, const crm_mail_options *options, crm_list **out,
                                             crm_error **error);
/** As crm_T_at(). */
CRM_API crm_status crm_imported_mail_at(const crm_list *list, size_t index, crm_imported_mail *out, crm_error **error);

#ifdef __cplusplus
}
#endif
#endif
