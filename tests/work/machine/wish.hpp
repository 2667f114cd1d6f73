// Conditions by chance: as a host asks them, and what they mean on paper.
#pragma once

#include "paper.hpp"

#include <functional>
#include <set>
#include <variant>

namespace crm::test::machine {

template <class Record>
struct Wish {
    using Holds = std::function<bool(Books const&, Instant now, Record const&)>;

    std::string           text{};
    Holds                 holds = [](Books const&, Instant, Record const&) { return true; };
    std::set<std::string> bases{};  ///< which it names
};

/// A wish of up to so many levels. Of cases and of subjects.
template <class Record>
[[nodiscard]] Wish<Record> any_wish(int depth);

/// What a field sorts by: null before every value.
using Key = std::optional<std::variant<std::int64_t, std::string>>;

template <class Record>
struct Sorting {
    std::string                       field{};
    std::function<Key(Record const&)> key{};
};

/// The fields by which records are sorted here.
template <class Record>
[[nodiscard]] std::vector<Sorting<Record>> const& sortings();

}  // namespace crm::test::machine
