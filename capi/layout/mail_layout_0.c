/* The layout of version 0 of crm_mail.h, as layout_0.c is that of crm.h. */
#include "crm_mail.h"

#include "layout.h"

FIELD(crm_mail_progress, struct_size, 0, 4);
FIELD(crm_mail_progress, result, 4, 4);
FIELD(crm_mail_progress, done, 8, 8);
FIELD(crm_mail_progress, committed, 16, 8);
FIELD(crm_mail_progress, file, 24, 16);
GROWS(crm_mail_progress, 40);

FIELD(crm_mail_import_options, struct_size, 0, 4);
FIELD(crm_mail_import_options, reserved, 4, 4);
FIELD(crm_mail_import_options, messages, 8, 8);
FIELD(crm_mail_import_options, piece, 16, 8);
FIELD(crm_mail_import_options, watch, 24, 8);
FIELD(crm_mail_import_options, watch_user, 32, 8);
GROWS(crm_mail_import_options, 40);

FIELD(crm_mail_entry, struct_size, 0, 4);
FIELD(crm_mail_entry, given, 4, 4);
FIELD(crm_mail_entry, file, 8, 16);
FIELD(crm_mail_entry, index, 24, 8);
FIELD(crm_mail_entry, folder, 32, 16);
FIELD(crm_mail_entry, imported, 48, 8);
FIELD(crm_mail_entry, problem, 56, 16);
FIELD(crm_mail_entry, result, 72, 4);
FIELD(crm_mail_entry, reserved, 76, 4);
GROWS(crm_mail_entry, 80);

CONSTANT(CRM_MAIL_ENTRY_INDEX, 1);
