#include "encoded_words.hpp"

#include "charset.hpp"
#include "headers.hpp"
#include "transfer_encoding.hpp"

#include <optional>

namespace crm::mail {
namespace {

constexpr std::size_t longest_charset = 60;  // with a language after it (RFC 2231 5)

struct Word {
    std::string_view charset;
    char             encoding;
    std::string_view payload;
    std::size_t      size;  // of the whole, "=?" to "?="
};

/// The word at the beginning of `text`. Blanks in the payload are let pass: some senders do not encode them.
std::optional<Word> word_at(std::string_view text)
{
    auto const charset_end = text.substr(0, longest_charset).find('?', 2);
    if (charset_end == std::string_view::npos || charset_end == 2 || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
        return std::nullopt;
    auto const charset = text.substr(2, charset_end - 2);
    if (charset.find_first_of(" \t<>@,") != std::string_view::npos)
        return std::nullopt;

    auto const encoding = text[charset_end + 1];
    if (std::string_view{"bBqQ"}.find(encoding) == std::string_view::npos)
        return std::nullopt;

    auto const begin = charset_end + 3;
    auto const end   = text.find("?=", begin);
    if (end == std::string_view::npos)
        return std::nullopt;
    return Word{charset.substr(0, charset.find('*')), encoding, text.substr(begin, end - begin), end + 2};
}

std::string bytes_of(Word const& word)
{
    if (word.encoding == 'b' || word.encoding == 'B')
        return decode_base64(word.payload);

    std::string quoted{word.payload};
    for (auto& c : quoted)
        if (c == '_')
            c = ' ';
    return decode_quoted_printable(quoted);
}

/// Bytes of one charset that wait for the words after them.
class Run {
public:
    explicit Run(std::string& text) : text_{text} {}

    void add(Word const& word)
    {
        if (!equal_ignoring_case(word.charset, charset_))
            end();
        charset_ = word.charset;
        bytes_ += bytes_of(word);
        is_open_ = true;
    }
    void end()
    {
        if (is_open_)
            text_ += decode(bytes_, charset_).text;
        bytes_.clear();
        charset_ = {};
        is_open_ = false;
    }
    [[nodiscard]] bool is_open() const { return is_open_; }

private:
    std::string&     text_;
    std::string      bytes_{};
    std::string_view charset_{};
    bool             is_open_ = false;
};

}  // namespace

std::string decode_words(std::string_view line)
{
    auto const last_end = line.rfind("?=");
    if (last_end == std::string_view::npos)
        return guess_utf8(line);

    std::string text;
    Run         run{text};
    std::size_t plain = 0;  // where the text that is no word begins
    auto        at    = line.find("=?");
    while (at < last_end) {
        auto const word = word_at(line.substr(at, last_end + 2 - at));
        if (!word) {
            at = line.find("=?", at + 2);
            continue;
        }
        auto const between = line.substr(plain, at - plain);
        if (!run.is_open() || !trimmed(between).empty()) {
            run.end();
            text += guess_utf8(between);
        }
        run.add(*word);
        plain = at + word->size;
        at    = line.find("=?", plain);
    }
    run.end();
    text += guess_utf8(line.substr(plain));
    return text;
}

}  // namespace crm::mail
