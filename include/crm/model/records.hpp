#pragma once

#include <crm/model/address.hpp>
#include <crm/model/admitted_kind.hpp>
#include <crm/model/base.hpp>
#include <crm/model/base_member.hpp>
#include <crm/model/case.hpp>
#include <crm/model/case_state.hpp>
#include <crm/model/case_type.hpp>
#include <crm/model/contact.hpp>
#include <crm/model/contact_case.hpp>
#include <crm/model/contact_kind.hpp>
#include <crm/model/contact_point.hpp>
#include <crm/model/content.hpp>
#include <crm/model/document.hpp>
#include <crm/model/document_link.hpp>
#include <crm/model/identifier.hpp>
#include <crm/model/message.hpp>
#include <crm/model/message_alias.hpp>
#include <crm/model/message_copy.hpp>
#include <crm/model/note.hpp>
#include <crm/model/operation.hpp>
#include <crm/model/operator.hpp>
#include <crm/model/participant.hpp>
#include <crm/model/party.hpp>
#include <crm/model/person.hpp>
#include <crm/model/phase.hpp>
#include <crm/model/plan_line.hpp>
#include <crm/model/scheme.hpp>
#include <crm/model/subject.hpp>
#include <crm/model/task.hpp>
#include <crm/model/trade_document.hpp>
#include <crm/model/trade_kind.hpp>

namespace crm {

/// The one list of record types, those that are referred to before those that refer to them. Stores make a table for
/// each; each instantiates what is a template of the record type.
#define CRM_EACH_RECORD(X) \
    X(Operator) \
    X(Operation) \
    X(Content) \
    X(Party) \
    X(ContactPoint) \
    X(Address) \
    X(Identifier) \
    X(Subject) \
    X(Person) \
    X(Base) \
    X(BaseMember) \
    X(ContactKind) \
    X(Scheme) \
    X(Phase) \
    X(CaseType) \
    X(Case) \
    X(CaseState) \
    X(Contact) \
    X(Participant) \
    X(ContactCase) \
    X(Message) \
    X(MessageAlias) \
    X(MessageCopy) \
    X(Task) \
    X(Note) \
    X(Document) \
    X(DocumentLink) \
    X(TradeKind) \
    X(AdmittedKind) \
    X(PlanLine) \
    X(TradeDocument)

template <class... Record>
struct RecordList {};

template <class List>
struct WithoutFirst;
template <class First, class... Record>
struct WithoutFirst<RecordList<First, Record...>> {
    using type = RecordList<Record...>;
};

#define CRM_LISTED(Record) , Record
using Records = WithoutFirst<RecordList<void CRM_EACH_RECORD(CRM_LISTED)>>::type;
#undef CRM_LISTED

template <class Type>
inline constexpr bool is_record = boost::mp11::mp_contains<Records, Type>::value;

/// The place of `Record` in the list.
template <class Record>
inline constexpr std::size_t record_index = boost::mp11::mp_find<Records, Record>::value;

inline constexpr std::size_t record_count = boost::mp11::mp_size<Records>::value;

}  // namespace crm
