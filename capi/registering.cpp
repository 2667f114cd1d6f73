#include "handles.hpp"
#include "pairing.hpp"

BOOST_DESCRIBE_STRUCT(crm_natural, (), (struct_size, given, subject_id, party_id, person_id, number, given_name,
                                        middle_names, family_name, title, pesel, nip, regon, email, phone, keeper_id,
                                        birth_date, status, with_person, reserved))
BOOST_DESCRIBE_STRUCT(crm_legal, (), (struct_size, given, subject_id, party_id, number, name, short_name, nip, regon,
                                      krs, vat, email, phone, keeper_id, status, reserved))
BOOST_DESCRIBE_STRUCT(crm_new_person, (), (struct_size, given, subject_id, party_id, person_id, given_name,
                                           middle_names, family_name, title, position, department, email, phone,
                                           decision_role, reserved))

namespace crm {
BOOST_DESCRIBE_STRUCT(NewNatural, (), (number, given_name, middle_names, family_name, title, birth_date, pesel, nip,
                                       regon, email, phone, keeper_id, status, with_person))
BOOST_DESCRIBE_STRUCT(NewLegal, (), (number, name, short_name, nip, regon, krs, vat, email, phone, keeper_id, status))
BOOST_DESCRIBE_STRUCT(NewPerson, (), (subject_id, given_name, middle_names, family_name, title, position, department,
                                      decision_role, email, phone))
}

template <>
inline constexpr auto crm::capi::given_bits<crm_natural> = std::to_array<GivenBit>(
    {{"birth_date", CRM_NATURAL_BIRTH_DATE}, {"with_person", CRM_NATURAL_WITH_PERSON}});

namespace crm::capi {

CRM_COUNTERPART_IN_C(NewNatural, crm_natural, 216)
CRM_COUNTERPART_IN_C(NewLegal, crm_legal, 184)
CRM_COUNTERPART_IN_C(NewPerson, crm_new_person, 168)

namespace {

/// Registers what the struct tells, and writes into it what was made.
template <class New, class CStruct>
crm_status register_new(crm_work* work, CStruct* given, crm_error** error, Registered (Work::*verb)(New const&))
{
    return guarded(error, [&] {
        New asked;
        fields_from_c(read_struct(given), asked);
        auto const made = (working(work).*verb)(asked);
        to_c(made.subject_id, given->subject_id);
        to_c(made.party_id, given->party_id);
        if constexpr (requires { given->person_id; })
            to_c(made.person_id, given->person_id);
    });
}

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_natural_add(crm_work* work, crm_natural* natural, crm_error** error)
{
    return register_new(work, natural, error, &crm::Work::add_natural);
}

crm_status crm_legal_add(crm_work* work, crm_legal* legal, crm_error** error)
{
    return register_new(work, legal, error, &crm::Work::add_legal);
}

crm_status crm_person_register(crm_work* work, crm_new_person* person, crm_error** error)
{
    return register_new(work, person, error, &crm::Work::add_person);
}

crm_status crm_subject_change_kind(crm_work* work, crm_id subject_id, crm_subject_kind kind, crm_error** error)
{
    return guarded(error, [&] { working(work).change_kind({subject_id}, enumerator<crm::SubjectKind>(kind)); });
}

crm_status crm_party_add_contact_point(crm_work* work, crm_id party_id, crm_contact_point_kind kind, crm_text value,
                                       crm_error** error)
{
    return guarded(error, [&] {
        working(work).add_contact_point({party_id}, enumerator<crm::ContactPointKind>(kind), text_of(value));
    });
}

crm_status crm_party_add_number(crm_work* work, crm_id party_id, crm_number_kind kind, crm_text value, crm_error** error)
{
    return guarded(error,
                   [&] { working(work).add_number({party_id}, enumerator<crm::NumberKind>(kind), text_of(value)); });
}

crm_status crm_base_put(crm_work* work, crm_id base_id, crm_id subject_id, crm_text reason, crm_error** error)
{
    return guarded(error, [&] { working(work).put_into({base_id}, {subject_id}, text_of(reason)); });
}

crm_status crm_base_take_out(crm_work* work, crm_id base_id, crm_id subject_id, crm_error** error)
{
    return guarded(error, [&] { working(work).take_out_of({base_id}, {subject_id}); });
}
