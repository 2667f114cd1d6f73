// The timeline and the funnel in memory, by their plain definitions.
#include "catch.hpp"
#include "rows.hpp"

#include "store/memory/memory_store.hpp"

#include <crm/model/error.hpp>

using namespace crm;
using namespace crm::test;
using std::chrono::hours;

namespace {

constexpr Id<Operator> anna{1}, jan{2};

Revision archived()
{
    auto revision        = version(1);
    revision.archived_at = monday_in_march;
    return revision;
}

Money pln(std::int64_t units)
{
    return {.amount = units * 10'000, .currency = Currency{"PLN"}};
}

Phase phase(std::int64_t id, std::int64_t scheme, std::string const& code, Stage stage, int ordinal, int probability)
{
    return {.id          = {id},
            .revision    = version(1),
            .scheme_id   = {scheme},
            .code        = code,
            .name        = code,
            .stage       = stage,
            .ordinal     = ordinal,
            .probability = probability};
}

Case sale(std::int64_t id, std::int64_t phase_id, std::optional<Money> expected)
{
    return {.id         = {id},
            .revision   = version(1),
            .type_id    = {1},
            .phase_id   = {phase_id},
            .stage      = Stage::potential,
            .keeper_id  = anna,
            .subject_id = Id<Subject>{1},
            .expected   = expected,
            .opened_at  = monday_in_march};
}

/// The subject 1 with the person 1; schemes `sale` (lead, offer; done; old, which is archived) and `rent` (asked).
class Firm {
public:
    Firm()
    {
        keep(Operator{.id = anna, .revision = version(1)}, Operator{.id = jan, .revision = version(1)},
             Operation{.id = {1}, .operator_id = anna, .at = monday_in_march}, Party{.id = {1}, .revision = version(1)},
             Party{.id = {2}, .revision = version(1)},
             Subject{.id = {1}, .revision = version(1), .kind = SubjectKind::legal, .party_id = {1}},
             Person{.id = {1}, .revision = version(1), .subject_id = {1}, .subject_kind = SubjectKind::legal, .party_id = {2}},
             ContactKind{.id = {1}, .revision = version(1), .code = "call", .medium = Medium::phone},
             Scheme{.id = {1}, .revision = version(1), .code = "sale"}, Scheme{.id = {2}, .revision = version(1), .code = "rent"},
             phase(1, 1, "lead", Stage::potential, 1, 10), phase(2, 1, "offer", Stage::potential, 2, 50),
             phase(3, 1, "done", Stage::closed, 9, 0), phase(4, 2, "asked", Stage::potential, 1, 20));
        auto old     = phase(5, 1, "old", Stage::active, 5, 0);
        old.revision = archived();
        keep(old, CaseType{.id = {1}, .revision = version(1), .code = "sale", .scheme_id = {1}},
             CaseType{.id = {2}, .revision = version(1), .code = "rent", .scheme_id = {2}});
    }

    template <class... Record>
    void keep(Record const&... records)
    {
        auto const transaction = store_->begin(store::Access::write);
        (insert(*transaction, records), ...);
        transaction->commit();
    }

    /// "phase currency count sum weighted" of each row.
    std::vector<std::string> funnel(FunnelQuery const& query)
    {
        std::vector<std::string> rows;
        for (auto const& row : store_->begin(store::Access::read)->funnel(query)) {
            CHECK(row.sum.currency == row.weighted.currency);
            rows.push_back(row.phase + " " + std::string{row.sum.currency.code()} + " " + std::to_string(row.count) + " " +
                           amount_to_decimal(row.sum.amount) + " " + amount_to_decimal(row.weighted.amount));
        }
        return rows;
    }

    Timeline timeline(TimelineQuery const& query) { return store_->begin(store::Access::read)->timeline(query); }

    /// "kind id" of each entry.
    std::vector<std::string> told(TimelineQuery const& query)
    {
        std::vector<std::string> entries;
        for (auto const& entry : timeline(query))
            entries.push_back(std::string{enum_name(entry.kind)} + " " + std::to_string(entry.id));
        return entries;
    }

private:
    std::unique_ptr<store::Store> store_ = store::open_memory_store(std::chrono::milliseconds{0});
};

CaseState state(std::int64_t id, std::int64_t of, std::int64_t seq, Instant at, std::int64_t phase_id)
{
    return {.id           = {id},
            .case_id      = {of},
            .seq          = seq,
            .valid_at     = at,
            .recorded_at  = at,
            .operation_id = 1,
            .operator_id  = anna,
            .type_id      = {1},
            .phase_id     = {phase_id},
            .stage        = Stage::potential,
            .entered      = true,
            .subject_id   = Id<Subject>{1},
            .keeper_id    = anna};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the funnel counts and sums by phase and currency, and has each phase without cases once")
{
    Firm firm;
    auto won    = sale(5, 3, pln(40));
    won.outcome = CaseOutcome::won;
    auto lost    = sale(6, 3, pln(2));
    lost.outcome = CaseOutcome::lost;
    auto own        = sale(7, 2, pln(30));
    own.probability = 90;
    firm.keep(sale(1, 1, pln(100)), sale(2, 1, pln(50)), sale(3, 1, Money{.amount = 7'7777, .currency = Currency{"EUR"}}),
              sale(4, 1, std::nullopt), won, lost, own);

    CHECK(firm.funnel({.type = "sale"}) == Lines{"lead EUR 1 7.7777 0.78", "lead PLN 2 150.00 15.00", "lead XXX 1 0.00 0.00",
                                                 "offer PLN 1 30.00 27.00", "done PLN 2 42.00 40.00"});
    CHECK(firm.funnel({}).front() == "asked XXX 0 0.00 0.00");
    CHECK(firm.funnel({.type = "rent"}) == Lines{"asked XXX 0 0.00 0.00"});
    CHECK_THROWS_AS(firm.funnel({.type = "repair"}), NotFound);
}

TEST_CASE("the funnel leaves out what is archived, internal, or another keeper's")
{
    Firm firm;
    auto away     = sale(1, 1, pln(1));
    away.revision = archived();
    auto internal       = sale(2, 1, pln(2));
    internal.subject_id = std::nullopt;
    auto his      = sale(3, 1, pln(4));
    his.keeper_id = jan;
    firm.keep(away, internal, his, sale(4, 1, pln(8)));

    CHECK(firm.funnel({.type = "sale"}).front() == "lead PLN 2 12.00 1.20");
    CHECK(firm.funnel({.type = "sale", .with_internal = true}).front() == "lead PLN 3 14.00 1.40");
    CHECK(firm.funnel({.type = "sale", .keeper_id = jan}).front() == "lead PLN 1 4.00 0.40");
}

TEST_CASE("the funnel of a moment counts what the cases were then")
{
    Firm firm;
    auto first        = state(1, 1, 1, monday_in_march, 1);
    first.expected    = pln(10);
    first.probability = 25;
    auto again        = state(2, 1, 2, monday_in_march + hours{2}, 5);
    again.expected    = pln(20);
    auto corrected        = state(3, 1, 3, monday_in_march + hours{2}, 5);
    corrected.expected    = pln(30);
    corrected.probability = 100;
    auto later    = state(4, 2, 1, monday_in_march + hours{3}, 1);
    auto away     = sale(3, 1, {});
    away.revision = archived();
    firm.keep(sale(1, 2, pln(99)), sale(2, 2, {}), away, first, again, corrected, later, state(5, 3, 1, monday_in_march, 1));

    Lines const none{"lead XXX 0 0.00 0.00", "offer XXX 0 0.00 0.00", "done XXX 0 0.00 0.00"};
    CHECK(firm.funnel({.type = "sale", .as_of = monday_in_march - hours{1}}) == none);
    CHECK(firm.funnel({.type = "sale", .as_of = monday_in_march}).front() == "lead PLN 1 10.00 2.50");
    CHECK(firm.funnel({.type = "sale", .as_of = monday_in_march + hours{2}}) ==
          Lines{"lead XXX 0 0.00 0.00", "offer XXX 0 0.00 0.00", "old PLN 1 30.00 30.00", "done XXX 0 0.00 0.00"});
    CHECK(firm.funnel({.type = "sale", .as_of = monday_in_march + hours{3}}).front() == "lead XXX 1 0.00 0.00");
}

TEST_CASE("the timeline tells what concerns a subject, a person, a case, newest first")
{
    Firm firm;
    auto left              = state(2, 1, 2, monday_in_march + hours{8}, 2);
    left.previous_phase_id = Id<Phase>{1};
    auto stayed            = state(3, 1, 3, monday_in_march + hours{9}, 2);
    stayed.entered         = false;
    Contact call{.id         = {1},
                 .revision   = version(1),
                 .kind_id    = {1},
                 .subject_id = Id<Subject>{1},
                 .at         = monday_in_march + hours{1},
                 .summary    = "Hello"};
    Contact of_person   = call;
    of_person.id        = {2};
    of_person.at        = monday_in_march + hours{2};
    of_person.person_id = Id<Person>{1};
    Task task{.id             = {1},
              .revision       = version(1),
              .title          = "Call",
              .responsible_id = anna,
              .subject_id     = Id<Subject>{1},
              .case_id        = Id<Case>{1},
              .done_at        = monday_in_march + hours{5},
              .done_by        = jan};
    Note note{.id         = {1},
              .revision   = version(1),
              .subject_id = Id<Subject>{1},
              .person_id  = Id<Person>{1},
              .written_at = monday_in_march + hours{4},
              .title      = "N"};
    Note away     = note;
    away.id       = {2};
    away.revision = archived();
    firm.keep(sale(1, 2, {}), state(1, 1, 1, monday_in_march + hours{7}, 1), left, stayed, call, of_person, task, note, away,
              Participant{.id = {1}, .revision = version(1), .contact_id = {1}, .person_id = Id<Person>{1}},
              ContactCase{.id = {1}, .revision = version(1), .contact_id = {1}, .case_id = {1}},
              Document{.id = {1}, .revision = version(1), .title = "D", .kind = "offer", .received_at = monday_in_march + hours{6}},
              DocumentLink{.id = {1}, .revision = version(1), .document_id = {1}, .subject_id = Id<Subject>{1}},
              DocumentLink{.id = {2}, .revision = version(1), .document_id = {1}, .case_id = Id<Case>{1}},
              Document{.id = {2}, .revision = archived(), .title = "E"},
              DocumentLink{.id = {3}, .revision = version(1), .document_id = {2}, .subject_id = Id<Subject>{1}});
    Id<Subject> const subject{1};
    Id<Person> const  person{1};
    Id<Case> const    its_case{1};

    CHECK(firm.told({.subject_id = subject}) == Lines{"phase_change 2", "phase_change 1", "document 1", "task_done 1", "note 1",
                                                      "contact 2", "contact 1", "task_created 1"});
    CHECK(firm.told({.person_id = person}) == Lines{"note 1", "contact 2", "contact 1"});
    CHECK(firm.told({.case_id = its_case}) ==
          Lines{"phase_change 2", "phase_change 1", "document 1", "task_done 1", "contact 1", "task_created 1"});
    CHECK(firm.told({.subject_id = subject, .person_id = person, .case_id = its_case}) == Lines{"contact 1"});
    CHECK(firm.told({.subject_id = Id<Subject>{9}}).empty());

    auto const all = firm.timeline({.subject_id = subject});
    CHECK(all[0] == TimelineEntry{.kind        = TimelineKind::phase_change,
                                  .at          = monday_in_march + hours{8},
                                  .id          = 2,
                                  .operator_id = anna,
                                  .case_id     = 1,
                                  .title       = "offer",
                                  .detail      = "lead"});
    CHECK(all[3].operator_id == jan);
    CHECK(all[2].detail == "offer");
    CHECK(all[6].detail == "call");

    auto const page = firm.timeline({.subject_id = subject, .after = all[1].place(), .limit = 2});
    CHECK(page == Timeline{all[2], all[3]});
}
