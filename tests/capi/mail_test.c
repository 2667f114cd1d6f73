/* A host that imports e-mail through crm_mail.h. The argument is a folder to write into. */
#include "check.h"

#include "crm_mail.h"

static const char from_jan[] = "From: Jan Kowalski <jan@example.pl>\n"
                               "To: anna@our.example\n"
                               "Date: Mon, 2 Mar 2026 10:00:00 +0100\n"
                               "Message-ID: <roof-%d@example.pl>\n"
                               "Subject: Roof\n"
                               "\n"
                               "It leaks.\n";

static char folder[1024];

/* Lent until four others were asked for. */
static const char *path_of(const char *name)
{
    static char   paths[4][2048];
    static size_t next;
    char         *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* An mbox of `count` messages. */
static const char *write_mbox(const char *name, int count)
{
    const char *path = path_of(name);
    FILE       *file = fopen(path, "wb");
    CHECK(file != NULL);
    for (int i = 0; i != count; ++i) {
        fprintf(file, "From jan@example.pl Mon Mar  2 10:00:00 2026\n");
        fprintf(file, from_jan, i);
        fprintf(file, "\n");
    }
    fclose(file);
    return path;
}

static const char *write_message(const char *name, int number)
{
    const char *path = path_of(name);
    FILE       *file = fopen(path, "wb");
    CHECK(file != NULL);
    fprintf(file, from_jan, number);
    fclose(file);
    return path;
}

static crm_natural register_jan(crm_work *work)
{
    crm_natural jan = CRM_NATURAL_INIT;
    jan.given_name  = CRM_TEXT("Jan");
    jan.family_name = CRM_TEXT("Kowalski");
    jan.email       = CRM_TEXT("jan@example.pl");
    DO(crm_natural_add(work, &jan, &error));
    return jan;
}

static int64_t messages(crm_database *database)
{
    crm_view *view  = NULL;
    int64_t   count = 0;
    DO(crm_view_begin(database, "anna", &view, &error));
    DO(crm_message_count(crm_view_reader(view), NULL, 1, &count, &error));
    crm_view_free(view);
    return count;
}

static void one_message_is_taken_in_once(void)
{
    crm_database     *database = open_memory();
    crm_work         *work     = begin(database);
    crm_natural       jan      = register_jan(work);
    crm_imported_mail mail     = CRM_IMPORTED_MAIL_INIT;
    crm_list         *imported = NULL;
    const char       *path     = write_message("one.eml", 1);

    DO(crm_message_import_file(work, path, &imported, &error));
    CHECK(crm_list_size(imported) == 1);
    DO(crm_imported_mail_at(imported, 0, &mail, &error));
    CHECK(mail.result == CRM_MAIL_RESULT_IMPORTED && mail.person_id == jan.person_id && mail.subject_id == jan.subject_id);
    CHECK(mail.contact_id != 0 && mail.message_id != 0 && equal(mail.rule, "person.address"));
    crm_list_free(imported);

    DO(crm_message_import_file(work, path, &imported, &error));
    DO(crm_imported_mail_at(imported, 0, &mail, &error));
    CHECK(mail.result == CRM_MAIL_RESULT_DUPLICATE);
    crm_list_free(imported);

    DO(crm_message_import_file(work, path, NULL, &error));
    CHECK(crm_message_import_file(work, path_of("nothing.eml"), NULL, NULL) == CRM_NOT_FOUND);
    CHECK(crm_message_import_file(work, NULL, NULL, NULL) == CRM_INVALID_ARGUMENT);
    CHECK(crm_message_import_file(NULL, path, NULL, NULL) == CRM_INVALID_ARGUMENT);
    crm_work_free(work);
    crm_close(database);
}

/* A host with a parser of its own needs no libcrm-mail-c. */
static void a_message_that_the_host_parsed_is_taken_in(void)
{
    crm_database       *database = open_memory();
    crm_work           *work     = begin(database);
    crm_natural         jan      = register_jan(work);
    crm_mail_address    from     = {CRM_TEXT("Jan"), CRM_TEXT("jan@example.pl")};
    crm_mail_address    to[2]    = {{CRM_TEXT(""), CRM_TEXT("anna@our.example")}, {CRM_TEXT(""), CRM_TEXT("bob@our.example")}};
    crm_mail_attachment files[2] = {CRM_MAIL_ATTACHMENT_INIT, CRM_MAIL_ATTACHMENT_INIT};
    crm_parsed_message  parsed   = CRM_PARSED_MESSAGE_INIT;
    crm_mail_options    options  = CRM_MAIL_OPTIONS_INIT;
    crm_imported_mail   mail     = CRM_IMPORTED_MAIL_INIT;
    crm_document        document = CRM_DOCUMENT_INIT;
    crm_list           *imported = NULL;
    crm_bytes           raw      = {"raw", 3};
    const char         *ours     = "our.example";

    parsed.message_id  = CRM_TEXT("x@example.pl");
    parsed.from.data   = &from;
    parsed.from.size   = 1;
    parsed.to.data     = to;
    parsed.to.size     = 2;
    parsed.subject     = CRM_TEXT("Plans");
    parsed.text        = CRM_TEXT("Here they are.");
    parsed.given       = CRM_PARSED_MESSAGE_SENT_AT;
    parsed.sent_at     = 1772323200000000;
    files[0].file_name = CRM_TEXT("a.pdf");
    files[0].media_type   = CRM_TEXT("application/pdf");
    files[0].content.data = "A";
    files[0].content.size = 1;
    files[1]              = files[0];
    files[1].file_name    = CRM_TEXT("b.pdf");
    files[1].content.data = "B";
    parsed.attachments.data  = files;
    parsed.attachments.size  = 2;
    options.our_domains.data = &ours;
    options.our_domains.size = 1;

    DO(crm_message_import(work, &parsed, raw, &options, &imported, &error));
    DO(crm_imported_mail_at(imported, 0, &mail, &error));
    CHECK(mail.result == CRM_MAIL_RESULT_IMPORTED && mail.person_id == jan.person_id && mail.documents.size == 2);
    DO(crm_document_get(crm_work_reader(work), mail.documents.data[1], &document, &error));
    CHECK(equal(document.file_name, "b.pdf"));
    crm_list_free(imported);
    crm_work_free(work);
    crm_close(database);
}

static void a_stranger_waits_until_he_is_known(void)
{
    crm_database     *database = open_memory();
    crm_work         *work     = begin(database);
    crm_imported_mail mail     = CRM_IMPORTED_MAIL_INIT;
    crm_list         *list     = NULL;
    char              raw[512];
    crm_bytes         bytes = {raw, 0};
    for (int i = 0; i != 2; ++i) {
        bytes.size = (size_t)snprintf(raw, sizeof raw, from_jan, i);
        DO(crm_message_import_bytes(work, bytes, NULL, &list, &error));
        DO(crm_imported_mail_at(list, 0, &mail, &error));
        CHECK(mail.result == CRM_MAIL_RESULT_UNMATCHED && mail.contact_id == 0);
        crm_list_free(list);
    }
    crm_natural jan = register_jan(work);
    DO(crm_message_match(work, mail.message_id, jan.subject_id, jan.person_id, &list, &error));
    DO(crm_imported_mail_at(list, 0, &mail, &error));
    CHECK(mail.result == CRM_MAIL_RESULT_IMPORTED && mail.contact_id != 0);
    crm_list_free(list);
    DO(crm_message_match_waiting(work, NULL, &list, &error));
    CHECK(crm_list_size(list) == 1);
    crm_list_free(list);
    crm_work_free(work);
    crm_close(database);
}

static int count_calls(void *user, const crm_mail_progress *progress)
{
    CHECK(progress->struct_size == sizeof *progress && progress->done == ++*(size_t *)user);
    CHECK(progress->committed <= progress->done && progress->result != 0 && progress->file.size > 0);
    return 0;
}

static int cancel_at_five(void *user, const crm_mail_progress *progress)
{
    (void)user;
    return progress->done == 5;
}

static void a_mailbox_is_imported_in_pieces(void)
{
    crm_database           *database = open_memory();
    crm_mail_import_options options  = CRM_MAIL_IMPORT_OPTIONS_INIT;
    crm_mail_report        *report   = NULL;
    crm_mail_entry          entry    = CRM_MAIL_ENTRY_INIT;
    crm_imported_mail       mail     = CRM_IMPORTED_MAIL_INIT;
    crm_error              *error    = NULL;
    size_t                  calls    = 0;
    const char             *path     = write_mbox("seven.mbox", 7);

    options.piece = 3;
    options.watch = cancel_at_five;
    CHECK(crm_mail_import_path(database, "anna", path, &options, &report, &error) == CRM_CANCELLED);
    CHECK(crm_error_status(error) == CRM_CANCELLED && crm_mail_report_size(report) == 3);
    CHECK(messages(database) == 3); /* what was not committed is rolled back */
    crm_error_free(error);
    crm_mail_report_free(report);

    options.watch      = count_calls;
    options.watch_user = &calls;
    DO(crm_mail_import_path(database, "anna", path, &options, &report, &error));
    CHECK(calls == 7 && crm_mail_report_size(report) == 7 && messages(database) == 7);
    CHECK(crm_mail_report_count(report, CRM_MAIL_RESULT_DUPLICATE) == 3);
    CHECK(crm_mail_report_count(report, CRM_MAIL_RESULT_UNMATCHED) == 4);
    DO(crm_mail_report_at(report, 6, &entry, &error));
    CHECK(equal(entry.file, "seven.mbox") && entry.index == 6 && (entry.given & CRM_MAIL_ENTRY_INDEX) != 0);
    CHECK(entry.result == CRM_MAIL_RESULT_UNMATCHED && entry.problem.size == 0);
    DO(crm_imported_mail_at(entry.imported, 0, &mail, &error));
    CHECK(mail.message_id != 0);
    CHECK(crm_mail_report_at(report, 7, &entry, NULL) == CRM_INVALID_ARGUMENT);
    crm_mail_report_free(report);

    CHECK(crm_mail_import_path(database, "anna", path_of("nothing.mbox"), NULL, NULL, NULL) == CRM_NOT_FOUND);
    CHECK(crm_mail_import_path(NULL, "anna", path, NULL, NULL, NULL) == CRM_INVALID_ARGUMENT);
    crm_mail_report_free(NULL);
    CHECK(crm_mail_report_size(NULL) == 0);
    crm_close(database);
}

static void a_broken_message_stops_nothing(void)
{
    crm_database    *database = open_memory();
    crm_mail_report *report   = NULL;
    FILE            *file     = fopen(path_of("broken.mbox"), "wb");
    CHECK(file != NULL);
    fprintf(file, "From jan@example.pl Mon Mar  2 10:00:00 2026\n");
    fprintf(file, from_jan, 1);
    fprintf(file, "\nFrom nobody Mon Mar  2 10:00:00 2026\n\xff\xfe: \xff\nContent-Type: multipart/mixed\n\n\xff\n");
    fprintf(file, "\nFrom jan@example.pl Mon Mar  2 10:00:00 2026\n");
    fprintf(file, from_jan, 2);
    fclose(file);
    DO(crm_mail_import_path(database, "anna", path_of("broken.mbox"), NULL, &report, &error));
    CHECK(crm_mail_report_size(report) == 3);
    CHECK(crm_mail_report_count(report, CRM_MAIL_RESULT_UNMATCHED) >= 2);
    crm_mail_report_free(report);
    crm_close(database);
}

int main(int count, char **arguments)
{
    CHECK(count == 2);
    snprintf(folder, sizeof folder, "%s", arguments[1]);
    one_message_is_taken_in_once();
    a_message_that_the_host_parsed_is_taken_in();
    a_stranger_waits_until_he_is_known();
    a_mailbox_is_imported_in_pieces();
    a_broken_message_stops_nothing();
    return 0;
}
