/* The layout of version 0 of crm.h, on machines of 64 bits. Nothing is promised before 1.0, but this file is kept as if it
 * were: a later release adds fields, and a file of its own for them, and never edits a line here. */
#include "crm.h"

#include "layout.h"

FROZEN(void *, 8);

FIELD(crm_text, data, 0, 8);
FIELD(crm_text, size, 8, 8);
FROZEN(crm_text, 16);

FIELD(crm_bytes, data, 0, 8);
FIELD(crm_bytes, size, 8, 8);
FROZEN(crm_bytes, 16);

FIELD(crm_money, amount, 0, 8);
FIELD(crm_money, currency, 8, 8);
FROZEN(crm_money, 16);

FIELD(crm_revision, version, 0, 8);
FIELD(crm_revision, created_at, 8, 8);
FIELD(crm_revision, created_by, 16, 8);
FIELD(crm_revision, changed_at, 24, 8);
FIELD(crm_revision, changed_by, 32, 8);
FIELD(crm_revision, archived_at, 40, 8);
FROZEN(crm_revision, 48);

FIELD(crm_ids, data, 0, 8);
FIELD(crm_ids, size, 8, 8);
FROZEN(crm_ids, 16);

FIELD(crm_texts, data, 0, 8);
FIELD(crm_texts, size, 8, 8);
FROZEN(crm_texts, 16);

FIELD(crm_words, data, 0, 8);
FIELD(crm_words, size, 8, 8);
FROZEN(crm_words, 16);

FIELD(crm_clash, column, 0, 8);
FIELD(crm_clash, original, 8, 8);
FIELD(crm_clash, yours, 16, 8);
FIELD(crm_clash, theirs, 24, 8);
FROZEN(crm_clash, 32);

FIELD(crm_number_kinds, data, 0, 8);
FIELD(crm_number_kinds, size, 8, 8);
FROZEN(crm_number_kinds, 16);

FIELD(crm_open_options, struct_size, 0, 4);
FIELD(crm_open_options, flags, 4, 4);
FIELD(crm_open_options, starter, 8, 8);
FIELD(crm_open_options, zone, 16, 8);
FIELD(crm_open_options, clock, 24, 8);
FIELD(crm_open_options, clock_user, 32, 8);
FIELD(crm_open_options, patience_ms, 40, 8);
FIELD(crm_open_options, unique_numbers, 48, 16);
FIELD(crm_open_options, slow_from_us, 64, 8);
FIELD(crm_open_options, slow_statement, 72, 8);
FIELD(crm_open_options, slow_user, 80, 8);
GROWS(crm_open_options, 88);

FIELD(crm_stats, struct_size, 0, 4);
FIELD(crm_stats, reserved, 4, 4);
FIELD(crm_stats, pool_most, 8, 8);
FIELD(crm_stats, pool_open, 16, 8);
FIELD(crm_stats, pool_in_use, 24, 8);
FIELD(crm_stats, pool_waiting, 32, 8);
FIELD(crm_stats, connects, 40, 8);
FIELD(crm_stats, commits, 48, 8);
FIELD(crm_stats, retries, 56, 8);
FIELD(crm_stats, locked, 64, 8);
FIELD(crm_stats, deadlocks, 72, 8);
FIELD(crm_stats, serializations, 80, 8);
FIELD(crm_stats, losses, 88, 8);
FIELD(crm_stats, statements_kept, 96, 8);
FIELD(crm_stats, statements_slow, 104, 8);
FIELD(crm_stats, feed_unnumbered, 112, 8);
FIELD(crm_stats, feed_last, 120, 8);
GROWS(crm_stats, 128);

FIELD(crm_work_options, struct_size, 0, 4);
FIELD(crm_work_options, reserved, 4, 4);
FIELD(crm_work_options, cause, 8, 8);
FIELD(crm_work_options, key, 16, 8);
FIELD(crm_work_options, sqlite3_libversion, 24, 8);
GROWS(crm_work_options, 32);

FIELD(crm_join_options, struct_size, 0, 4);
FIELD(crm_join_options, reserved, 4, 4);
FIELD(crm_join_options, zone, 8, 8);
FIELD(crm_join_options, clock, 16, 8);
FIELD(crm_join_options, clock_user, 24, 8);
FIELD(crm_join_options, unique_numbers, 32, 16);
FIELD(crm_join_options, sqlite3_libversion, 48, 8);
GROWS(crm_join_options, 56);

FIELD(crm_order, field, 0, 8);
FIELD(crm_order, descending, 8, 4);
FIELD(crm_order, reserved, 12, 4);
FROZEN(crm_order, 16);

FIELD(crm_orders, data, 0, 8);
FIELD(crm_orders, size, 8, 8);
FROZEN(crm_orders, 16);

FIELD(crm_paging, struct_size, 0, 4);
FIELD(crm_paging, with_archived, 4, 4);
FIELD(crm_paging, order, 8, 16);
FIELD(crm_paging, limit, 24, 8);
FIELD(crm_paging, after, 32, 8);
GROWS(crm_paging, 40);

FIELD(crm_operator, struct_size, 0, 4);
FIELD(crm_operator, given, 4, 4);
FIELD(crm_operator, id, 8, 8);
FIELD(crm_operator, revision, 16, 48);
FIELD(crm_operator, code, 64, 16);
FIELD(crm_operator, name, 80, 16);
FIELD(crm_operator, email, 96, 16);
FIELD(crm_operator, is_active, 112, 4);
FIELD(crm_operator, reserved, 116, 4);
GROWS(crm_operator, 120);

FIELD(crm_operation, struct_size, 0, 4);
FIELD(crm_operation, given, 4, 4);
FIELD(crm_operation, id, 8, 8);
FIELD(crm_operation, operator_id, 16, 8);
FIELD(crm_operation, at, 24, 8);
FIELD(crm_operation, cause, 32, 16);
FIELD(crm_operation, stamp, 48, 8);
FIELD(crm_operation, key, 56, 16);
GROWS(crm_operation, 72);

FIELD(crm_content, struct_size, 0, 4);
FIELD(crm_content, given, 4, 4);
FIELD(crm_content, id, 8, 8);
FIELD(crm_content, revision, 16, 48);
FIELD(crm_content, sha256, 64, 16);
FIELD(crm_content, size, 80, 8);
FIELD(crm_content, bytes, 88, 16);
GROWS(crm_content, 104);

