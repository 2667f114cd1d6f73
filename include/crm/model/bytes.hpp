#pragma once

#include <string>

namespace crm {

/// Bytes that are no text.
struct Bytes {
    std::string data{};

    friend bool operator==(Bytes const&, Bytes const&) = default;
};

}  // namespace crm
