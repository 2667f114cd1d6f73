#pragma once

#include "gmime.hpp"

#include <string>
#include <string_view>

namespace crm::mail {

/// A structured value with parameters (RFC 2045 5.1, RFC 2183, RFC 2231): "text/plain; charset=utf-8".
class ParameterValue {
public:
    /// `raw` as it came. The greater part of a value that is longer than any real one is left out.
    explicit ParameterValue(std::string_view raw);

    /// What stands before the first semicolon, in lower case.
    [[nodiscard]] std::string const& value() const { return value_; }

    /// Decoded; empty: there is none. The form of RFC 2231 wins where a sender gave two.
    [[nodiscard]] std::string parameter(std::string_view name) const;

private:
    std::string            value_;
    Object<GMimeParamList> parameters_;
};

}  // namespace crm::mail
