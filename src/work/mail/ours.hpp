// Which addresses are our own, and which tell nothing of a firm.
#pragma once

#include "work/saving.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace crm::mail {

/// The part behind the @, in lower case; empty when there is none.
[[nodiscard]] std::string_view domain_of(std::string_view address);

/// Without what stands between + and @, where the host wants it so.
[[nodiscard]] std::string without_plus(std::string_view address);

class Ours {
public:
    Ours(Saving& saving, MailImport const& how) : saving_{saving}, how_{how} {}

    [[nodiscard]] bool                        is_ours(std::string_view address) const;
    [[nodiscard]] std::optional<Id<Operator>> operator_of(std::string_view address) const;
    [[nodiscard]] bool                        is_ignored(std::string_view address) const;

    /// A domain that many unrelated people have their addresses at.
    [[nodiscard]] bool is_free(std::string_view domain) const;

private:
    using Operators = std::map<std::string, std::optional<Id<Operator>>, std::less<>>;

    Saving&           saving_;
    MailImport const& how_;
    mutable Operators asked_{};  ///< by address: the same ones are looked up again and again
};

}  // namespace crm::mail
