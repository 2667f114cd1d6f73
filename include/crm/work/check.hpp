// What a look at everything that is stored finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace crm {

/// Something that crm would not have stored.
struct Finding {
    std::string  record{};   ///< "case", "history"; empty: of the database itself
    std::int64_t id = 0;     ///< of the record, or of the operation of a row of the history; 0: of none
    std::string  code{};     ///< stable: that of the rule, or of what is looked for here, such as "content.sha256"
    std::string  message{};  ///< a sentence that says what is wrong, without values

    friend bool operator==(Finding const&, Finding const&) = default;
};

struct Findings {
    std::vector<Finding> found{};       ///< by record and id
    std::uint64_t        records = 0;   ///< that were looked at
    bool                 all = true;    ///< false: there were more than were asked for
};

struct CheckOptions {
    std::size_t most = 1000;  ///< findings; it ends when there are more

    /// Told of each table as it goes on: its name, and how many of its rows are done. None: nobody is told.
    std::function<void(std::string_view table, std::uint64_t done)> progress{};
};

}  // namespace crm
