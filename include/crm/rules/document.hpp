#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Document> = std::to_array<Rule<Document>>({
    {"document.where.required", "content_id", "Give the content, or say where the document is kept.",
     [](Document const& d) { return d.content_id || !is_blank(d.reference); }},

    {"document.valid.order", "valid_until", "Let the last day come after the first one.",
     [](Document const& d) { return !d.valid_since || !d.valid_until || *d.valid_since <= *d.valid_until; }},
});

template <>
inline constexpr auto own_rules<DocumentLink> = std::to_array<Rule<DocumentLink>>({
    {"document_link.with.one", "subject_id", "Link the document with one record.",
     [](DocumentLink const& l) {
         return l.subject_id.has_value() + l.person_id.has_value() + l.case_id.has_value() + l.contact_id.has_value() +
                    l.task_id.has_value() + l.note_id.has_value() + l.message_ref.has_value() == 1;
     }},
});

}  // namespace crm::rules
