// The record types with one rule or two.
#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("every rule of a base has one way to break it")
{
    check_own_rules<Base>(std::to_array<Breaking<Base>>({
        {"base.parent.other", [](Base& b) { b.id = {7}, b.parent_id = b.id; }},
    }));
}

TEST_CASE("every rule of a note has one way to break it")
{
    check_own_rules<Note>(std::to_array<Breaking<Note>>({
        {"note.about.required", [](Note& n) { n.subject_id.reset(); }},
    }));
}

TEST_CASE("note.about.required: a person is enough, and a case is not")
{
    auto n = sample<Note>();
    n.subject_id.reset();
    n.case_id = Id<Case>{7};
    CHECK(broken_by(n) == Codes{"note.about.required"});
    n.person_id = Id<Person>{7};
    CHECK(broken_by(n) == Codes{});
}

TEST_CASE("every rule of a message has one way to break it")
{
    check_own_rules<Message>(std::to_array<Breaking<Message>>({
        {"message.contact.imported", [](Message& m) { m.contact_id = Id<Contact>{7}; }},
    }));
}

TEST_CASE("message.contact.imported: an imported message has its contact")
{
    auto m  = sample<Message>();
    m.state = MessageState::imported;
    CHECK(broken_by(m) == Codes{"message.contact.imported"});
    m.contact_id = Id<Contact>{7};
    CHECK(broken_by(m) == Codes{});
}

TEST_CASE("operator.cases.open")
{
    Violations broken;
    rules::check_leaving(0, broken);
    CHECK(broken.empty());
    rules::check_leaving(12, broken);
    REQUIRE(codes_of(broken) == Codes{"operator.cases.open"});
    CHECK_THAT(broken.front().message, containing("12 open cases"));
}

TEST_CASE("case.keeper.active: nothing new is given to someone who has left")
{
    auto const broken_for = [](std::optional<Operator> const& who) {
        Violations broken;
        rules::check_active("case.keeper.active", "keeper_id", who, broken);
        return codes_of(broken);
    };
    CHECK(broken_for(Operator{.is_active = true}) == Codes{});
    CHECK(broken_for(Operator{.is_active = false}) == Codes{"case.keeper.active"});
    CHECK(broken_for(std::nullopt) == Codes{});
}

namespace {

/// The records that have rules of their own: the others have none that a test would have to break.
template <class Record>
void count_rules(std::size_t& count)
{
    count += rules::own_rules<Record>.size();
}

}  // namespace

TEST_CASE("no record has rules of its own that no test here breaks")
{
    std::size_t all = 0;
#define CRM_COUNT_RULES(Record) count_rules<Record>(all);
    CRM_EACH_RECORD(CRM_COUNT_RULES)
    using namespace rules;
    CHECK(all == own_rules<Base>.size() + own_rules<Case>.size() + own_rules<Contact>.size() + own_rules<Participant>.size() +
                     own_rules<Document>.size() + own_rules<DocumentLink>.size() + own_rules<Identifier>.size() +
                     own_rules<Message>.size() + own_rules<Note>.size() + own_rules<Party>.size() + own_rules<Address>.size() +
                     own_rules<ContactPoint>.size() + own_rules<Person>.size() + own_rules<Phase>.size() +
                     own_rules<Subject>.size() + own_rules<Task>.size());
}
