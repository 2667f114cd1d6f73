-- Timelines read from one index in order, version 4: a link with a case keeps the moment of the contact or the document that it
-- leads to. The library writes it beside the columns of the record, and again when that moment changes.
-- Programs of earlier versions may go on reading; they would leave the moments out.
-- reader 1, writer 4

alter table crm_contact_case add column contact_at bigint not null default 0;
update crm_contact_case set contact_at = (select x.at from crm_contact x where x.id = crm_contact_case.contact_id);
create index crm_contact_case_by_case_at on crm_contact_case (case_id, contact_at, contact_id);
drop index crm_contact_case_by_case_contact on crm_contact_case;

alter table crm_document_link add column document_at bigint not null default 0;
update crm_document_link set document_at = (select coalesce(x.received_at, x.created_at) from crm_document x where x.id = crm_document_link.document_id);
create index crm_document_link_by_case_at on crm_document_link (case_id, document_at, document_id) {if_given case_id};
create index crm_document_link_by_subject_at on crm_document_link (subject_id, document_at, document_id) {if_given subject_id};
create index crm_document_link_by_person_at on crm_document_link (person_id, document_at, document_id) {if_given person_id};
drop index crm_document_link_by_case_document on crm_document_link;
drop index crm_document_link_by_subject_document on crm_document_link;
drop index crm_document_link_by_person_document on crm_document_link;
