#include "lexer.hpp"

#include <crm/model/error.hpp>
#include <crm/model/text.hpp>

#include <algorithm>

namespace crm::condition {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Also of what is none, such as `2026-03-01x`: the parser tells what is wrong with all of it.
bool is_of_number(char c)
{
    return is_digit(c) || is_letter(c) || c == '.' || c == ':' || c == '-';
}

bool is_of_word(char c)
{
    return is_digit(c) || is_letter(c) || c == '.';
}

/// As people see it in an error: not longer than a line.
std::string shown(Token const& token)
{
    if (token.kind == Token::Kind::end)
        return "the end";
    if (token.kind == Token::Kind::text)
        return "a text";  // not what it says, which may be personal
    return "\"" + token.text.substr(0, 60) + "\"";
}

}  // namespace

Lexer::Lexer(std::string_view text) : text_{text}
{
    if (text.size() > longest)
        throw InvalidArgument{"A condition is at most " + std::to_string(longest) + " bytes long."};
    if (!code_points(text))
        throw InvalidArgument{"A condition is a text in UTF-8 without zero bytes."};
}

Token Lexer::next()
{
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    if (at_ == text_.size())
        return {.kind = Token::Kind::end, .begin = at_};

    auto const end_of = [&](auto belongs) {
        auto const rest = text_.substr(at_ + 1);
        return at_ + 1 + static_cast<std::size_t>(std::ranges::find_if_not(rest, belongs) - rest.begin());
    };
    char const first = text_[at_], second = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (first == '\'')
        return take_text();
    if (is_letter(first))
        return take(Token::Kind::word, end_of(is_of_word));
    if (is_digit(first) || (first == '-' && is_digit(second)))
        return take(Token::Kind::number, end_of(is_of_number));
    if ((first == '!' || first == '<' || first == '>') && second == '=')
        return take(Token::Kind::symbol, at_ + 2);
    return take(Token::Kind::symbol, end_of([](char c) { return (c & 0xC0) == 0x80; }));  // a whole code point
}

Token Lexer::take(Token::Kind kind, std::size_t end)
{
    Token token{.kind = kind, .text = std::string{text_.substr(at_, end - at_)}, .begin = at_};
    at_ = end;
    return token;
}

Token Lexer::take_text()
{
    Token token{.kind = Token::Kind::text, .begin = at_};
    for (++at_;;) {
        auto const quote = text_.find('\'', at_);
        if (quote == text_.npos)
            refuse(token, "a single quote at its end");
        token.text += text_.substr(at_, quote - at_);
        at_ = quote + 1;
        if (at_ == text_.size() || text_[at_] != '\'')
            return token;
        token.text += '\'';
        ++at_;
    }
}

void Lexer::refuse(Token const& found, std::string_view expected) const
{
    auto const column = code_points(text_.substr(0, found.begin)).value_or(0) + 1;
    throw InvalidArgument{"Condition, column " + std::to_string(column) + ": found " + shown(found) + ", expected " +
                          std::string{expected} + "."};
}

}  // namespace crm::condition
