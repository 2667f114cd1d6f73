#include "work/saving_definitions.hpp"

#include <crm/rules/party.hpp>

namespace crm {

namespace {

std::string full_name(Party const& party)
{
    std::string name;
    for (auto const* part : {&party.given_name, &party.middle_names, &party.family_name})
        if (!part->empty())
            name.append(name.empty() ? "" : " ").append(*part);
    return name;
}

}  // namespace

template <>
struct Hooks<Party> : PlainHooks<Party> {
    /// The full name of a human being follows the parts, unless it was given another form.
    static void prepare(Party const* before, Party& after, Saving&)
    {
        bool const follows = before && before->name == full_name(*before) && after.name == before->name;
        if (after.name.empty() || follows)
            if (auto name = full_name(after); !name.empty())
                after.name = std::move(name);
        if (code_points(after.name) && code_points(after.short_name))
            after.name_key = search_key(after.short_name.empty() ? after.name : after.name + " " + after.short_name);
    }
};

CRM_INSTANTIATE_SAVING(Party)

}  // namespace crm