FIELD(crm_party, struct_size, 0, 4);
FIELD(crm_party, given, 4, 4);
FIELD(crm_party, id, 8, 8);
FIELD(crm_party, revision, 16, 48);
FIELD(crm_party, name, 64, 16);
FIELD(crm_party, short_name, 80, 16);
FIELD(crm_party, given_name, 96, 16);
FIELD(crm_party, middle_names, 112, 16);
FIELD(crm_party, family_name, 128, 16);
FIELD(crm_party, title, 144, 16);
FIELD(crm_party, citizenship, 160, 16);
FIELD(crm_party, language, 176, 16);
FIELD(crm_party, name_key, 192, 16);
FIELD(crm_party, birth_date, 208, 4);
FIELD(crm_party, reserved, 212, 4);
GROWS(crm_party, 216);

FIELD(crm_contact_point, struct_size, 0, 4);
FIELD(crm_contact_point, given, 4, 4);
FIELD(crm_contact_point, id, 8, 8);
FIELD(crm_contact_point, revision, 16, 48);
FIELD(crm_contact_point, party_id, 64, 8);
FIELD(crm_contact_point, value, 72, 16);
FIELD(crm_contact_point, value_key, 88, 16);
FIELD(crm_contact_point, domain, 104, 16);
FIELD(crm_contact_point, label, 120, 16);
FIELD(crm_contact_point, kind, 136, 4);
FIELD(crm_contact_point, is_primary, 140, 4);
FIELD(crm_contact_point, is_private, 144, 4);
FIELD(crm_contact_point, do_not_use, 148, 4);
GROWS(crm_contact_point, 152);

FIELD(crm_address, struct_size, 0, 4);
FIELD(crm_address, given, 4, 4);
FIELD(crm_address, id, 8, 8);
FIELD(crm_address, revision, 16, 48);
FIELD(crm_address, party_id, 64, 8);
FIELD(crm_address, street, 72, 16);
FIELD(crm_address, building, 88, 16);
FIELD(crm_address, flat, 104, 16);
FIELD(crm_address, postal_code, 120, 16);
FIELD(crm_address, city, 136, 16);
FIELD(crm_address, region, 152, 16);
FIELD(crm_address, country, 168, 16);
FIELD(crm_address, kind, 184, 4);
FIELD(crm_address, is_default, 188, 4);
GROWS(crm_address, 192);

FIELD(crm_identifier, struct_size, 0, 4);
FIELD(crm_identifier, given, 4, 4);
FIELD(crm_identifier, id, 8, 8);
FIELD(crm_identifier, revision, 16, 48);
FIELD(crm_identifier, party_id, 64, 8);
FIELD(crm_identifier, value, 72, 16);
FIELD(crm_identifier, kind, 88, 4);
FIELD(crm_identifier, since, 92, 4);
FIELD(crm_identifier, until, 96, 4);
FIELD(crm_identifier, reserved, 100, 4);
GROWS(crm_identifier, 104);

FIELD(crm_subject, struct_size, 0, 4);
FIELD(crm_subject, given, 4, 4);
FIELD(crm_subject, id, 8, 8);
FIELD(crm_subject, revision, 16, 48);
FIELD(crm_subject, number, 64, 16);
FIELD(crm_subject, party_id, 80, 8);
FIELD(crm_subject, keeper_id, 88, 8);
FIELD(crm_subject, source, 96, 16);
FIELD(crm_subject, industry, 112, 16);
FIELD(crm_subject, parent_id, 128, 8);
FIELD(crm_subject, kind, 136, 4);
FIELD(crm_subject, status, 140, 4);
FIELD(crm_subject, is_own, 144, 4);
FIELD(crm_subject, reserved, 148, 4);
GROWS(crm_subject, 152);

FIELD(crm_person, struct_size, 0, 4);
FIELD(crm_person, given, 4, 4);
FIELD(crm_person, id, 8, 8);
FIELD(crm_person, revision, 16, 48);
FIELD(crm_person, subject_id, 64, 8);
FIELD(crm_person, party_id, 72, 8);
FIELD(crm_person, salutation, 80, 16);
FIELD(crm_person, position, 96, 16);
FIELD(crm_person, department, 112, 16);
FIELD(crm_person, superior_id, 128, 8);
FIELD(crm_person, source, 136, 16);
FIELD(crm_person, subject_kind, 152, 4);
FIELD(crm_person, decision_role, 156, 4);
FIELD(crm_person, active_since, 160, 4);
FIELD(crm_person, active_until, 164, 4);
GROWS(crm_person, 168);

FIELD(crm_base, struct_size, 0, 4);
FIELD(crm_base, given, 4, 4);
FIELD(crm_base, id, 8, 8);
FIELD(crm_base, revision, 16, 48);
FIELD(crm_base, code, 64, 16);
FIELD(crm_base, name, 80, 16);
FIELD(crm_base, parent_id, 96, 8);
FIELD(crm_base, criterion, 104, 16);
FIELD(crm_base, description, 120, 16);
GROWS(crm_base, 136);

FIELD(crm_base_member, struct_size, 0, 4);
FIELD(crm_base_member, given, 4, 4);
FIELD(crm_base_member, id, 8, 8);
FIELD(crm_base_member, revision, 16, 48);
FIELD(crm_base_member, base_id, 64, 8);
FIELD(crm_base_member, subject_id, 72, 8);
FIELD(crm_base_member, reason, 80, 16);
FIELD(crm_base_member, is_excluded, 96, 4);
FIELD(crm_base_member, reserved, 100, 4);
GROWS(crm_base_member, 104);

FIELD(crm_contact_kind, struct_size, 0, 4);
FIELD(crm_contact_kind, given, 4, 4);
FIELD(crm_contact_kind, id, 8, 8);
FIELD(crm_contact_kind, revision, 16, 48);
FIELD(crm_contact_kind, code, 64, 16);
FIELD(crm_contact_kind, name, 80, 16);
FIELD(crm_contact_kind, medium, 96, 4);
FIELD(crm_contact_kind, reserved, 100, 4);
GROWS(crm_contact_kind, 104);

