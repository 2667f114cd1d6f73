#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

/// A document is linked with a case only where the case's type admits its kind.
inline void check_admitted(bool is_admitted, Violations& broken)
{
    if (!is_admitted)
        add(broken, "trade_document.kind.admitted", "kind_id",
            "Link it with a case whose type admits documents of this kind, or let the type admit them first.");
}

/// A closed case takes no new document.
inline void check_link(Case const& with, Violations& broken)
{
    if (with.stage == Stage::closed)
        add(broken, "trade_document.case.open", "case_id", "Reopen the case before a trade document is linked with it.");
}

/// What links rely on stays.
/// \param documents how many documents of the kind are linked with cases of the type
inline void check_unused_admission(std::int64_t documents, Violations& broken)
{
    if (documents > 0)
        add(broken, "admitted_kind.removed.used", "kind_id",
            "Archive it, so that no more are linked, or unlink first the " + std::to_string(documents) +
                " documents of this kind that cases of the type have.");
}

}  // namespace crm::rules
