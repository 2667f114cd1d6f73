#pragma once

#include <crm/analysis/card.hpp>
#include <crm/analysis/funnel.hpp>
#include <crm/analysis/plan.hpp>
#include <crm/analysis/timeline.hpp>
#include <crm/model/records.hpp>
#include <crm/store/condition.hpp>
#include <crm/store/history.hpp>
#include <crm/work/session.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm {

/// A field to sort by: `title`, `created_at`, `expected.amount`.
struct Order {
    std::string field{};
    bool        descending = false;
};

/// Which page of the records found, and in what order: null before every value, then by id.
struct Paging {
    std::vector<Order> order{};
    std::size_t        limit = 100;
    std::string        after{};                ///< `next` of the page before; empty: the first page
    bool               with_archived = false;  ///< those that were put away too
};

template <class Record>
struct Page {
    std::vector<Record> records{};
    std::string         next{};  ///< where the next page begins; empty: there is none
};

/// What views and works can read. For one thread at a time.
class Reading {
public:
    /// \throws NotFound
    template <class Record>
    [[nodiscard]] Record get(Id<Record> id);

    /// The record, or none.
    template <class Record>
    [[nodiscard]] std::optional<Record> look_up(Id<Record> id);

    /// The records that `condition` is true of, a page at a time. The cost does not grow with the pages before.
    /// \throws InvalidArgument when the condition, the order or the cursor is not one of this record
    template <class Record>
    [[nodiscard]] Page<Record> find(Condition const& condition = {}, Paging const& paging = {});

    template <class Record>
    [[nodiscard]] std::int64_t count(Condition const& condition = {}, bool with_archived = false);

    /// What happened to a record, newest first.
    template <class Record>
    [[nodiscard]] std::vector<Change> history(Id<Record> id);

    /// A subject with its party, numbers, addresses, contact points, and its persons with theirs. What was put away is
    /// left out, but for the subject itself.
    /// \throws NotFound
    [[nodiscard]] SubjectCard card(Id<Subject> id);

    /// The subjects with that number, without their persons. \param value in any form that people write it in
    [[nodiscard]] std::vector<SubjectCard> subjects_with_number(NumberKind kind, std::string_view value);

    /// The first parties whose name begins so, by name: `lodz` finds `ŁÓDŹ`. Nothing where no letter or digit is typed.
    [[nodiscard]] std::vector<PartyHit> search_parties(std::string_view typed, std::size_t limit = 20);

    /// Contacts, notes, tasks, documents and phase changes, newest first. Names at least one of subject, person and case.
    /// \throws InvalidArgument when it names none
    [[nodiscard]] Timeline timeline(TimelineQuery const& query);

    /// Counts and money of cases by phase.
    /// \throws NotFound when no case type has that code; OutOfRange when a sum has no room
    [[nodiscard]] Funnel funnel(FunnelQuery const& query = {});

    /// What a case costs and brings in against its plan. Nothing of a case without plan lines and trade documents.
    /// \throws OutOfRange when a sum, difference or share has no room
    [[nodiscard]] PlanComparison plan_against_actual(Id<Case> id);

    /// The cases that are furthest above their plan. \throws OutOfRange as plan_against_actual()
    [[nodiscard]] Overruns overruns(OverrunQuery const& query = {});

    // What programs know by a code. \throws NotFound
    [[nodiscard]] Id<CaseType>    case_type(std::string_view code);
    [[nodiscard]] Id<ContactKind> contact_kind(std::string_view code);
    [[nodiscard]] Id<Base>        base(std::string_view code);
    [[nodiscard]] Id<Operator>    operator_id(std::string_view code);
    [[nodiscard]] Id<Phase>       phase(Id<CaseType> type, std::string_view code);
    [[nodiscard]] Id<TradeKind>   trade_kind(std::string_view code);

    /// The operator who reads or works.
    [[nodiscard]] Id<Operator> who() const { return session().who; }

protected:
    explicit Reading(Session session) : session_{std::move(session)} {}
    ~Reading()                         = default;
    Reading(Reading&&)                 = default;
    Reading& operator=(Reading&&)      = default;

    /// \throws InvalidArgument when it has ended
    [[nodiscard]] store::Transaction& transaction() const;
    [[nodiscard]] Session const&      session() const noexcept { return session_; }
    void                              end() noexcept { session_.transaction.reset(); }

private:
    friend class Saving;

    Session session_;
};

}  // namespace crm
