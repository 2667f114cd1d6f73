#include "mbox.hpp"

#include <crm/exchange/mail.hpp>

#include <algorithm>
#include <array>

namespace crm::mail {
namespace {

constexpr std::size_t block             = 256 << 10;
constexpr std::size_t longest_separator = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "5:04" or "05:04" anywhere.
bool has_time(std::string_view text)
{
    for (auto colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1))
        if (colon > 0 && colon + 2 < text.size() && is_digit(text[colon - 1]) && is_digit(text[colon + 1]) && is_digit(text[colon + 2]))
            return true;
    return false;
}

bool has_year(std::string_view text)
{
    for (std::size_t i = 0; i + 5 <= text.size(); ++i)
        if (text[i] == ' ' && std::all_of(text.begin() + i + 1, text.begin() + i + 5, is_digit) && (i + 5 == text.size() || !is_digit(text[i + 5])))
            return true;
    return false;
}

bool has_month(std::string_view text)
{
    constexpr std::array months = {" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec "};
    return std::any_of(months.begin(), months.end(), [&](std::string_view month) { return text.find(month) != text.npos; });
}

bool ends_with_blank_line(std::string_view text) { return text.ends_with("\n\n") || text.ends_with("\n\r\n") || text == "\n" || text == "\r\n"; }

/// The blank line before a separator is the mbox's, not the message's.
std::string_view without_blank_line(std::string_view text)
{
    if (!ends_with_blank_line(text))
        return text;
    text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
    return text;
}

}  // namespace

bool is_separator(std::string_view line)
{
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    return line.starts_with("From ") && line.size() < longest_separator && has_month(line) && has_time(line) && has_year(line);
}

std::optional<MboxReader::Entry> MboxReader::next()
{
    while (true) {
        if (auto const separator = find_separator())
            return entry(*separator);
        if (read_more())
            continue;
        if (begin_ == buffer_.size())
            return std::nullopt;
        return entry(buffer_.size());
    }
}

/// Of the message after the one that begins at `begin_`. Leaves off at a line that has not been read to its end.
std::optional<std::size_t> MboxReader::find_separator()
{
    std::string_view const text = buffer_;
    while (true) {
        auto const at = text.find("\nFrom ", std::max(scanned_, begin_));
        if (at == text.npos) {
            scanned_ = std::max(begin_, text.size() - std::min<std::size_t>(text.size(), 5));
            return std::nullopt;
        }
        auto const line_end = text.find('\n', at + 1);
        if (line_end == text.npos && text.size() - at < longest_separator && mbox_) {
            scanned_ = at;
            return std::nullopt;
        }
        scanned_ = at + 1;
        if (ends_with_blank_line(text.substr(begin_, at + 1 - begin_)) && is_separator(text.substr(at + 1, line_end - at - 1)))
            return at + 1;
    }
}

MboxReader::Entry MboxReader::entry(std::size_t end)
{
    auto message = std::string_view{buffer_}.substr(begin_, end - begin_);
    if (end < buffer_.size())
        message = without_blank_line(message);
    begin_   = end;
    scanned_ = end;

    auto const cut = is_cut_ || message.size() > mail_limits::message_bytes;
    is_cut_        = false;
    message        = message.substr(0, mail_limits::message_bytes);
    auto const separator_end = message.find('\n');
    message.remove_prefix(separator_end == message.npos ? message.size() : separator_end + 1);
    return {unquoted(message), cut};
}

/// Takes one ">" from lines that begin with ">From ", ">>From "… (the mboxrd dialect).
std::string_view MboxReader::unquoted(std::string_view bytes)
{
    unquoted_.clear();
    std::size_t copied = 0;
    for (auto at = bytes.find(">From "); at != bytes.npos; at = bytes.find(">From ", at + 1)) {
        auto quotes = at;
        while (quotes > 0 && bytes[quotes - 1] == '>')
            --quotes;
        if (quotes > 0 && bytes[quotes - 1] != '\n')
            continue;
        unquoted_ += bytes.substr(copied, at - copied);
        copied = at + 1;
    }
    if (copied == 0)
        return bytes;
    unquoted_ += bytes.substr(copied);
    return unquoted_;
}

bool MboxReader::read_more()
{
    if (!mbox_)
        return false;
    buffer_.erase(0, begin_);
    scanned_ -= std::min(scanned_, begin_);
    begin_ = 0;
    if (buffer_.size() > mail_limits::message_bytes + 2 * block) {  // go on looking for the next separator only
        buffer_.erase(mail_limits::message_bytes, buffer_.size() - mail_limits::message_bytes - block);
        scanned_ = mail_limits::message_bytes;
        is_cut_  = true;
    }
    auto const size = buffer_.size();
    buffer_.resize(size + block);
    mbox_.read(buffer_.data() + size, block);
    buffer_.resize(size + static_cast<std::size_t>(mbox_.gcount()));
    return buffer_.size() > size;
}

}  // namespace crm::mail