FIELD(crm_scheme, struct_size, 0, 4);
FIELD(crm_scheme, given, 4, 4);
FIELD(crm_scheme, id, 8, 8);
FIELD(crm_scheme, revision, 16, 48);
FIELD(crm_scheme, code, 64, 16);
FIELD(crm_scheme, name, 80, 16);
GROWS(crm_scheme, 96);

FIELD(crm_phase, struct_size, 0, 4);
FIELD(crm_phase, given, 4, 4);
FIELD(crm_phase, id, 8, 8);
FIELD(crm_phase, revision, 16, 48);
FIELD(crm_phase, scheme_id, 64, 8);
FIELD(crm_phase, code, 72, 16);
FIELD(crm_phase, name, 88, 16);
FIELD(crm_phase, stage, 104, 4);
FIELD(crm_phase, ordinal, 108, 4);
FIELD(crm_phase, probability, 112, 4);
FIELD(crm_phase, reserved, 116, 4);
GROWS(crm_phase, 120);

FIELD(crm_case_type, struct_size, 0, 4);
FIELD(crm_case_type, given, 4, 4);
FIELD(crm_case_type, id, 8, 8);
FIELD(crm_case_type, revision, 16, 48);
FIELD(crm_case_type, code, 64, 16);
FIELD(crm_case_type, name, 80, 16);
FIELD(crm_case_type, scheme_id, 96, 8);
GROWS(crm_case_type, 104);

FIELD(crm_case, struct_size, 0, 4);
FIELD(crm_case, given, 4, 4);
FIELD(crm_case, id, 8, 8);
FIELD(crm_case, revision, 16, 48);
FIELD(crm_case, number, 64, 16);
FIELD(crm_case, title, 80, 16);
FIELD(crm_case, type_id, 96, 8);
FIELD(crm_case, phase_id, 104, 8);
FIELD(crm_case, keeper_id, 112, 8);
FIELD(crm_case, subject_id, 120, 8);
FIELD(crm_case, person_id, 128, 8);
FIELD(crm_case, parent_id, 136, 8);
FIELD(crm_case, expected, 144, 16);
FIELD(crm_case, opened_at, 160, 8);
FIELD(crm_case, closed_at, 168, 8);
FIELD(crm_case, reason, 176, 16);
FIELD(crm_case, source, 192, 16);
FIELD(crm_case, description, 208, 16);
FIELD(crm_case, stage, 224, 4);
FIELD(crm_case, probability, 228, 4);
FIELD(crm_case, expected_close_on, 232, 4);
FIELD(crm_case, outcome, 236, 4);
GROWS(crm_case, 240);

FIELD(crm_case_state, struct_size, 0, 4);
FIELD(crm_case_state, given, 4, 4);
FIELD(crm_case_state, id, 8, 8);
FIELD(crm_case_state, case_id, 16, 8);
FIELD(crm_case_state, seq, 24, 8);
FIELD(crm_case_state, valid_at, 32, 8);
FIELD(crm_case_state, recorded_at, 40, 8);
FIELD(crm_case_state, operation_id, 48, 8);
FIELD(crm_case_state, operator_id, 56, 8);
FIELD(crm_case_state, type_id, 64, 8);
FIELD(crm_case_state, phase_id, 72, 8);
FIELD(crm_case_state, previous_phase_id, 80, 8);
FIELD(crm_case_state, subject_id, 88, 8);
FIELD(crm_case_state, keeper_id, 96, 8);
FIELD(crm_case_state, expected, 104, 16);
FIELD(crm_case_state, stage, 120, 4);
FIELD(crm_case_state, entered, 124, 4);
FIELD(crm_case_state, probability, 128, 4);
FIELD(crm_case_state, outcome, 132, 4);
GROWS(crm_case_state, 136);

FIELD(crm_contact, struct_size, 0, 4);
FIELD(crm_contact, given, 4, 4);
FIELD(crm_contact, id, 8, 8);
FIELD(crm_contact, revision, 16, 48);
FIELD(crm_contact, kind_id, 64, 8);
FIELD(crm_contact, subject_id, 72, 8);
FIELD(crm_contact, person_id, 80, 8);
FIELD(crm_contact, at, 88, 8);
FIELD(crm_contact, ended_at, 96, 8);
FIELD(crm_contact, summary, 104, 16);
FIELD(crm_contact, body, 120, 16);
FIELD(crm_contact, place, 136, 16);
FIELD(crm_contact, thread_id, 152, 8);
FIELD(crm_contact, direction, 160, 4);
FIELD(crm_contact, status, 164, 4);
FIELD(crm_contact, is_automatic, 168, 4);
FIELD(crm_contact, evaluation, 172, 4);
GROWS(crm_contact, 176);

FIELD(crm_participant, struct_size, 0, 4);
FIELD(crm_participant, given, 4, 4);
FIELD(crm_participant, id, 8, 8);
FIELD(crm_participant, revision, 16, 48);
FIELD(crm_participant, contact_id, 64, 8);
FIELD(crm_participant, operator_id, 72, 8);
FIELD(crm_participant, person_id, 80, 8);
FIELD(crm_participant, address, 88, 16);
FIELD(crm_participant, role, 104, 4);
FIELD(crm_participant, reserved, 108, 4);
GROWS(crm_participant, 112);

FIELD(crm_contact_case, struct_size, 0, 4);
FIELD(crm_contact_case, given, 4, 4);
FIELD(crm_contact_case, id, 8, 8);
FIELD(crm_contact_case, revision, 16, 48);
FIELD(crm_contact_case, contact_id, 64, 8);
FIELD(crm_contact_case, case_id, 72, 8);
GROWS(crm_contact_case, 80);

FIELD(crm_message, struct_size, 0, 4);
FIELD(crm_message, given, 4, 4);
FIELD(crm_message, id, 8, 8);
FIELD(crm_message, revision, 16, 48);
FIELD(crm_message, key, 64, 16);
FIELD(crm_message, message_id, 80, 16);
FIELD(crm_message, contact_id, 96, 8);
FIELD(crm_message, sent_at, 104, 8);
FIELD(crm_message, sender, 112, 16);
FIELD(crm_message, sender_name, 128, 16);
FIELD(crm_message, other_side, 144, 16);
FIELD(crm_message, recipients, 160, 16);
FIELD(crm_message, subject_line, 176, 16);
FIELD(crm_message, headers, 192, 16);
FIELD(crm_message, text, 208, 16);
FIELD(crm_message, in_reply_to, 224, 16);
FIELD(crm_message, references_to, 240, 16);
FIELD(crm_message, raw_id, 256, 8);
FIELD(crm_message, explanation, 264, 16);
FIELD(crm_message, is_synthetic, 280, 4);
FIELD(crm_message, state, 284, 4);
FIELD(crm_message, direction, 288, 4);
FIELD(crm_message, is_automatic, 292, 4);
GROWS(crm_message, 296);

