-- What is read often is read from one index, version 4. A link keeps the moment of the contact or the document that it leads
-- to, so that the index of a timeline is in its order. The library writes it beside the columns of the record, and again when that moment changes.
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

-- The first employee who took part, the funnel, and the city of a party: each from its index alone.
create index crm_participant_by_contact_in_order on crm_participant (contact_id, id, operator_id);
drop index crm_participant_by_contact on crm_participant;
create index crm_case_by_phase_money on crm_case (phase_id, expected_currency, archived_at, subject_id, expected_amount, probability, outcome);
drop index crm_case_by_phase_expected_currency on crm_case;
create index crm_address_by_party_default on crm_address (party_id, is_default, archived_at, kind, id, city);
drop index crm_address_by_party on crm_address;
