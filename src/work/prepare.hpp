#pragma once

#include <crm/model/records.hpp>
#include <crm/model/search.hpp>
#include <crm/model/text.hpp>

namespace crm {

/// Brings the texts of a record into the form that they are stored in: composed (NFC), and without blanks at the ends
/// of names, titles and codes. Broken texts are left for the rules to refuse.
template <class Record>
void prepare_texts(Record& record)
{
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        if constexpr (std::is_same_v<decltype(field_type(member)), std::string>) {
            auto& text = record.*member;
            if (text.empty() || facts.library || !code_points(text))
                return;
            auto const kept = facts.required || facts.optional ? trimmed(text) : std::string_view{text};
            if (kept.size() != text.size() || !is_surely_composed(text))
                text = composed(kept);
        }
    });
}

}  // namespace crm
