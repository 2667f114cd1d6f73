#include "record.hpp"

using namespace crm::capi;

namespace {

template <class Record>
crm_status link_document(crm_work* work, crm_id document_id, crm_id id, crm_error** error)
{
    return guarded(error, [&] { working(work).link(crm::Id<crm::Document>{document_id}, crm::Id<Record>{id}); });
}

template <class Record>
crm_status add_participant(crm_work* work, crm_id contact_id, crm_id id, crm_error** error)
{
    return guarded(error, [&] { working(work).add_participant({contact_id}, crm::Id<Record>{id}); });
}

}  // namespace

crm_status crm_contact_link_case(crm_work* work, crm_id contact_id, crm_id case_id, crm_error** error)
{
    return guarded(error, [&] { working(work).link(crm::Id<crm::Contact>{contact_id}, crm::Id<crm::Case>{case_id}); });
}

crm_status crm_contact_unlink_case(crm_work* work, crm_id contact_id, crm_id case_id, crm_error** error)
{
    return guarded(error, [&] { working(work).unlink({contact_id}, {case_id}); });
}

crm_status crm_document_link_subject(crm_work* work, crm_id document_id, crm_id subject_id, crm_error** error)
{
    return link_document<crm::Subject>(work, document_id, subject_id, error);
}

crm_status crm_document_link_person(crm_work* work, crm_id document_id, crm_id person_id, crm_error** error)
{
    return link_document<crm::Person>(work, document_id, person_id, error);
}

crm_status crm_document_link_case(crm_work* work, crm_id document_id, crm_id case_id, crm_error** error)
{
    return link_document<crm::Case>(work, document_id, case_id, error);
}

crm_status crm_document_link_contact(crm_work* work, crm_id document_id, crm_id contact_id, crm_error** error)
{
    return link_document<crm::Contact>(work, document_id, contact_id, error);
}

crm_status crm_document_link_task(crm_work* work, crm_id document_id, crm_id task_id, crm_error** error)
{
    return link_document<crm::Task>(work, document_id, task_id, error);
}

crm_status crm_document_link_note(crm_work* work, crm_id document_id, crm_id note_id, crm_error** error)
{
    return link_document<crm::Note>(work, document_id, note_id, error);
}

crm_status crm_contact_add_employee(crm_work* work, crm_id contact_id, crm_id operator_id, crm_error** error)
{
    return add_participant<crm::Operator>(work, contact_id, operator_id, error);
}

crm_status crm_contact_add_person(crm_work* work, crm_id contact_id, crm_id person_id, crm_error** error)
{
    return add_participant<crm::Person>(work, contact_id, person_id, error);
}

crm_status crm_task_complete(crm_work* work, crm_id task_id, crm_text result, const crm_instant* at, crm_error** error)
{
    return guarded(error, [&] { working(work).complete({task_id}, text_of(result), optional_instant(at)); });
}

crm_status crm_content_keep(crm_work* work, crm_bytes bytes, crm_id* out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        to_c(working(work).keep(view_of(bytes)), *out);
    });
}