FIELD(crm_message_alias, struct_size, 0, 4);
FIELD(crm_message_alias, given, 4, 4);
FIELD(crm_message_alias, id, 8, 8);
FIELD(crm_message_alias, revision, 16, 48);
FIELD(crm_message_alias, message_ref, 64, 8);
FIELD(crm_message_alias, key, 72, 16);
GROWS(crm_message_alias, 88);

FIELD(crm_message_copy, struct_size, 0, 4);
FIELD(crm_message_copy, given, 4, 4);
FIELD(crm_message_copy, id, 8, 8);
FIELD(crm_message_copy, revision, 16, 48);
FIELD(crm_message_copy, message_ref, 64, 8);
FIELD(crm_message_copy, mailbox, 72, 16);
FIELD(crm_message_copy, folder, 88, 16);
FIELD(crm_message_copy, owner_id, 104, 8);
FIELD(crm_message_copy, seen_at, 112, 8);
FIELD(crm_message_copy, differs_id, 120, 8);
GROWS(crm_message_copy, 128);

FIELD(crm_task, struct_size, 0, 4);
FIELD(crm_task, given, 4, 4);
FIELD(crm_task, id, 8, 8);
FIELD(crm_task, revision, 16, 48);
FIELD(crm_task, title, 64, 16);
FIELD(crm_task, responsible_id, 80, 8);
FIELD(crm_task, subject_id, 88, 8);
FIELD(crm_task, person_id, 96, 8);
FIELD(crm_task, case_id, 104, 8);
FIELD(crm_task, contact_id, 112, 8);
FIELD(crm_task, due_at, 120, 8);
FIELD(crm_task, done_at, 128, 8);
FIELD(crm_task, done_by, 136, 8);
FIELD(crm_task, result, 144, 16);
FIELD(crm_task, description, 160, 16);
FIELD(crm_task, status, 176, 4);
FIELD(crm_task, priority, 180, 4);
GROWS(crm_task, 184);

FIELD(crm_note, struct_size, 0, 4);
FIELD(crm_note, given, 4, 4);
FIELD(crm_note, id, 8, 8);
FIELD(crm_note, revision, 16, 48);
FIELD(crm_note, subject_id, 64, 8);
FIELD(crm_note, person_id, 72, 8);
FIELD(crm_note, contact_id, 80, 8);
FIELD(crm_note, task_id, 88, 8);
FIELD(crm_note, case_id, 96, 8);
FIELD(crm_note, author_id, 104, 8);
FIELD(crm_note, written_at, 112, 8);
FIELD(crm_note, title, 120, 16);
FIELD(crm_note, body, 136, 16);
FIELD(crm_note, is_private, 152, 4);
FIELD(crm_note, is_pinned, 156, 4);
GROWS(crm_note, 160);

FIELD(crm_document, struct_size, 0, 4);
FIELD(crm_document, given, 4, 4);
FIELD(crm_document, id, 8, 8);
FIELD(crm_document, revision, 16, 48);
FIELD(crm_document, number, 64, 16);
FIELD(crm_document, title, 80, 16);
FIELD(crm_document, kind, 96, 16);
FIELD(crm_document, received_at, 112, 8);
FIELD(crm_document, file_name, 120, 16);
FIELD(crm_document, media_type, 136, 16);
FIELD(crm_document, content_id, 152, 8);
FIELD(crm_document, reference, 160, 16);
FIELD(crm_document, status, 176, 4);
FIELD(crm_document, direction, 180, 4);
FIELD(crm_document, issued_on, 184, 4);
FIELD(crm_document, valid_since, 188, 4);
FIELD(crm_document, valid_until, 192, 4);
FIELD(crm_document, reserved, 196, 4);
GROWS(crm_document, 200);

FIELD(crm_document_link, struct_size, 0, 4);
FIELD(crm_document_link, given, 4, 4);
FIELD(crm_document_link, id, 8, 8);
FIELD(crm_document_link, revision, 16, 48);
FIELD(crm_document_link, document_id, 64, 8);
FIELD(crm_document_link, subject_id, 72, 8);
FIELD(crm_document_link, person_id, 80, 8);
FIELD(crm_document_link, case_id, 88, 8);
FIELD(crm_document_link, contact_id, 96, 8);
FIELD(crm_document_link, task_id, 104, 8);
FIELD(crm_document_link, note_id, 112, 8);
FIELD(crm_document_link, message_ref, 120, 8);
GROWS(crm_document_link, 128);

FIELD(crm_trade_kind, struct_size, 0, 4);
FIELD(crm_trade_kind, given, 4, 4);
FIELD(crm_trade_kind, id, 8, 8);
FIELD(crm_trade_kind, revision, 16, 48);
FIELD(crm_trade_kind, code, 64, 16);
FIELD(crm_trade_kind, name, 80, 16);
FIELD(crm_trade_kind, counts_as, 96, 4);
FIELD(crm_trade_kind, is_reversal, 100, 4);
GROWS(crm_trade_kind, 104);

FIELD(crm_admitted_kind, struct_size, 0, 4);
FIELD(crm_admitted_kind, given, 4, 4);
FIELD(crm_admitted_kind, id, 8, 8);
FIELD(crm_admitted_kind, revision, 16, 48);
FIELD(crm_admitted_kind, type_id, 64, 8);
FIELD(crm_admitted_kind, kind_id, 72, 8);
GROWS(crm_admitted_kind, 80);

