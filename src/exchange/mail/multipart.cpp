#include "multipart.hpp"

namespace crm::mail {
namespace {

constexpr auto npos = std::string_view::npos;

}  // namespace

MultipartBody::MultipartBody(std::string_view body, std::string_view boundary) : body_{body}, dashes_{"--"}
{
    if (boundary.empty())
        return;
    dashes_ += boundary;
    auto const first = find_delimiter(0);
    if (!first)
        return;
    is_closed_ = first->is_closing;
    if (!is_closed_)
        begin_ = first->after;
}

std::optional<std::string_view> MultipartBody::next()
{
    if (begin_ == npos)
        return std::nullopt;
    auto const begin = begin_;
    auto const end   = find_delimiter(begin);
    if (!end) {
        begin_ = npos;
        return body_.substr(begin);
    }
    is_closed_ = end->is_closing;
    begin_     = is_closed_ ? npos : end->after;
    return body_.substr(begin, end->before > begin ? end->before - begin : 0);
}

/// Looks at the beginnings of lines only, so that a hostile boundary in a body full of it takes linear time too.
std::optional<MultipartBody::Delimiter> MultipartBody::find_delimiter(std::size_t from) const
{
    while (true) {
        if (auto const delimiter = delimiter_at(from))
            return delimiter;
        auto const line_end = body_.find('\n', from);
        if (line_end == npos)
            return std::nullopt;
        from = line_end + 1;
    }
}

/// Nothing but blanks follows a boundary: another one may begin with it.
std::optional<MultipartBody::Delimiter> MultipartBody::delimiter_at(std::size_t position) const
{
    if (!body_.substr(position).starts_with(dashes_))
        return std::nullopt;

    auto       rest       = body_.substr(position + dashes_.size());
    auto const is_closing = rest.starts_with("--");
    if (is_closing)
        rest.remove_prefix(2);
    auto const end = rest.find_first_not_of(" \t\r");
    if (end != npos && rest[end] != '\n')
        return std::nullopt;

    auto before = position > 0 ? position - 1 : 0;
    if (before > 0 && body_[before - 1] == '\r')
        --before;
    auto const after = end == npos ? body_.size() : body_.size() - rest.size() + end + 1;
    return Delimiter{before, after, is_closing};
}

}  // namespace crm::mail
