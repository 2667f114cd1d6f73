#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crm::mail {

/// The parts between the boundaries of a multipart (RFC 2046 5.1.1), as views of its body, one after another.
/// The line break before a boundary belongs to the boundary; preamble and epilogue are passed over.
class MultipartBody {
public:
    /// An empty `boundary` bounds nothing: there are no parts.
    MultipartBody(std::string_view body, std::string_view boundary);

    [[nodiscard]] std::optional<std::string_view> next();

    /// After the last part: whether the closing boundary was there.
    [[nodiscard]] bool is_closed() const { return is_closed_; }

private:
    struct Delimiter {
        std::size_t before;    ///< where the part before it ends
        std::size_t after;     ///< where the part after it begins
        bool        is_closing;
    };
    /// Both look at positions where a line begins.
    [[nodiscard]] std::optional<Delimiter> find_delimiter(std::size_t from) const;
    [[nodiscard]] std::optional<Delimiter> delimiter_at(std::size_t position) const;

    std::string_view body_;
    std::string      dashes_;  ///< "--boundary"
    std::size_t      begin_     = std::string_view::npos;  ///< of the next part; npos: there is none
    bool             is_closed_ = false;
};

}  // namespace crm::mail