FIELD(crm_plan_line, struct_size, 0, 4);
FIELD(crm_plan_line, given, 4, 4);
FIELD(crm_plan_line, id, 8, 8);
FIELD(crm_plan_line, revision, 16, 48);
FIELD(crm_plan_line, case_id, 64, 8);
FIELD(crm_plan_line, planned, 72, 16);
FIELD(crm_plan_line, description, 88, 16);
FIELD(crm_plan_line, side, 104, 4);
FIELD(crm_plan_line, category, 108, 4);
FIELD(crm_plan_line, planned_on, 112, 4);
FIELD(crm_plan_line, reserved, 116, 4);
GROWS(crm_plan_line, 120);

FIELD(crm_trade_document, struct_size, 0, 4);
FIELD(crm_trade_document, given, 4, 4);
FIELD(crm_trade_document, id, 8, 8);
FIELD(crm_trade_document, revision, 16, 48);
FIELD(crm_trade_document, kind_id, 64, 8);
FIELD(crm_trade_document, reference, 72, 16);
FIELD(crm_trade_document, host_key, 88, 16);
FIELD(crm_trade_document, case_id, 104, 8);
FIELD(crm_trade_document, net, 112, 16);
FIELD(crm_trade_document, category, 128, 4);
FIELD(crm_trade_document, status, 132, 4);
FIELD(crm_trade_document, issued_on, 136, 4);
FIELD(crm_trade_document, reserved, 140, 4);
GROWS(crm_trade_document, 144);

FIELD(crm_natural, struct_size, 0, 4);
FIELD(crm_natural, given, 4, 4);
FIELD(crm_natural, subject_id, 8, 8);
FIELD(crm_natural, party_id, 16, 8);
FIELD(crm_natural, person_id, 24, 8);
FIELD(crm_natural, number, 32, 16);
FIELD(crm_natural, given_name, 48, 16);
FIELD(crm_natural, middle_names, 64, 16);
FIELD(crm_natural, family_name, 80, 16);
FIELD(crm_natural, title, 96, 16);
FIELD(crm_natural, pesel, 112, 16);
FIELD(crm_natural, nip, 128, 16);
FIELD(crm_natural, regon, 144, 16);
FIELD(crm_natural, email, 160, 16);
FIELD(crm_natural, phone, 176, 16);
FIELD(crm_natural, keeper_id, 192, 8);
FIELD(crm_natural, birth_date, 200, 4);
FIELD(crm_natural, status, 204, 4);
FIELD(crm_natural, with_person, 208, 4);
FIELD(crm_natural, reserved, 212, 4);
GROWS(crm_natural, 216);

FIELD(crm_legal, struct_size, 0, 4);
FIELD(crm_legal, given, 4, 4);
FIELD(crm_legal, subject_id, 8, 8);
FIELD(crm_legal, party_id, 16, 8);
FIELD(crm_legal, number, 24, 16);
FIELD(crm_legal, name, 40, 16);
FIELD(crm_legal, short_name, 56, 16);
FIELD(crm_legal, nip, 72, 16);
FIELD(crm_legal, regon, 88, 16);
FIELD(crm_legal, krs, 104, 16);
FIELD(crm_legal, vat, 120, 16);
FIELD(crm_legal, email, 136, 16);
FIELD(crm_legal, phone, 152, 16);
FIELD(crm_legal, keeper_id, 168, 8);
FIELD(crm_legal, status, 176, 4);
FIELD(crm_legal, reserved, 180, 4);
GROWS(crm_legal, 184);

FIELD(crm_new_person, struct_size, 0, 4);
FIELD(crm_new_person, given, 4, 4);
FIELD(crm_new_person, subject_id, 8, 8);
FIELD(crm_new_person, party_id, 16, 8);
FIELD(crm_new_person, person_id, 24, 8);
FIELD(crm_new_person, given_name, 32, 16);
FIELD(crm_new_person, middle_names, 48, 16);
FIELD(crm_new_person, family_name, 64, 16);
FIELD(crm_new_person, title, 80, 16);
FIELD(crm_new_person, position, 96, 16);
FIELD(crm_new_person, department, 112, 16);
FIELD(crm_new_person, email, 128, 16);
FIELD(crm_new_person, phone, 144, 16);
FIELD(crm_new_person, decision_role, 160, 4);
FIELD(crm_new_person, reserved, 164, 4);
GROWS(crm_new_person, 168);

FIELD(crm_change, struct_size, 0, 4);
FIELD(crm_change, action, 4, 4);
FIELD(crm_change, operation_id, 8, 8);
FIELD(crm_change, position, 16, 8);
FIELD(crm_change, record, 24, 16);
FIELD(crm_change, record_id, 40, 8);
FIELD(crm_change, version, 48, 8);
FIELD(crm_change, fields, 56, 16);
GROWS(crm_change, 72);

FIELD(crm_timeline_place, at, 0, 8);
FIELD(crm_timeline_place, id, 8, 8);
FIELD(crm_timeline_place, kind, 16, 4);
FIELD(crm_timeline_place, reserved, 20, 4);
FROZEN(crm_timeline_place, 24);

FIELD(crm_feed_entry, struct_size, 0, 4);
FIELD(crm_feed_entry, reserved, 4, 4);
FIELD(crm_feed_entry, position, 8, 8);
FIELD(crm_feed_entry, operation_id, 16, 8);
FIELD(crm_feed_entry, operator_id, 24, 8);
FIELD(crm_feed_entry, at, 32, 8);
FIELD(crm_feed_entry, cause, 40, 16);
FIELD(crm_feed_entry, stamp, 56, 8);
FIELD(crm_feed_entry, key, 64, 16);
FIELD(crm_feed_entry, changes, 80, 8);
GROWS(crm_feed_entry, 88);

FIELD(crm_timeline_query, struct_size, 0, 4);
FIELD(crm_timeline_query, given, 4, 4);
FIELD(crm_timeline_query, subject_id, 8, 8);
FIELD(crm_timeline_query, person_id, 16, 8);
FIELD(crm_timeline_query, case_id, 24, 8);
FIELD(crm_timeline_query, after, 32, 24);
FIELD(crm_timeline_query, limit, 56, 8);
FIELD(crm_timeline_query, kinds, 64, 8);
GROWS(crm_timeline_query, 72);

FIELD(crm_timeline_entry, struct_size, 0, 4);
FIELD(crm_timeline_entry, kind, 4, 4);
FIELD(crm_timeline_entry, at, 8, 8);
FIELD(crm_timeline_entry, id, 16, 8);
FIELD(crm_timeline_entry, operator_id, 24, 8);
FIELD(crm_timeline_entry, case_id, 32, 8);
FIELD(crm_timeline_entry, title, 40, 16);
FIELD(crm_timeline_entry, detail, 56, 16);
GROWS(crm_timeline_entry, 72);

