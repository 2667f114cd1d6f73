#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crm::condition {

struct Token {
    enum class Kind { word, number, text, symbol, end };

    Kind        kind = Kind::end;
    std::string text{};       ///< of a text, what stands between its quotes; a field may be two words with a point
    std::size_t begin = 0;    ///< in bytes
};

/// Cuts a text into tokens, one after the other.
class Lexer {
public:
    /// \throws InvalidArgument for a text that is no UTF-8, or longer than any condition
    explicit Lexer(std::string_view text);

    [[nodiscard]] Token next();

    /// \throws InvalidArgument that tells the place, what was found there, and what was expected
    [[noreturn]] void refuse(Token const& found, std::string_view expected) const;

    static constexpr std::size_t longest = 1'000'000;  ///< bytes

private:
    Token take(Token::Kind kind, std::size_t end);
    Token take_text();

    std::string_view text_;
    std::size_t      at_ = 0;
};

}  // namespace crm::condition
