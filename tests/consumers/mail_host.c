/* A host in C that takes in e-mail. */
#include <crm_mail.h>

#include <stdio.h>

static const char message[] = "From: jan@example.pl\r\nTo: anna@example.com\r\nSubject: Roof\r\nMessage-ID: <1@example.pl>\r\n"
                              "Date: Thu, 05 Mar 2026 10:00:00 +0100\r\n\r\nWhen?\r\n";

int main(void)
{
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    crm_database    *database = NULL;
    crm_work        *work     = NULL;
    crm_list        *imported = NULL;
    crm_bytes        raw      = {message, sizeof message - 1};

    options.flags   = CRM_CREATE;
    options.starter = "sales-en";
    int failed = crm_open("memory:", &options, &database, NULL) || crm_work_begin(database, "anna", &work, NULL) ||
                 crm_message_import_bytes(work, raw, NULL, &imported, NULL) || crm_list_size(imported) != 1 ||
                 crm_work_commit(work, NULL);
    puts(failed ? "The message was not taken in." : "The message was taken in.");
    crm_list_free(imported);
    crm_work_free(work);
    crm_close(database);
    return failed;
}