FIELD(crm_funnel_query, struct_size, 0, 4);
FIELD(crm_funnel_query, given, 4, 4);
FIELD(crm_funnel_query, type, 8, 8);
FIELD(crm_funnel_query, as_of, 16, 8);
FIELD(crm_funnel_query, keeper_id, 24, 8);
FIELD(crm_funnel_query, with_internal, 32, 4);
FIELD(crm_funnel_query, reserved, 36, 4);
GROWS(crm_funnel_query, 40);

FIELD(crm_funnel_row, struct_size, 0, 4);
FIELD(crm_funnel_row, stage, 4, 4);
FIELD(crm_funnel_row, phase_id, 8, 8);
FIELD(crm_funnel_row, phase, 16, 16);
FIELD(crm_funnel_row, name, 32, 16);
FIELD(crm_funnel_row, count, 48, 8);
FIELD(crm_funnel_row, sum, 56, 16);
FIELD(crm_funnel_row, weighted, 72, 16);
FIELD(crm_funnel_row, ordinal, 88, 4);
FIELD(crm_funnel_row, reserved, 92, 4);
GROWS(crm_funnel_row, 96);

FIELD(crm_plan_row, struct_size, 0, 4);
FIELD(crm_plan_row, given, 4, 4);
FIELD(crm_plan_row, planned, 8, 16);
FIELD(crm_plan_row, actual, 24, 16);
FIELD(crm_plan_row, difference, 40, 16);
FIELD(crm_plan_row, basis_points, 56, 8);
FIELD(crm_plan_row, side, 64, 4);
FIELD(crm_plan_row, category, 68, 4);
GROWS(crm_plan_row, 72);

FIELD(crm_overrun_query, struct_size, 0, 4);
FIELD(crm_overrun_query, side, 4, 4);
FIELD(crm_overrun_query, limit, 8, 8);
GROWS(crm_overrun_query, 16);

FIELD(crm_overrun, struct_size, 0, 4);
FIELD(crm_overrun, given, 4, 4);
FIELD(crm_overrun, case_id, 8, 8);
FIELD(crm_overrun, number, 16, 16);
FIELD(crm_overrun, title, 32, 16);
FIELD(crm_overrun, planned, 48, 16);
FIELD(crm_overrun, actual, 64, 16);
FIELD(crm_overrun, difference, 80, 16);
FIELD(crm_overrun, basis_points, 96, 8);
GROWS(crm_overrun, 104);

FIELD(crm_mail_address, name, 0, 16);
FIELD(crm_mail_address, address, 16, 16);
FROZEN(crm_mail_address, 32);

FIELD(crm_mail_addresses, data, 0, 8);
FIELD(crm_mail_addresses, size, 8, 8);
FROZEN(crm_mail_addresses, 16);

FIELD(crm_mail_attachment, struct_size, 0, 4);
FIELD(crm_mail_attachment, is_inline, 4, 4);
FIELD(crm_mail_attachment, file_name, 8, 16);
FIELD(crm_mail_attachment, media_type, 24, 16);
FIELD(crm_mail_attachment, content, 40, 16);
FIELD(crm_mail_attachment, sha256, 56, 16);
FIELD(crm_mail_attachment, content_id, 72, 16);
FIELD(crm_mail_attachment, enclosed_message_id, 88, 16);
GROWS(crm_mail_attachment, 104);

FIELD(crm_mail_attachments, data, 0, 8);
FIELD(crm_mail_attachments, size, 8, 8);
FROZEN(crm_mail_attachments, 16);

FIELD(crm_parsed_message, struct_size, 0, 4);
FIELD(crm_parsed_message, given, 4, 4);
FIELD(crm_parsed_message, message_id, 8, 16);
FIELD(crm_parsed_message, sent_at, 24, 8);
FIELD(crm_parsed_message, from, 32, 16);
FIELD(crm_parsed_message, sender, 48, 16);
FIELD(crm_parsed_message, reply_to, 64, 16);
FIELD(crm_parsed_message, to, 80, 16);
FIELD(crm_parsed_message, cc, 96, 16);
FIELD(crm_parsed_message, subject, 112, 16);
FIELD(crm_parsed_message, in_reply_to, 128, 16);
FIELD(crm_parsed_message, references, 144, 16);
FIELD(crm_parsed_message, text, 160, 16);
FIELD(crm_parsed_message, html, 176, 16);
FIELD(crm_parsed_message, attachments, 192, 16);
FIELD(crm_parsed_message, auto_submitted, 208, 16);
FIELD(crm_parsed_message, precedence, 224, 16);
FIELD(crm_parsed_message, headers, 240, 16);
FIELD(crm_parsed_message, defects, 256, 16);
FIELD(crm_parsed_message, has_html, 272, 4);
FIELD(crm_parsed_message, is_automatic, 276, 4);
FIELD(crm_parsed_message, is_report, 280, 4);
FIELD(crm_parsed_message, reserved, 284, 4);
GROWS(crm_parsed_message, 288);

FIELD(crm_mail_options, struct_size, 0, 4);
FIELD(crm_mail_options, given, 4, 4);
FIELD(crm_mail_options, mailbox, 8, 8);
FIELD(crm_mail_options, mailbox_of, 16, 8);
FIELD(crm_mail_options, folder, 24, 8);
FIELD(crm_mail_options, our_domains, 32, 16);
FIELD(crm_mail_options, free_domains, 48, 16);
FIELD(crm_mail_options, ignored_addresses, 64, 16);
FIELD(crm_mail_options, largest_attachment, 80, 8);
FIELD(crm_mail_options, without_plus, 88, 4);
FIELD(crm_mail_options, create_unknown, 92, 4);
FIELD(crm_mail_options, keep_raw, 96, 4);
FIELD(crm_mail_options, reserved, 100, 4);
GROWS(crm_mail_options, 104);

FIELD(crm_mail_candidate, record, 0, 16);
FIELD(crm_mail_candidate, id, 16, 8);
FIELD(crm_mail_candidate, why_not, 24, 16);
FROZEN(crm_mail_candidate, 40);

