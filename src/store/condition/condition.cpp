#include <crm/store/condition.hpp>

#include "words.hpp"

#include <crm/model/error.hpp>
#include <crm/model/text.hpp>

#include <algorithm>
#include <iterator>

namespace crm {

namespace {

using store::Comparison;

/// Brings a value into its one form, or throws when it has none.
struct OneForm {
    void operator()(Relative& relative) const
    {
        if (relative.count < -Relative::greatest || relative.count > Relative::greatest)
            throw InvalidArgument{"A condition reaches at most " + std::to_string(Relative::greatest) +
                                  " units from now; use a greater unit."};
        if (relative.anchor == Relative::Anchor::today && relative.unit < Relative::Unit::days)
            throw InvalidArgument{"Count from today in days, weeks, months or years; minutes and hours from now."};
        if (relative.count == 0)
            relative.unit = Relative::Unit::days;
    }
    void operator()(std::string const& text) const
    {
        if (!code_points(text))
            throw InvalidArgument{"Texts in conditions are in UTF-8 without zero bytes."};
    }
    void operator()(Date const& day) const { require_written(day); }
    void operator()(Instant const& at) const { require_written(at); }
    void operator()(Enumerator const& enumerator) const
    {
        if (!condition::is_word(enumerator.name))
            throw InvalidArgument{"No enumerator can be called \"" + enumerator.name + "\"."};
    }
    template <class Other>
    void operator()(Other const&) const
    {
    }

private:
    template <class Time>
    static void require_written(Time const& time)
    {
        if (!condition::can_be_written(time))
            throw InvalidArgument{"Days and moments in conditions are of the years 0 to 9999."};
    }
};

bool takes_only_texts(Comparison comparison)
{
    return comparison == Comparison::contains || comparison == Comparison::starts_with;
}

void require_word(std::string const& name, char const* what)
{
    if (!condition::is_word(name))
        throw InvalidArgument{std::string{"No "}.append(what).append(" can be called \"").append(name).append("\".")};
}

void require_field(std::string const& name)
{
    if (!condition::is_field(name))
        throw InvalidArgument{"No field can be called \"" + name + "\"."};
}

}  // namespace

/// Takes parts that are in one form already, and counts.
void Condition::adopt(std::vector<Condition> parts)
{
    parts_ = std::move(parts);
    for (auto const& part : parts_) {
        depth_ = std::max(depth_, part.depth_ + 1);
        size_ += part.size_;
    }
    if (depth_ > greatest_depth)
        throw InvalidArgument{"A condition is nested at most " + std::to_string(greatest_depth) + " deep."};
    if (size_ > greatest_size)
        throw InvalidArgument{"A condition has at most " + std::to_string(greatest_size) + " parts and values."};
}

/// Parts of the same kind are taken apart, and one alone stands for itself.
Condition Condition::join(Kind kind, std::vector<Condition> parts)
{
    std::vector<Condition> flat;
    for (auto& part : parts)
        if (part.kind_ == kind)
            flat.insert(flat.end(), std::make_move_iterator(part.parts_.begin()), std::make_move_iterator(part.parts_.end()));
        else if (kind != Kind::all_of || part.kind_ != Kind::always)
            flat.push_back(std::move(part));
    if (flat.size() == 1)
        return std::move(flat.front());

    Condition joined{kind, {}};
    joined.adopt(std::move(flat));
    return joined;
}

Condition Condition::all_of(std::vector<Condition> parts)
{
    auto all = join(Kind::all_of, std::move(parts));
    return all.kind_ == Kind::all_of && all.parts_.empty() ? Condition{} : all;
}

Condition Condition::any_of(std::vector<Condition> parts)
{
    auto any = join(Kind::any_of, std::move(parts));
    return any.kind_ == Kind::any_of && any.parts_.empty() ? negation({}) : any;
}

Condition Condition::negation(Condition part)
{
    Condition             negated{Kind::negation, {}};
    std::vector<Condition> parts;
    parts.push_back(std::move(part));
    negated.adopt(std::move(parts));
    return negated;
}

Condition Condition::is_null(std::string field)
{
    require_field(field);
    return {Kind::is_null, std::move(field)};
}

Condition Condition::compare(std::string field, Comparison comparison, Value value)
{
    if (comparison == Comparison::is_in)
        throw InvalidArgument{"Ask with Condition::is_in() whether a field is one of several values."};
    if (takes_only_texts(comparison) && !std::holds_alternative<std::string>(value))
        throw InvalidArgument{"Only a text is looked for in " + field + "."};
    std::vector<Value> values;
    values.push_back(std::move(value));
    return test(std::move(field), comparison, std::move(values));
}

Condition Condition::is_in(std::string field, std::vector<Value> values)
{
    return test(std::move(field), Comparison::is_in, std::move(values));
}

Condition Condition::test(std::string field, Comparison comparison, std::vector<Value> values)
{
    require_field(field);
    for (auto& value : values)
        std::visit(OneForm{}, value);
    Condition condition{Kind::compare, std::move(field)};
    condition.comparison_ = comparison;
    condition.values_     = std::move(values);
    condition.size_ += condition.values_.size();
    condition.adopt({});
    return condition;
}

Condition Condition::exists(std::string relation, Condition inner)
{
    require_word(relation, "relation");
    Condition              condition{Kind::exists, std::move(relation)};
    std::vector<Condition> parts;
    parts.push_back(std::move(inner));
    condition.adopt(std::move(parts));
    return condition;
}

Condition Condition::in_base(std::string code)
{
    if (code.empty())
        throw InvalidArgument{"Name the base by its code."};
    OneForm{}(code);
    return {Kind::in_base, std::move(code)};
}

Condition operator&&(Condition a, Condition b)
{
    std::vector<Condition> parts;
    parts.push_back(std::move(a));
    parts.push_back(std::move(b));
    return Condition::all_of(std::move(parts));
}

Condition operator||(Condition a, Condition b)
{
    std::vector<Condition> parts;
    parts.push_back(std::move(a));
    parts.push_back(std::move(b));
    return Condition::any_of(std::move(parts));
}

}  // namespace crm
