#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Note> = std::to_array<Rule<Note>>({
    {"note.about.required", "subject_id", "Name the subject or the person that the note is about.",
     [](Note const& n) { return n.subject_id || n.person_id; }},
});

}  // namespace crm::rules
