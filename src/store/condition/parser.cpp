// The text form, read: one function for each line of the grammar in <crm/store/condition.hpp>.
#include "lexer.hpp"
#include "words.hpp"

#include <crm/model/error.hpp>
#include <crm/model/money.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace crm {

namespace {

using condition::Lexer;
using condition::Token;
using store::Comparison;

std::optional<std::int64_t> integer_from(std::string_view text)
{
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

/// An integer, a decimal, a day or a moment.
std::optional<Value> number_from(std::string_view text)
{
    if (auto const number = integer_from(text))
        return *number;
    if (auto const day = condition::day_from(text))
        return *day;
    if (auto const moment = condition::moment_from(text))
        return *moment;
    auto const decimal = text.find('.') == text.npos ? std::nullopt : amount_from_decimal(text);
    return decimal ? std::optional<Value>{Decimal{*decimal}} : std::nullopt;
}

class Parser {
public:
    explicit Parser(std::string_view text) : lexer_{text} { token_ = lexer_.next(); }

    Condition parse()
    {
        auto condition = token_.kind == Token::Kind::end ? Condition{} : any();
        if (token_.kind != Token::Kind::end)
            refuse("\"and\", \"or\" or the end");
        return condition;
    }

private:
    Condition any()
    {
        std::vector<Condition> parts;
        do
            parts.push_back(all());
        while (take_word("or"));
        return Condition::any_of(std::move(parts));
    }

    Condition all()
    {
        std::vector<Condition> parts;
        do
            parts.push_back(part());
        while (take_word("and"));
        return Condition::all_of(std::move(parts));
    }

    Condition part()
    {
        if (++depth_ > Condition::greatest_depth)
            throw InvalidArgument{"A condition is nested at most " + std::to_string(Condition::greatest_depth) + " deep."};
        auto condition = part_of_any_depth();
        --depth_;
        return condition;
    }

    Condition part_of_any_depth()
    {
        if (take_word("not"))
            return !part();
        if (take_symbol("("))
            return rest_in_parentheses();
        if (take_word("always"))
            return {};
        if (take_word("exists"))
            return exists();
        if (take_word("in_base"))
            return Condition::in_base(text("the code of a base in single quotes"));
        if (token_.kind != Token::Kind::word || !condition::is_field(token_.text))
            refuse("a field, \"not\", \"exists\", \"in_base\" or \"(\"");
        return test(take());
    }

    Condition rest_in_parentheses()
    {
        auto inner = any();
        require_symbol(")", "\"and\", \"or\" or \")\"");
        return inner;
    }

    Condition exists()
    {
        if (token_.kind != Token::Kind::word || !condition::is_word(token_.text))
            refuse("a relation, such as notes");
        auto relation = take();
        if (!take_symbol("("))
            return Condition::exists(std::move(relation), {});
        if (take_symbol(")"))
            return Condition::exists(std::move(relation), {});
        return Condition::exists(std::move(relation), rest_in_parentheses());
    }

    Condition test(std::string field)
    {
        if (take_word("is"))
            return null_test(std::move(field));
        if (take_word("not")) {
            require_word("in", "\"in\"");
            return !in(std::move(field));
        }
        if (take_word("in"))
            return in(std::move(field));
        auto const comparison = condition::comparison_from(token_.text);
        if (!comparison || token_.kind == Token::Kind::text)
            refuse("is, in, contains, starts_with, =, !=, <, <=, > or >=");
        take();
        if (*comparison == Comparison::contains || *comparison == Comparison::starts_with)
            return Condition::compare(std::move(field), *comparison, text("a text in single quotes"));
        return Condition::compare(std::move(field), *comparison, value());
    }

    Condition null_test(std::string field)
    {
        bool const negated = take_word("not");
        require_word("null", negated ? "\"null\"" : "\"null\" or \"not null\"");
        auto condition = Condition::is_null(std::move(field));
        return negated ? !std::move(condition) : condition;
    }

    Condition in(std::string field)
    {
        require_symbol("(", "\"(\"");
        std::vector<Value> values;
        if (!take_symbol(")")) {
            do
                values.push_back(value());
            while (take_symbol(","));
            require_symbol(")", "\",\" or \")\"");
        }
        return Condition::is_in(std::move(field), std::move(values));
    }

    Value value()
    {
        static constexpr std::string_view expected = "a value: a number, a day or a moment such as 2026-03-01T09:00:00Z, true, "
                                                     "false, now, today, a name, or a text in single quotes";
        if (token_.kind == Token::Kind::text)
            return take();
        if (token_.kind == Token::Kind::number)
            return number(expected);
        if (take_word("true"))
            return true;
        if (take_word("false"))
            return false;
        if (take_word("now"))
            return relative(Relative::Anchor::now);
        if (take_word("today"))
            return relative(Relative::Anchor::today);
        if (token_.kind != Token::Kind::word || !condition::is_word(token_.text))
            refuse(expected);
        return Enumerator{take()};
    }

    Value number(std::string_view expected)
    {
        auto const number = number_from(token_.text);
        if (!number)
            refuse(expected);
        take();
        return *number;
    }

    Value relative(Relative::Anchor anchor)
    {
        bool const glued = token_.kind == Token::Kind::number && token_.text.starts_with('-');  // now -30 days
        bool const minus = !glued && take_symbol("-");
        if (!glued && !minus && !take_symbol("+"))
            return Relative{.anchor = anchor};

        auto const count = token_.kind == Token::Kind::number ? integer_from(token_.text) : std::nullopt;
        if (!count || (!glued && *count < 0) || *count < -Relative::greatest || *count > Relative::greatest)
            refuse("how many, at most " + std::to_string(Relative::greatest));
        take();
        bool const of_day = anchor == Relative::Anchor::today;
        auto const unit   = token_.kind == Token::Kind::word ? condition::unit_from(token_.text) : std::nullopt;
        if (!unit || (of_day && *unit < Relative::Unit::days))
            refuse(of_day ? "days, weeks, months or years" : "minutes, hours, days, weeks, months or years");
        take();
        return Relative{.anchor = anchor, .count = minus ? -*count : *count, .unit = *unit};
    }

    std::string text(std::string_view expected)
    {
        if (token_.kind != Token::Kind::text)
            refuse(expected);
        return take();
    }

    std::string take() { return std::exchange(token_, lexer_.next()).text; }

    bool take_word(std::string_view word) { return take_if(Token::Kind::word, word); }
    bool take_symbol(std::string_view symbol) { return take_if(Token::Kind::symbol, symbol); }
    bool take_if(Token::Kind kind, std::string_view text)
    {
        if (token_.kind != kind || token_.text != text)
            return false;
        take();
        return true;
    }
    void require_word(std::string_view word, std::string_view expected)
    {
        if (!take_word(word))
            refuse(expected);
    }
    void require_symbol(std::string_view symbol, std::string_view expected)
    {
        if (!take_symbol(symbol))
            refuse(expected);
    }
    [[noreturn]] void refuse(std::string_view expected) const { lexer_.refuse(token_, expected); }

    Lexer       lexer_;
    Token       token_;
    std::size_t depth_ = 0;
};

}  // namespace

Condition parse_condition(std::string_view text)
{
    return Parser{text}.parse();
}

}  // namespace crm