FIELD(crm_mail_candidates, data, 0, 8);
FIELD(crm_mail_candidates, size, 8, 8);
FROZEN(crm_mail_candidates, 16);

FIELD(crm_imported_mail, struct_size, 0, 4);
FIELD(crm_imported_mail, result, 4, 4);
FIELD(crm_imported_mail, message_id, 8, 8);
FIELD(crm_imported_mail, contact_id, 16, 8);
FIELD(crm_imported_mail, subject_id, 24, 8);
FIELD(crm_imported_mail, person_id, 32, 8);
FIELD(crm_imported_mail, case_id, 40, 8);
FIELD(crm_imported_mail, documents, 48, 16);
FIELD(crm_imported_mail, rule, 64, 16);
FIELD(crm_imported_mail, case_rule, 80, 16);
FIELD(crm_imported_mail, rejected, 96, 16);
FIELD(crm_imported_mail, warnings, 112, 16);
FIELD(crm_imported_mail, case_was_closed, 128, 4);
FIELD(crm_imported_mail, reserved, 132, 4);
GROWS(crm_imported_mail, 136);

CONSTANT(CRM_OK, 0);
CONSTANT(CRM_INVALID_ARGUMENT, 1);
CONSTANT(CRM_VALIDATION_ERROR, 2);
CONSTANT(CRM_NOT_FOUND, 3);
CONSTANT(CRM_CONFLICT, 4);
CONSTANT(CRM_DENIED, 5);
CONSTANT(CRM_BUSY, 6);
CONSTANT(CRM_UNAVAILABLE, 7);
CONSTANT(CRM_COMMIT_UNKNOWN, 8);
CONSTANT(CRM_TRANSACTION_LOST, 9);
CONSTANT(CRM_READ_ONLY, 10);
CONSTANT(CRM_STORAGE_FULL, 11);
CONSTANT(CRM_CORRUPT, 12);
CONSTANT(CRM_SCHEMA_MISMATCH, 13);
CONSTANT(CRM_UNSUPPORTED, 14);
CONSTANT(CRM_CANCELLED, 15);
CONSTANT(CRM_HOST_REFUSED, 16);
CONSTANT(CRM_OUT_OF_RANGE, 17);
CONSTANT(CRM_OUT_OF_MEMORY, 18);
CONSTANT(CRM_INTERNAL, 19);

CONSTANT(CRM_CONTACT_POINT_KIND_PHONE, 1);
CONSTANT(CRM_CONTACT_POINT_KIND_EMAIL, 2);
CONSTANT(CRM_CONTACT_POINT_KIND_FAX, 3);
CONSTANT(CRM_CONTACT_POINT_KIND_WEB, 4);
CONSTANT(CRM_CONTACT_POINT_KIND_MESSENGER, 5);
CONSTANT(CRM_CONTACT_POINT_KIND_OTHER, 6);

CONSTANT(CRM_ADDRESS_KIND_REGISTERED, 1);
CONSTANT(CRM_ADDRESS_KIND_CORRESPONDENCE, 2);
CONSTANT(CRM_ADDRESS_KIND_DELIVERY, 3);
CONSTANT(CRM_ADDRESS_KIND_BRANCH, 4);
CONSTANT(CRM_ADDRESS_KIND_INVOICE, 5);
CONSTANT(CRM_ADDRESS_KIND_RESIDENCE, 6);

CONSTANT(CRM_SUBJECT_KIND_NATURAL, 1);
CONSTANT(CRM_SUBJECT_KIND_LEGAL, 2);

CONSTANT(CRM_SUBJECT_STATUS_PROSPECT, 1);
CONSTANT(CRM_SUBJECT_STATUS_ACTIVE, 2);
CONSTANT(CRM_SUBJECT_STATUS_INACTIVE, 3);
CONSTANT(CRM_SUBJECT_STATUS_BLOCKED, 4);

CONSTANT(CRM_DECISION_ROLE_DECISION_MAKER, 1);
CONSTANT(CRM_DECISION_ROLE_EVALUATOR, 2);
CONSTANT(CRM_DECISION_ROLE_INFLUENCER, 3);
CONSTANT(CRM_DECISION_ROLE_USER, 4);
CONSTANT(CRM_DECISION_ROLE_BLOCKER, 5);
CONSTANT(CRM_DECISION_ROLE_OTHER, 6);

CONSTANT(CRM_MEDIUM_PHONE, 1);
CONSTANT(CRM_MEDIUM_EMAIL, 2);
CONSTANT(CRM_MEDIUM_FAX, 3);
CONSTANT(CRM_MEDIUM_MEETING, 4);
CONSTANT(CRM_MEDIUM_LETTER, 5);
CONSTANT(CRM_MEDIUM_CHAT, 6);
CONSTANT(CRM_MEDIUM_VISIT, 7);
CONSTANT(CRM_MEDIUM_OTHER, 8);

CONSTANT(CRM_STAGE_POTENTIAL, 1);
CONSTANT(CRM_STAGE_ACTIVE, 2);
CONSTANT(CRM_STAGE_CLOSED, 3);

CONSTANT(CRM_CASE_OUTCOME_WON, 1);
CONSTANT(CRM_CASE_OUTCOME_LOST, 2);
CONSTANT(CRM_CASE_OUTCOME_DONE, 3);
CONSTANT(CRM_CASE_OUTCOME_ABANDONED, 4);

CONSTANT(CRM_DIRECTION_INCOMING, 1);
CONSTANT(CRM_DIRECTION_OUTGOING, 2);
CONSTANT(CRM_DIRECTION_INTERNAL, 3);

CONSTANT(CRM_CONTACT_STATUS_PLANNED, 1);
CONSTANT(CRM_CONTACT_STATUS_HELD, 2);
CONSTANT(CRM_CONTACT_STATUS_NOT_HELD, 3);
CONSTANT(CRM_CONTACT_STATUS_CANCELLED, 4);

CONSTANT(CRM_PARTICIPANT_ROLE_ATTENDED, 1);
CONSTANT(CRM_PARTICIPANT_ROLE_SENDER, 2);
CONSTANT(CRM_PARTICIPANT_ROLE_RECIPIENT, 3);
CONSTANT(CRM_PARTICIPANT_ROLE_COPIED, 4);

