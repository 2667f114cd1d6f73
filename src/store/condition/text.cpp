// The text form, written.
#include "words.hpp"

#include <crm/model/money.hpp>

namespace crm {

namespace {

using Kind = Condition::Kind;

std::string in_quotes(std::string_view text)
{
    std::string quoted{"'"};
    for (char c : text)
        quoted.append(c == '\'' ? 2 : 1, c);
    return quoted + "'";
}

struct ValueWriter {
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::string const& text) const { return in_quotes(text); }
    std::string operator()(Decimal decimal) const { return amount_to_decimal(decimal.amount); }
    std::string operator()(Enumerator const& enumerator) const { return enumerator.name; }
    template <class Time>
    std::string operator()(Time const& time) const
    {
        return condition::to_text(time);
    }
};

std::string written(Value const& value)
{
    return std::visit(ValueWriter{}, value);
}

class Writer {
public:
    void write(Condition const& condition)
    {
        switch (condition.kind()) {
        case Kind::always: text_ += "always"; break;
        case Kind::all_of: write_joined(condition, " and "); break;
        case Kind::any_of: write_joined(condition, " or "); break;
        case Kind::negation: write_negation(condition.parts().front()); break;
        case Kind::is_null: text_ += condition.name() + " is null"; break;
        case Kind::compare: write_test(condition, ""); break;
        case Kind::exists: write_exists(condition); break;
        case Kind::in_base: text_ += "in_base " + in_quotes(condition.name()); break;
        }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void write_joined(Condition const& condition, std::string_view between)
    {
        for (auto const& part : condition.parts()) {
            if (&part != &condition.parts().front())
                text_ += between;
            write_part(part);
        }
    }

    /// In parentheses where the grammar, or the reader, needs them.
    void write_part(Condition const& part)
    {
        bool const joined = part.kind() == Kind::all_of || part.kind() == Kind::any_of;
        text_ += joined ? "(" : "";
        write(part);
        text_ += joined ? ")" : "";
    }

    void write_negation(Condition const& part)
    {
        if (part.kind() == Kind::is_null) {
            text_ += part.name() + " is not null";
        } else if (part.kind() == Kind::compare && part.comparison() == store::Comparison::is_in) {
            write_test(part, "not ");
        } else {
            text_ += "not ";
            write_part(part);
        }
    }

    void write_test(Condition const& condition, std::string_view negated)
    {
        text_.append(condition.name()).append(" ").append(negated).append(name_of(condition.comparison())).append(" ");
        if (condition.comparison() != store::Comparison::is_in) {
            text_ += written(condition.values().front());
            return;
        }
        text_ += "(";
        for (auto const& value : condition.values())
            text_ += (&value == condition.values().data() ? "" : ", ") + written(value);
        text_ += ")";
    }

    void write_exists(Condition const& condition)
    {
        text_ += "exists " + condition.name();
        auto const& inner = condition.parts().front();
        if (inner.kind() == Kind::always)
            return;
        text_ += " (";
        write(inner);
        text_ += ")";
    }

    [[nodiscard]] static std::string_view name_of(store::Comparison comparison) { return condition::name_of(comparison); }

    std::string text_;
};

}  // namespace

std::string to_text(Condition const& condition)
{
    if (condition.kind() == Kind::always)
        return {};
    Writer writer;
    writer.write(condition);
    return writer.take();
}

}  // namespace crm
