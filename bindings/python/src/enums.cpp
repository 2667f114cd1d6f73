#include "convert.hpp"

#include <crm/analysis/timeline.hpp>
#include <crm/model/records.hpp>
#include <crm/store/history.hpp>
#include <crm/store/schema.hpp>
#include <crm/work/mail_import.hpp>

namespace crm::python {

/// The one list of enumerations that Python knows, and what they mean.
#define CRM_EACH_ENUM(X)                                                  \
    X(Action, "What an operation did to a record.")                       \
    X(AddressKind, "What an address is used for.")                        \
    X(CaseOutcome, "How a case ended.")                                   \
    X(ContactPointKind, "What a contact point is.")                       \
    X(ContactStatus, "What became of a contact.")                         \
    X(CountsAs, "What the amounts of a trade document are to its case.")  \
    X(DatabaseRole, "What a user of the database itself may do.")          \
    X(DecisionRole, "Part that a person plays when a firm decides.")      \
    X(Direction, "Which way the information flowed.")                     \
    X(DocumentStatus, "How far a document is.")                           \
    X(MailResult, "What became of a message that was imported.")          \
    X(Medium, "The medium that a kind of contact goes by.")               \
    X(MessageState, "What a stored message waits for.")                   \
    X(MoneyCategory, "What money is for.")                                \
    X(MoneySide, "Whether money goes out or comes in.")                   \
    X(NumberKind, "Which tax, register or bank number it is.")            \
    X(ParticipantRole, "The part that a participant took.")               \
    X(Priority, "How urgent something is.")                               \
    X(Stage, "The part of its life that a case is in.")                   \
    X(SubjectKind, "Legal, or natural: one private person.")              \
    X(SubjectStatus, "How far a relation has come.")                      \
    X(TaskStatus, "How far a task is.")                                   \
    X(TimelineKind, "What an entry of a timeline is about.")              \
    X(TradeDocumentStatus, "How far a trade document is.")

namespace {

template <DescribedEnum Enum>
void bind_enum(py::module_& module, char const* doc)
{
    std::string const name{class_name<Enum>()};
    py::dict          members;
    for (auto const& known : enumerators<Enum>)
        members[py::str{known.name}] = known.name;
    py::object const made = py::module_::import("enum").attr("StrEnum")(name, members, py::arg("module") = "crm._core");
    made.attr("__doc__")      = doc;
    module.attr(name.c_str()) = made;
    for (std::size_t i = 0; i != enumerators<Enum>.size(); ++i)
        enum_members<Enum>[i] = py::object{made(enumerators<Enum>[i].name)}.release().ptr();
}

template <class Type>
struct EnumIn {
    static constexpr bool is_bound() { return true; }
};
template <class Type>
struct EnumIn<std::optional<Type>> : EnumIn<Type> {};
template <DescribedEnum Enum>
struct EnumIn<Enum> {
    static constexpr bool is_bound()
    {
        bool bound = false;
#define CRM_IS_IT(Name, doc) bound = bound || std::is_same_v<Enum, Name>;
        CRM_EACH_ENUM(CRM_IS_IT)
#undef CRM_IS_IT
        return bound;
    }
};

template <class Record>
consteval bool every_enum_is_bound()
{
    bool all = true;
    boost::mp11::mp_for_each<Fields<Record>>(
        [&](auto field) { all = all && EnumIn<decltype(field_type(field.pointer))>::is_bound(); });
    return all;
}
#define CRM_CHECK(Record) static_assert(every_enum_is_bound<Record>(), "an enumeration of " #Record " is missing from CRM_EACH_ENUM");
CRM_EACH_RECORD(CRM_CHECK)
#undef CRM_CHECK

}  // namespace

void bind_enums(py::module_& module)
{
#define CRM_BIND(Name, doc) bind_enum<Name>(module, doc);
    CRM_EACH_ENUM(CRM_BIND)
#undef CRM_BIND
}

}  // namespace crm::python