CONSTANT(CRM_MESSAGE_STATE_IMPORTED, 1);
CONSTANT(CRM_MESSAGE_STATE_UNMATCHED, 2);
CONSTANT(CRM_MESSAGE_STATE_TO_REVIEW, 3);
CONSTANT(CRM_MESSAGE_STATE_IGNORED, 4);

CONSTANT(CRM_TASK_STATUS_OPEN, 1);
CONSTANT(CRM_TASK_STATUS_IN_PROGRESS, 2);
CONSTANT(CRM_TASK_STATUS_WAITING, 3);
CONSTANT(CRM_TASK_STATUS_DONE, 4);
CONSTANT(CRM_TASK_STATUS_CANCELLED, 5);

CONSTANT(CRM_PRIORITY_LOW, 1);
CONSTANT(CRM_PRIORITY_NORMAL, 2);
CONSTANT(CRM_PRIORITY_HIGH, 3);

CONSTANT(CRM_DOCUMENT_STATUS_DRAFT, 1);
CONSTANT(CRM_DOCUMENT_STATUS_ACTIVE, 2);
CONSTANT(CRM_DOCUMENT_STATUS_CANCELLED, 3);

CONSTANT(CRM_NUMBER_KIND_NIP, 1);
CONSTANT(CRM_NUMBER_KIND_REGON, 2);
CONSTANT(CRM_NUMBER_KIND_PESEL, 3);
CONSTANT(CRM_NUMBER_KIND_KRS, 4);
CONSTANT(CRM_NUMBER_KIND_VAT, 5);
CONSTANT(CRM_NUMBER_KIND_IBAN, 6);
CONSTANT(CRM_NUMBER_KIND_LEI, 7);

CONSTANT(CRM_ACTION_ADDED, 1);
CONSTANT(CRM_ACTION_CHANGED, 2);
CONSTANT(CRM_ACTION_REMOVED, 3);

CONSTANT(CRM_TIMELINE_KIND_CONTACT, 1);
CONSTANT(CRM_TIMELINE_KIND_NOTE, 2);
CONSTANT(CRM_TIMELINE_KIND_TASK_CREATED, 3);
CONSTANT(CRM_TIMELINE_KIND_TASK_DONE, 4);
CONSTANT(CRM_TIMELINE_KIND_DOCUMENT, 5);
CONSTANT(CRM_TIMELINE_KIND_PHASE_CHANGE, 6);

CONSTANT(CRM_MAIL_RESULT_IMPORTED, 1);
CONSTANT(CRM_MAIL_RESULT_UNMATCHED, 2);
CONSTANT(CRM_MAIL_RESULT_TO_REVIEW, 3);
CONSTANT(CRM_MAIL_RESULT_IGNORED, 4);
CONSTANT(CRM_MAIL_RESULT_DUPLICATE, 5);
CONSTANT(CRM_MAIL_RESULT_FAILED, 6);

CONSTANT(CRM_COUNTS_AS_NEITHER, 1);
CONSTANT(CRM_COUNTS_AS_COST, 2);
CONSTANT(CRM_COUNTS_AS_REVENUE, 3);

CONSTANT(CRM_MONEY_SIDE_COST, 1);
CONSTANT(CRM_MONEY_SIDE_REVENUE, 2);

CONSTANT(CRM_MONEY_CATEGORY_LABOUR, 1);
CONSTANT(CRM_MONEY_CATEGORY_MATERIAL, 2);
CONSTANT(CRM_MONEY_CATEGORY_GOODS, 3);
CONSTANT(CRM_MONEY_CATEGORY_EXTERNAL_SERVICE, 4);
CONSTANT(CRM_MONEY_CATEGORY_OTHER, 5);

CONSTANT(CRM_TRADE_DOCUMENT_STATUS_DRAFT, 1);
CONSTANT(CRM_TRADE_DOCUMENT_STATUS_CONFIRMED, 2);
CONSTANT(CRM_TRADE_DOCUMENT_STATUS_POSTED, 3);
CONSTANT(CRM_TRADE_DOCUMENT_STATUS_CANCELLED, 4);

CONSTANT(CRM_CREATE, 1);
CONSTANT(CRM_KNOWN_OPERATORS, 2);

CONSTANT(CRM_OPERATOR_IS_ACTIVE, 1);

CONSTANT(CRM_PARTY_BIRTH_DATE, 1);

CONSTANT(CRM_IDENTIFIER_SINCE, 1);
CONSTANT(CRM_IDENTIFIER_UNTIL, 2);

CONSTANT(CRM_PERSON_ACTIVE_SINCE, 1);
CONSTANT(CRM_PERSON_ACTIVE_UNTIL, 2);

CONSTANT(CRM_CASE_CLOSED_AT, 1);
CONSTANT(CRM_CASE_PROBABILITY, 2);
CONSTANT(CRM_CASE_EXPECTED_CLOSE_ON, 4);

CONSTANT(CRM_CONTACT_ENDED_AT, 1);
CONSTANT(CRM_CONTACT_EVALUATION, 2);

CONSTANT(CRM_MESSAGE_SENT_AT, 1);

CONSTANT(CRM_TASK_DUE_AT, 1);
CONSTANT(CRM_TASK_DONE_AT, 2);

CONSTANT(CRM_DOCUMENT_RECEIVED_AT, 1);
CONSTANT(CRM_DOCUMENT_ISSUED_ON, 2);
CONSTANT(CRM_DOCUMENT_VALID_SINCE, 4);
CONSTANT(CRM_DOCUMENT_VALID_UNTIL, 8);

CONSTANT(CRM_PLAN_LINE_PLANNED_ON, 1);

CONSTANT(CRM_TRADE_DOCUMENT_ISSUED_ON, 1);

CONSTANT(CRM_NATURAL_BIRTH_DATE, 1);
CONSTANT(CRM_NATURAL_WITH_PERSON, 2);

CONSTANT(CRM_FUNNEL_QUERY_AS_OF, 1);

CONSTANT(CRM_PLAN_ROW_BASIS_POINTS, 1);

CONSTANT(CRM_OVERRUN_BASIS_POINTS, 1);

CONSTANT(CRM_PARSED_MESSAGE_SENT_AT, 1);

CONSTANT(CRM_MAIL_OPTIONS_KEEP_RAW, 1);
