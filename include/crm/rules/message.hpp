#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Message> = std::to_array<Rule<Message>>({
    {"message.contact.imported", "contact_id", "Give the contact of an imported message, and of no other.",
     [](Message const& m) { return m.contact_id.has_value() == (m.state == MessageState::imported); }},
});

}  // namespace crm::rules
