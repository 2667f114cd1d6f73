// How the rules of every record type are tested: one way to break each, and nothing else.
#pragma once

#include "catch.hpp"
#include "sample.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace crm::test {

template <class Record>
struct Breaking {
    std::string_view code;
    void (*apply)(Record&);
};

inline std::vector<std::string> codes_of(Violations const& broken)
{
    std::vector<std::string> codes;
    std::ranges::transform(broken, std::back_inserter(codes), &Violation::code);
    return codes;
}

template <class Record>
std::vector<std::string> broken_by(Record const& record)
{
    Violations broken;
    rules::check(record, broken);
    return codes_of(broken);
}

using Codes = std::vector<std::string>;

/// Each breaking breaks its own rule and no other, and every rule of the record has one.
template <class Record>
void check_own_rules(std::type_identity_t<std::span<Breaking<Record> const>> breakings)
{
    for (auto const& [code, apply] : breakings) {
        INFO(code);
        auto record = sample<Record>();
        REQUIRE(broken_by(record).empty());
        apply(record);
        CHECK(broken_by(record) == Codes{std::string{code}});
    }
    CHECK(breakings.size() == rules::own_rules<Record>.size());
    for (auto const& rule : rules::own_rules<Record>) {
        INFO(rule.code);
        CHECK(std::ranges::count(breakings, rule.code, &Breaking<Record>::code) == 1);
        CHECK(std::ranges::count(Facts<Record>::fields, rule.field, &FieldFacts::name) == 1);
        CHECK(rule.code.starts_with(std::string{Facts<Record>::name} + "."));
        CHECK(rule.remedy.ends_with('.'));
    }
}

}  // namespace crm::test
