// A database as a host has it: with a starter set, two operators, and a clock that the test turns.
#pragma once

#include "catch.hpp"
#include "sample.hpp"
#include "stores.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace crm::test {

using Codes = std::vector<std::string>;
using namespace std::chrono_literals;

inline Codes codes_of(ValidationError const& refused)
{
    Codes codes;
    std::ranges::transform(refused.violations(), std::back_inserter(codes), &Violation::code);
    return codes;
}

/// What a step is refused for; nothing when it is not.
template <class Step>
Violations violations_of(Step const& step)
{
    try {
        step();
    } catch (ValidationError const& refused) {
        return refused.violations();
    }
    return {};
}

/// The codes of the rules that a step breaks.
template <class Step>
Codes refused(Step const& step)
{
    try {
        step();
    } catch (ValidationError const& broken) {
        return codes_of(broken);
    }
    return {};
}

class House {
public:
    explicit House(std::string const& kind, DatabaseOptions options = {})
        : place{kind}, database{place.uri(), with_defaults(std::move(options))}, anna{database.operator_id("anna")},
          jan{database.operator_id("jan")}
    {
    }
    House(House const&)            = delete;
    House& operator=(House const&) = delete;

    /// Anna does something, and what came of it.
    template <class Step>
    auto operator()(Step const& step)
    {
        return by(anna, step);
    }
    template <class Step>
    auto by(Id<Operator> who, Step const& step)
    {
        auto           work = database.work(who);
        WhileWorking const working{working_, work};
        if constexpr (std::is_void_v<decltype(step(work))>) {
            step(work);
            work.commit();
        } else {
            auto result = step(work);
            work.commit();
            return result;
        }
    }

    [[nodiscard]] View view() const { return database.view(anna); }

    // Read in the work that goes on, if there is one: a store in memory has no readers beside a writer.

    template <class Record>
    [[nodiscard]] Record get(Id<Record> id) const
    {
        return working_ ? working_->get(id) : view().get(id);
    }
    template <class Record>
    [[nodiscard]] std::vector<Record> all(std::string_view condition = {}) const
    {
        Paging const paging{.limit = 1000, .with_archived = true};
        return (working_ ? working_->find<Record>(parse_condition(condition), paging) : view().find<Record>(parse_condition(condition), paging)).records;
    }
    [[nodiscard]] Id<Phase> phase(std::string_view code) const { return working_ ? working_->phase(sale_type, code) : view().phase(sale_type, code); }

    // ---- What tests start from --------------------------------------------------------------------------------------

    Registered natural(std::string given = "Jan", std::string family = "Kowalski")
    {
        return (*this)([&](Work& work) { return work.add_natural({.given_name = given, .family_name = family}); });
    }
    Registered legal(std::string name = "Dachy Sp. z o.o.")
    {
        return (*this)([&](Work& work) { return work.add_legal({.name = name}); });
    }
    Registered person(Id<Subject> of, std::string given = "Ewa", std::string family = "Nowak")
    {
        return (*this)([&](Work& work) { return work.add_person({.subject_id = of, .given_name = given, .family_name = family}); });
    }
    Case sale(std::optional<Id<Subject>> about = {})
    {
        return (*this)([&](Work& work) {
            Case c{.title = "Dach hali 3", .type_id = work.case_type("sale"), .keeper_id = anna, .subject_id = about};
            work.add(c);
            return c;
        });
    }
    Task task(std::optional<Id<Case>> of = {})
    {
        return (*this)([&](Work& work) {
            Task t{.title = "Zadzwonić", .responsible_id = anna, .case_id = of};
            work.add(t);
            return t;
        });
    }
    Contact contact(Contact about)
    {
        return (*this)([&](Work& work) {
            about.kind_id = work.contact_kind("phone");
            work.add(about);
            return about;
        });
    }
    FreshPlace   place;
    Instant      now = monday + 9h;
    Database     database;
    Id<Operator> anna, jan;
    Id<CaseType> sale_type = view().case_type("sale");

private:
    struct WhileWorking {
        WhileWorking(Work*& working, Work& work) : working{working} { working = &work; }
        WhileWorking(WhileWorking const&)            = delete;
        WhileWorking& operator=(WhileWorking const&) = delete;
        ~WhileWorking() { working = nullptr; }

        Work*& working;
    };

    DatabaseOptions with_defaults(DatabaseOptions options)
    {
        options.create   = true;
        options.starter  = options.starter.empty() ? "sales-pl" : options.starter;
        options.clock    = [this] { return now; };
        options.patience = 0ms;
        return options;
    }

    Work* working_ = nullptr;
};

}  // namespace crm::test
