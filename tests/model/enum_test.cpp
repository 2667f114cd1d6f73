// The numbers that databases and programs in C have of each enumerator: append here, and change nothing.
#include "catch.hpp"

#include <crm/analysis/timeline.hpp>
#include <crm/model/error.hpp>
#include <crm/model/records.hpp>
#include <crm/store/history.hpp>

#include <utility>

using namespace crm;

namespace {

using Numbers = std::vector<std::pair<std::string_view, int>>;

template <class Enum>
Numbers numbers_of()
{
    Numbers numbers;
    for (auto const& [name, number] : enumerators<Enum>)
        numbers.emplace_back(name, static_cast<int>(number));
    return numbers;
}

}  // namespace

TEST_CASE("enumerators keep their numbers")
{
    CHECK(numbers_of<CaseOutcome>() == Numbers{{"won", 1}, {"lost", 2}, {"done", 3}, {"abandoned", 4}});
    CHECK(numbers_of<Stage>() == Numbers{{"potential", 1}, {"active", 2}, {"closed", 3}});
    CHECK(numbers_of<Direction>() == Numbers{{"incoming", 1}, {"outgoing", 2}, {"internal", 3}});
    CHECK(numbers_of<ContactStatus>() == Numbers{{"planned", 1}, {"held", 2}, {"not_held", 3}, {"cancelled", 4}});
    CHECK(numbers_of<Medium>() == Numbers{{"phone", 1}, {"email", 2}, {"fax", 3}, {"meeting", 4}, {"letter", 5}, {"chat", 6}, {"visit", 7}, {"other", 8}});
    CHECK(numbers_of<ContactPointKind>() == Numbers{{"phone", 1}, {"email", 2}, {"fax", 3}, {"web", 4}, {"messenger", 5}, {"other", 6}});
    CHECK(numbers_of<AddressKind>() ==
          Numbers{{"registered", 1}, {"correspondence", 2}, {"delivery", 3}, {"branch", 4}, {"invoice", 5}, {"residence", 6}});
    CHECK(numbers_of<DocumentStatus>() == Numbers{{"draft", 1}, {"active", 2}, {"cancelled", 3}});
    CHECK(numbers_of<MessageState>() == Numbers{{"imported", 1}, {"unmatched", 2}, {"to_review", 3}, {"ignored", 4}});
    CHECK(numbers_of<NumberKind>() == Numbers{{"nip", 1}, {"regon", 2}, {"pesel", 3}, {"krs", 4}, {"vat", 5}, {"iban", 6}, {"lei", 7}});
    CHECK(numbers_of<ParticipantRole>() == Numbers{{"attended", 1}, {"sender", 2}, {"recipient", 3}, {"copied", 4}});
    CHECK(numbers_of<DecisionRole>() ==
          Numbers{{"decision_maker", 1}, {"evaluator", 2}, {"influencer", 3}, {"user", 4}, {"blocker", 5}, {"other", 6}});
    CHECK(numbers_of<SubjectKind>() == Numbers{{"natural", 1}, {"legal", 2}});
    CHECK(numbers_of<SubjectStatus>() == Numbers{{"prospect", 1}, {"active", 2}, {"inactive", 3}, {"blocked", 4}});
    CHECK(numbers_of<TaskStatus>() == Numbers{{"open", 1}, {"in_progress", 2}, {"waiting", 3}, {"done", 4}, {"cancelled", 5}});
    CHECK(numbers_of<Priority>() == Numbers{{"low", 1}, {"normal", 2}, {"high", 3}});
    CHECK(numbers_of<CountsAs>() == Numbers{{"neither", 1}, {"cost", 2}, {"revenue", 3}});
    CHECK(numbers_of<MoneySide>() == Numbers{{"cost", 1}, {"revenue", 2}});
    CHECK(numbers_of<MoneyCategory>() == Numbers{{"labour", 1}, {"material", 2}, {"goods", 3}, {"external_service", 4}, {"other", 5}});
    CHECK(numbers_of<TradeDocumentStatus>() == Numbers{{"draft", 1}, {"confirmed", 2}, {"posted", 3}, {"cancelled", 4}});
    CHECK(numbers_of<Action>() == Numbers{{"added", 1}, {"changed", 2}, {"removed", 3}});
    CHECK(numbers_of<TimelineKind>() ==
          Numbers{{"contact", 1}, {"note", 2}, {"task_created", 3}, {"task_done", 4}, {"document", 5}, {"phase_change", 6}});
}

TEST_CASE("an enumerator is known by its name, and no other number has one")
{
    CHECK(enum_name(Stage::closed) == "closed");
    CHECK(enum_from_name<Stage>("closed") == Stage::closed);
    CHECK(enum_name(Stage{}).empty());
    CHECK(enum_name(static_cast<Stage>(4)).empty());
    CHECK_FALSE(enum_from_name<Stage>("Closed"));
    CHECK_FALSE(enum_from_name<Stage>(""));
}

TEST_CASE("a field is named by its member, also among fields of one type")
{
    CHECK(field_name(&Case::title) == "title");
    CHECK(field_name(&Case::description) == "description");
    CHECK(field_name(&Case::closed_at) == "closed_at");
    CHECK(field_name(&Revision::changed_by) == "changed_by");
}

TEST_CASE("errors keep their numbers")
{
    CHECK(static_cast<int>(ErrorCode::InvalidArgument) == 1);
    CHECK(static_cast<int>(ErrorCode::ValidationError) == 2);
    CHECK(static_cast<int>(ErrorCode::NotFound) == 3);
    CHECK(static_cast<int>(ErrorCode::Conflict) == 4);
    CHECK(static_cast<int>(ErrorCode::Busy) == 6);
    CHECK(static_cast<int>(ErrorCode::Internal) == 19);
    for (auto const& facts : error_facts)
        if (facts.code != ErrorCode::ValidationError)
            try {
                raise(facts.code, "Roof");
            } catch (Error const& error) {
                CHECK(error.code() == facts.code);
                CHECK(error.what() == std::string{"Roof"});
            }
}
