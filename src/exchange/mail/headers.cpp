#include "headers.hpp"

#include "charset.hpp"
#include "encoded_words.hpp"
#include "gmime.hpp"

#include <crm/exchange/mail.hpp>

#include <algorithm>

namespace crm::mail {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view take_line(std::string_view& rest)
{
    auto const end  = rest.find('\n');
    auto const line = rest.substr(0, end == std::string_view::npos ? end : end + 1);
    rest.remove_prefix(line.size());
    return line;
}

bool is_blank_line(std::string_view line) { return line == "\n" || line == "\r\n"; }
bool is_continuation(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

/// The length of the name before the colon, blanks after it allowed (RFC 5322 4.5.8); npos: the line is no field.
std::size_t name_length(std::string_view line)
{
    std::size_t length = 0;
    while (length < line.size() && line[length] > ' ' && line[length] < 0x7F && line[length] != ':')
        ++length;
    auto const colon = line.find_first_not_of(" \t", length);
    auto const found = length > 0 && colon != std::string_view::npos && line[colon] == ':';
    return found ? length : std::string_view::npos;
}

bool is_field(std::string_view line) { return name_length(line) != std::string_view::npos; }

std::string_view without_line_end(std::string_view text)
{
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

/// Takes a line and those that continue it.
std::string_view take_field(std::string_view& rest)
{
    auto const begin = rest;
    take_line(rest);
    while (is_continuation(rest))
        take_line(rest);
    return begin.substr(0, begin.size() - rest.size());
}

Field field_of(std::string_view text, Defects& defects)
{
    auto const length = name_length(text);
    auto       value  = without_line_end(text.substr(text.find(':', length) + 1));
    if (value.size() > mail_limits::field_bytes) {
        note(defects, "header.too_long");
        value = value.substr(0, mail_limits::field_bytes);
    }
    return {text.substr(0, length), value};
}

void keep(Field const& field, Head& head, std::size_t bytes, Defects& defects)
{
    if (head.fields.size() < mail_limits::header_fields && bytes <= mail_limits::header_bytes)
        head.fields.push_back(field);
    else
        note(defects, "header.too_many");
}

bool begins_with_field(std::string_view rest) { return is_field(rest.substr(0, rest.find('\n'))); }

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return g_ascii_tolower(x) == g_ascii_tolower(y); });
}

std::string lower(std::string_view text)
{
    std::string result{text};
    for (auto& c : result)
        c = g_ascii_tolower(c);
    return result;
}

std::string_view trimmed(std::string_view text)
{
    auto const begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view Head::first(std::string_view name) const
{
    for (auto const& field : fields)
        if (equal_ignoring_case(field.name, name))
            return field.value;
    return {};
}

bool Head::has(std::string_view name) const
{
    return std::any_of(fields.begin(), fields.end(), [&](Field const& field) { return equal_ignoring_case(field.name, name); });
}

Head read_head(std::string_view bytes, Defects& defects)
{
    Head head;
    auto rest = bytes;
    auto read = [&] { return bytes.size() - rest.size(); };
    while (!rest.empty()) {
        if (auto after = rest; is_blank_line(take_line(after))) {
            head.raw = bytes.substr(0, read());
            rest     = after;
            break;
        }
        if (begins_with_field(rest)) {
            auto const text = take_field(rest);
            keep(field_of(text, defects), head, read(), defects);
            continue;
        }
        note(defects, "header.malformed");
        if (auto after = rest; take_field(after), begins_with_field(after))
            rest = after;
        else {
            head.raw = bytes.substr(0, read());
            break;
        }
    }
    if (rest.empty() && head.raw.empty())
        head.raw = bytes;
    head.body = rest;
    return head;
}

std::string unfolded(std::string_view value)
{
    value = trimmed(value);
    std::string line;
    line.reserve(value.size());
    while (true) {
        auto const fold = value.find_first_of("\r\n");
        line += value.substr(0, fold);
        if (fold == std::string_view::npos)
            return line;
        while (line.ends_with(' ') || line.ends_with('\t'))
            line.pop_back();
        line += ' ';
        value.remove_prefix(value.find_first_not_of(blanks, fold));  // there is something: `value` was trimmed
    }
}

std::string readable(std::string_view value)
{
    auto text = decode_words(unfolded(value));
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F)
            c = ' ';
    return std::string{trimmed(text)};
}

std::vector<std::string> message_ids(std::string_view value)
{
    std::vector<std::string> ids;
    while (true) {
        auto const begin = value.find('<');
        if (begin == std::string_view::npos)
            return ids;
        value.remove_prefix(begin + 1);
        auto const end = value.find_first_of("<>");
        if (end == std::string_view::npos)
            return ids;
        if (value[end] == '<')
            continue;
        std::string id;
        for (char const c : value.substr(0, end))
            if (blanks.find(c) == std::string_view::npos)
                id += c;
        if (!id.empty())
            ids.push_back(guess_utf8(id));
        value.remove_prefix(end + 1);
    }
}

std::string message_id(std::string_view value)
{
    if (auto ids = message_ids(value); !ids.empty())
        return ids.front();
    auto const word = trimmed(value);
    if (word.find_first_of(" \t\r\n<>") != std::string_view::npos)
        return {};
    return guess_utf8(word);
}

}  // namespace crm::mail
