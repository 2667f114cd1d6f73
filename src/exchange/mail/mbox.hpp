// An mbox (RFC 4155, and its older dialects) read message by message.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace crm::mail {

/// Whether a line is what an mbox puts before each message: "From sender Wed Jul  1 05:04:01 2020". Text that merely
/// begins with "From " is common: a month, a time and a year must follow.
[[nodiscard]] bool is_separator(std::string_view line);

class MboxReader {
public:
    /// `mbox` begins with a "From " line and outlives the reader.
    explicit MboxReader(std::istream& mbox) : mbox_{mbox} {}

    struct Entry {
        std::string_view bytes;   ///< without its separator and with "From " lines unquoted; lives until the next call
        bool             is_cut;  ///< longer than mail_limits::message_bytes
    };
    [[nodiscard]] std::optional<Entry> next();

private:
    [[nodiscard]] std::optional<std::size_t> find_separator();
    [[nodiscard]] Entry entry(std::size_t end);
    [[nodiscard]] std::string_view unquoted(std::string_view bytes);
    [[nodiscard]] bool read_more();

    std::istream& mbox_;
    std::string   buffer_{};
    std::size_t   begin_   = 0;      ///< of the next message, its separator included
    std::size_t   scanned_ = 0;      ///< no separator up to here
    bool          is_cut_  = false;  ///< of the current message some bytes were thrown away
    std::string   unquoted_{};
};

}  // namespace crm::mail
