#include "addresses.hpp"

#include "charset.hpp"
#include "encoded_words.hpp"
#include "headers.hpp"

#include <string>
#include <utility>

namespace crm::mail {
namespace {

/// Something stands on both sides of an "@". More is not asked: what is wrong otherwise matches nobody.
bool names_somebody(std::string_view address)
{
    auto const at = address.rfind('@');
    return at != std::string_view::npos && at > 0 && at + 1 < address.size();
}

/// Reads the list from left to right, once.
class AddressReader {
public:
    AddressReader(std::string_view text, std::vector<MailAddress>& addresses, Defects& defects)
        : text_{text}, addresses_{addresses}, defects_{defects}
    {
    }

    void read()
    {
        while (at_ < text_.size())
            step(text_[at_]);
        end_mailbox();
    }

private:
    /// What stands between two commas, as far as it was read.
    struct Mailbox {
        std::vector<std::string> words{};    ///< outside of angle brackets, quoted strings without their quotes
        std::string              angle{};    ///< inside
        std::string              comment{};  ///< the last one: names were written so before RFC 822
        bool                     has_angle   = false;
        bool                     has_at      = false;  ///< in one of the words
        bool                     wants_blank = true;   ///< the next word is a new one
    };

    void step(char c)
    {
        switch (c) {
        case ',':
        case ';': ++at_; return end_mailbox();
        case ':': return read_colon();
        case '(': return read_comment();
        case '"': return read_quoted();
        case '<': return read_angle();
        case '>': ++at_; return;
        case ' ':
        case '\t':
            ++at_;
            current_.wants_blank = true;
            return;
        default: return read_word();
        }
    }

    /// A colon ends the name of a group, which is nobody's address; inside of a word after "@" it is dirt.
    void read_colon()
    {
        ++at_;
        if (!current_.has_angle && !current_.has_at)
            current_ = {};
    }

    /// Comments nest and hold quoted pairs (RFC 5322 3.2.2). One that is never closed goes to the end.
    void read_comment()
    {
        std::string comment;
        std::size_t depth = 0;
        for (; at_ < text_.size(); ++at_) {
            auto const c = text_[at_];
            if (c == '\\' && at_ + 1 < text_.size()) {
                comment += text_[++at_];
                continue;
            }
            if (c == ')' && --depth == 0) {
                ++at_;
                break;
            }
            if (depth > 0)
                comment += c;
            if (c == '(')
                ++depth;
        }
        current_.comment     = std::move(comment);
        current_.wants_blank = true;
    }

    void read_quoted()
    {
        auto const end = end_of_quoted();
        if (end == std::string_view::npos) {  // an apostrophe of the wrong kind: take it for what it looks like
            ++at_;
            return add("\"");
        }
        std::string plain;
        for (auto i = at_ + 1; i < end; ++i) {
            if (text_[i] == '\\' && i + 1 < end)
                ++i;
            plain += text_[i];
        }
        auto const is_local_part = end + 1 < text_.size() && text_[end + 1] == '@';
        add(is_local_part ? text_.substr(at_, end + 1 - at_) : std::string_view{plain});
        at_ = end + 1;
    }

    /// Of the quoted string that begins here; npos: it has no end, and then no later one has.
    [[nodiscard]] std::size_t end_of_quoted()
    {
        for (auto i = at_ + 1; has_quoted_ && i < text_.size(); ++i) {
            if (text_[i] == '"')
                return i;
            if (text_[i] == '\\')
                ++i;
        }
        has_quoted_ = false;
        return std::string_view::npos;
    }

    /// "<@route,@route:local@domain>": the route (RFC 5322 4.4) is dropped, and so are blanks and comments.
    void read_angle()
    {
        ++at_;
        std::string address;
        while (at_ < text_.size() && text_[at_] != '>') {
            auto const c = text_[at_];
            if (c == '(') {
                auto outer = std::exchange(current_.comment, {});
                read_comment();
                current_.comment = std::move(outer);
                continue;
            }
            if (c == '"') {
                auto const end = end_of_quoted();
                auto const all = text_.substr(at_, end == std::string_view::npos ? 1 : end + 1 - at_);
                address += all;
                at_ += all.size();
                continue;
            }
            if (c == ',' && !address.starts_with('@'))
                break;  // the bracket is missing
            if (c == ':' && address.starts_with('@'))
                address.clear();
            else if (c != ' ' && c != '\t' && c != '<')
                address += c;
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '>')
            ++at_;
        if (!current_.has_angle)
            current_.angle = std::move(address);
        current_.has_angle = true;
    }

    void read_word()
    {
        auto end = text_.find_first_of(",;:(\"<> \t", at_);
        if (end == std::string_view::npos)
            end = text_.size();
        add(text_.substr(at_, end - at_));
        at_ = end;
    }

    void add(std::string_view word)
    {
        if (current_.wants_blank || current_.words.empty())
            current_.words.emplace_back();
        current_.words.back() += word;
        current_.has_at |= word.find('@') != word.npos;
        current_.wants_blank = false;
    }

    void end_mailbox()
    {
        auto const mailbox = std::exchange(current_, {});
        if (mailbox.has_angle)
            keep(joined(mailbox.words), mailbox.angle, mailbox.comment);
        else if (mailbox.has_at)
            keep_words(mailbox);
        else if (!mailbox.words.empty())
            note(defects_, "address.malformed");
    }

    /// Without angle brackets a word with "@" is an address, and the words before it are, against the rules, its name.
    void keep_words(Mailbox const& mailbox)
    {
        std::vector<std::string> name;
        for (auto const& word : closed_up(mailbox.words)) {
            if (word.find('@') == word.npos) {
                name.push_back(word);
                continue;
            }
            keep(joined(name), word, mailbox.comment);
            name.clear();
        }
    }

    void keep(std::string const& name, std::string_view address, std::string const& comment)
    {
        if (!names_somebody(address))
            return note(defects_, "address.malformed");
        addresses_.push_back({readable(name.empty() ? comment : name), guess_utf8(lower(address))});
    }

    static std::string joined(std::vector<std::string> const& words)
    {
        std::string text;
        for (auto const& word : words)
            text += (text.empty() ? "" : " ") + word;
        return text;
    }

    /// "jdoe@test", ".", "example" is one address: blanks around dots and "@" are allowed (RFC 5322 4.4).
    static std::vector<std::string> closed_up(std::vector<std::string> const& words)
    {
        auto const is_joint = [](char c) { return c == '.' || c == '@'; };

        std::vector<std::string> closed;
        for (auto const& word : words)
            if (!closed.empty() && !word.empty() && (is_joint(word.front()) || is_joint(closed.back().back())))
                closed.back() += word;
            else if (!word.empty())
                closed.push_back(word);
        return closed;
    }

    std::string_view          text_;
    std::size_t               at_         = 0;
    bool                      has_quoted_ = true;  ///< a quoted string may still come
    Mailbox                   current_{};
    std::vector<MailAddress>& addresses_;
    Defects&                  defects_;
};

}  // namespace

void read_addresses(std::string_view value, std::vector<MailAddress>& addresses, Defects& defects)
{
    auto const line = unfolded(value);
    AddressReader{line, addresses, defects}.read();
}

}  // namespace crm::mail
