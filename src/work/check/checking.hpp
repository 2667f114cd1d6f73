// A look at everything that is stored: what is remembered from one table to the next.
#pragma once

#include "record/table.hpp"

#include <crm/rules/rules.hpp>
#include <crm/store/store.hpp>
#include <crm/work/check.hpp>
#include <crm/work/session.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crm {

/// There are more findings than were asked for.
struct Enough {};

/// Takes what is found.
class FindingList {
public:
    FindingList(Findings& findings, std::size_t most) : findings_{findings}, most_{most} {}

    /// \throws Enough
    void add(std::string_view record, std::int64_t id, std::string code, std::string message)
    {
        if (findings_.found.size() == most_) {
            findings_.all = false;
            throw Enough{};
        }
        findings_.found.push_back({std::string{record}, id, std::move(code), std::move(message)});
    }
    void add(std::string_view record, std::int64_t id, Violations const& broken)
    {
        for (auto const& violation : broken)
            add(record, id, violation.code, violation.message);
    }

private:
    Findings&   findings_;
    std::size_t most_;
};

/// The records of one table: which there are, and what the history must tell of them.
class KnownRecords {
public:
    /// In the order of ids.
    void add(std::int64_t id, std::int64_t version)
    {
        ids_.push_back(id);
        versions_.push_back(version);
    }
    [[nodiscard]] bool        contains(std::int64_t id) const { return position(id) != ids_.size(); }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }

    /// Where it is among them; size() when it is not.
    [[nodiscard]] std::size_t position(std::int64_t id) const
    {
        auto const found = std::lower_bound(ids_.begin(), ids_.end(), id);
        return found != ids_.end() && *found == id ? static_cast<std::size_t>(found - ids_.begin()) : ids_.size();
    }
    [[nodiscard]] std::int64_t id(std::size_t position) const { return ids_[position]; }
    [[nodiscard]] std::int64_t version(std::size_t position) const { return versions_[position]; }

private:
    std::vector<std::int64_t> ids_, versions_;
};

/// Runs the rules on stored records, table by table, those that are referred to first. It remembers of each record what
/// the rules of others ask for: some bytes a record.
class RecordCheck {
public:
    RecordCheck(store::Transaction& store, Settings const& settings, FindingList& list, Findings& findings, CheckOptions const& options);

    void run();

    [[nodiscard]] std::vector<KnownRecords> const& known() const { return known_; }

private:
    template <class Record>
    void check_table();
    template <class Record>
    void check_record(record::Row const& row);
    void check_references(record::Table const& table, record::Row const& row);
    void check_forward_references();

    // What a record has to fit to beside its own rules.
    template <class Record>
    void look_around(Record const&)
    {
    }
    void look_around(Content const& content);
    void look_around(Party const& party);
    void look_around(ContactPoint const& point);
    void look_around(Address const& address);
    void look_around(Identifier const& identifier);
    void look_around(Subject const& subject);
    void look_around(Person const& person);
    void look_around(Base const& base);
    void look_around(Phase const& phase);
    void look_around(CaseType const& type);
    void look_around(Case const& c);
    void look_around(CaseState const& state);
    void look_around(Contact const& contact);
    void look_around(Participant const& participant);
    void look_around(AdmittedKind const& admitted);
    void look_around(TradeDocument const& document);

    // What is seen only when a table is over.
    void look_at_natural_subjects();
    void look_at_parents(std::string_view record, std::string_view stem, std::unordered_map<std::int64_t, std::int64_t> const& parents);
    void look_at_schemes();
    void look_at_states();
    void look_at_contacts();

    struct KnownSubject {
        SubjectKind  kind;
        std::int64_t party;
        std::int64_t persons = 0;
    };
    struct KnownPhase {
        std::int64_t scheme;
        Stage        stage;
    };

    store::Transaction& store_;
    Settings const&     settings_;
    FindingList&        list_;
    Findings&           findings_;
    CheckOptions const& options_;

    std::vector<KnownRecords> known_{record_count};
    struct Forward {
        std::size_t  table, column;
        std::int64_t id, target;
    };
    std::vector<Forward> forward_{};  ///< references within a table to a record that comes later

    std::unordered_map<std::int64_t, KnownSubject>        subjects_{};
    std::vector<Person>                                   persons_of_natural_{};
    std::unordered_map<std::int64_t, int>                 parties_used_{};  ///< by how many subjects and persons
    std::vector<std::pair<std::int64_t, std::int64_t>>    own_parties_{};   ///< persons of legal subjects, and their parties
    std::set<std::pair<std::int64_t, ContactPointKind>>   primary_{};
    std::set<std::pair<std::int64_t, AddressKind>>        default_{};
    std::map<std::pair<NumberKind, std::string>, std::int64_t> numbers_{};
    std::unordered_map<std::int64_t, std::int64_t>        subject_parents_{}, superiors_{}, base_parents_{}, case_parents_{};
    std::unordered_map<std::int64_t, KnownPhase>          phases_{};
    std::set<std::pair<std::int64_t, Stage>>              stages_in_use_{};  ///< of schemes
    std::unordered_map<std::int64_t, std::int64_t>        schemes_of_types_{};
    std::unordered_map<std::int64_t, std::int64_t>        types_of_cases_{};
    std::vector<std::int64_t>                             contacts_{};
    std::vector<bool>                                     with_employee_{};  ///< of those contacts
    std::set<std::pair<std::int64_t, std::int64_t>>       admitted_{};       ///< case types and kinds
};

/// Looks at operations, their places in the feed, and the history of every record.
/// \param known what is stored now, of each table
void check_history(store::Transaction& store, std::vector<KnownRecords> const& known, FindingList& list, CheckOptions const& options);

}  // namespace crm
