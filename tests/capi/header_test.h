/* Every struct that grows starts with its size and nothing else. Compiled as C and as C++, with all warnings as errors. */
#pragma once

#include "crm_mail.h"

#define STARTS(type, INIT)                           \
    {                                                \
        type started = INIT;                         \
        wrong += started.struct_size != sizeof(type); \
    }

static inline int wrong_starts(void)
{
    int      wrong   = 0;
    crm_text literal = CRM_TEXT("ą");
    wrong += literal.size != 2;
    STARTS(crm_open_options, CRM_OPEN_OPTIONS_INIT)
    STARTS(crm_stats, CRM_STATS_INIT)
    STARTS(crm_work_options, CRM_WORK_OPTIONS_INIT)
    STARTS(crm_join_options, CRM_JOIN_OPTIONS_INIT)
    STARTS(crm_paging, CRM_PAGING_INIT)
    STARTS(crm_operator, CRM_OPERATOR_INIT)
    STARTS(crm_operation, CRM_OPERATION_INIT)
    STARTS(crm_content, CRM_CONTENT_INIT)
    STARTS(crm_party, CRM_PARTY_INIT)
    STARTS(crm_contact_point, CRM_CONTACT_POINT_INIT)
    STARTS(crm_address, CRM_ADDRESS_INIT)
    STARTS(crm_identifier, CRM_IDENTIFIER_INIT)
    STARTS(crm_subject, CRM_SUBJECT_INIT)
    STARTS(crm_person, CRM_PERSON_INIT)
    STARTS(crm_base, CRM_BASE_INIT)
    STARTS(crm_base_member, CRM_BASE_MEMBER_INIT)
    STARTS(crm_contact_kind, CRM_CONTACT_KIND_INIT)
    STARTS(crm_scheme, CRM_SCHEME_INIT)
    STARTS(crm_phase, CRM_PHASE_INIT)
    STARTS(crm_case_type, CRM_CASE_TYPE_INIT)
    STARTS(crm_case, CRM_CASE_INIT)
    STARTS(crm_case_state, CRM_CASE_STATE_INIT)
    STARTS(crm_contact, CRM_CONTACT_INIT)
    STARTS(crm_participant, CRM_PARTICIPANT_INIT)
    STARTS(crm_contact_case, CRM_CONTACT_CASE_INIT)
    STARTS(crm_message, CRM_MESSAGE_INIT)
    STARTS(crm_message_alias, CRM_MESSAGE_ALIAS_INIT)
    STARTS(crm_message_copy, CRM_MESSAGE_COPY_INIT)
    STARTS(crm_task, CRM_TASK_INIT)
    STARTS(crm_note, CRM_NOTE_INIT)
    STARTS(crm_document, CRM_DOCUMENT_INIT)
    STARTS(crm_document_link, CRM_DOCUMENT_LINK_INIT)
    STARTS(crm_trade_kind, CRM_TRADE_KIND_INIT)
    STARTS(crm_admitted_kind, CRM_ADMITTED_KIND_INIT)
    STARTS(crm_plan_line, CRM_PLAN_LINE_INIT)
    STARTS(crm_trade_document, CRM_TRADE_DOCUMENT_INIT)
    STARTS(crm_natural, CRM_NATURAL_INIT)
    STARTS(crm_legal, CRM_LEGAL_INIT)
    STARTS(crm_new_person, CRM_NEW_PERSON_INIT)
    STARTS(crm_change, CRM_CHANGE_INIT)
    STARTS(crm_feed_entry, CRM_FEED_ENTRY_INIT)
    STARTS(crm_timeline_query, CRM_TIMELINE_QUERY_INIT)
    STARTS(crm_timeline_entry, CRM_TIMELINE_ENTRY_INIT)
    STARTS(crm_funnel_query, CRM_FUNNEL_QUERY_INIT)
    STARTS(crm_funnel_row, CRM_FUNNEL_ROW_INIT)
    STARTS(crm_plan_row, CRM_PLAN_ROW_INIT)
    STARTS(crm_overrun_query, CRM_OVERRUN_QUERY_INIT)
    STARTS(crm_overrun, CRM_OVERRUN_INIT)
    STARTS(crm_mail_attachment, CRM_MAIL_ATTACHMENT_INIT)
    STARTS(crm_parsed_message, CRM_PARSED_MESSAGE_INIT)
    STARTS(crm_mail_options, CRM_MAIL_OPTIONS_INIT)
    STARTS(crm_imported_mail, CRM_IMPORTED_MAIL_INIT)
    STARTS(crm_mail_import_options, CRM_MAIL_IMPORT_OPTIONS_INIT)
    STARTS(crm_mail_entry, CRM_MAIL_ENTRY_INIT)
    return wrong;
}
