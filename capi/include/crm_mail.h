/**
 * The C interface of crm's e-mail: understands messages, and takes them in through crm.h, whose conventions hold here too.
 *
 *     DO(crm_message_import_file(work, "offer.eml", &imported, &error));
 *
 * A library of its own, libcrm-mail-c, because the parser brings GMime and GLib along. (GLib, which decodes the headers,
 * ends the process when a small allocation fails.)
 */
#ifndef CRM_MAIL_H
#define CRM_MAIL_H

#include "crm.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- One message into a work ------------------------------------------------------------------------------------- */

/** Takes in the message in a file, as crm_message_import() does. `out`: a list of one for crm_imported_mail_at(), or NULL.
 *  @return CRM_OK; CRM_NOT_FOUND when there is no such file; CRM_UNAVAILABLE when it cannot be read; CRM_VALIDATION_ERROR,
 *  CRM_CONFLICT. */
CRM_API crm_status crm_message_import_file(crm_work *work, const char *path, crm_list **out, crm_error **error);

/** The same from the bytes of a message. `options`: NULL for none. @return CRM_OK, CRM_VALIDATION_ERROR, CRM_CONFLICT. */
CRM_API crm_status crm_message_import_bytes(crm_work *work, crm_bytes raw, const crm_mail_options *options, crm_list **out,
                                            crm_error **error);

/* ---- Whole mailboxes into a database ----------------------------------------------------------------------------- */

/** How far an import is, after each message. Written by the library. */
typedef struct crm_mail_progress {
    uint32_t        struct_size;
    crm_mail_result result;    /**< what became of the last message */
    size_t          done;      /**< messages so far */
    size_t          committed; /**< those of them that are there for good */
    crm_text        file;      /**< of the last message; lent for the call */
} crm_mail_progress;           /* new fields go here, at the end, without holes, and nowhere else */

/** Is told how far an import is, by the thread that called it. Anything but 0 gives the import up. */
typedef int (*crm_mail_watch)(void *user, const crm_mail_progress *progress);

/** How a mailbox is imported; all of it may be left out. */
typedef struct crm_mail_import_options {
    uint32_t                struct_size; /**< set by CRM_MAIL_IMPORT_OPTIONS_INIT */
    uint32_t                reserved;    /**< 0 */
    const crm_mail_options *messages;    /**< how each is taken in; its folder, if NULL, is the one the message is found in */
    size_t                  piece;       /**< how many messages are committed together; 0: 100 */
    crm_mail_watch          watch;       /**< NULL: nobody */
    void                   *watch_user;  /**< what `watch` is called with */
} crm_mail_import_options;               /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MAIL_IMPORT_OPTIONS_INIT {sizeof(crm_mail_import_options), 0, NULL, 0, NULL, NULL}

/** What became of each message of an import. Many threads may read it at once. */
typedef struct crm_mail_report crm_mail_report;

enum { CRM_MAIL_ENTRY_INDEX = 1u << 0 };

/** One message of an import. Written by the library; its texts and its list are lent until the report is freed. */
typedef struct crm_mail_entry {
    uint32_t        struct_size; /**< set by CRM_MAIL_ENTRY_INIT */
    uint32_t        given;       /**< CRM_MAIL_ENTRY_INDEX */
    crm_text        file;        /**< relative to the folder that was imported, or the file's name */
    size_t          index;       /**< position in an mbox, from 0, if CRM_MAIL_ENTRY_INDEX is given */
    crm_text        folder;      /**< within what was imported; empty: its top */
    const crm_list *imported;    /**< of one for crm_imported_mail_at(); NULL when it failed */
    crm_text        problem;     /**< why it failed, or what was left out of it; empty: nothing */
    crm_mail_result result;      /**< what became of it */
    uint32_t        reserved;    /**< 0 */
} crm_mail_entry;                /* new fields go here, at the end, without holes, and nowhere else */

#define CRM_MAIL_ENTRY_INIT {sizeof(crm_mail_entry), 0, {NULL, 0}, 0, {NULL, 0}, NULL, {NULL, 0}, 0, 0}

/** Imports every message of a file (one message, or an mbox) or a folder (Maildirs, and files of either kind at any depth),
 *  in works of their own, as the operator with that login. A message that fails is reported and passed over. `options`:
 *  NULL for none. `out` (or NULL) is handed over whatever is returned, once the import has begun: it tells of the messages
 *  that are there for good. Importing once more takes in the rest: no message is taken in twice.
 *  @return CRM_OK; CRM_NOT_FOUND when there is nothing at `path`, or no such operator; CRM_UNAVAILABLE; CRM_CANCELLED when
 *  `watch` gave it up: what was not committed yet is rolled back; CRM_BUSY. */
CRM_API crm_status crm_mail_import_path(crm_database *database, const char *operator_code, const char *path,
                                        const crm_mail_import_options *options, crm_mail_report **out, crm_error **error);

CRM_API size_t crm_mail_report_size(const crm_mail_report *report);                          /**< Messages; 0 of NULL. */
CRM_API size_t crm_mail_report_count(const crm_mail_report *report, crm_mail_result result); /**< Those it became of. */

/** @return CRM_OK; CRM_INVALID_ARGUMENT past the end. */
CRM_API crm_status crm_mail_report_at(const crm_mail_report *report, size_t index, crm_mail_entry *out, crm_error **error);
CRM_API void       crm_mail_report_free(crm_mail_report *report);

#ifdef __cplusplus
}
#endif
#endif
