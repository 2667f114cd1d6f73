// Conditions as typed C++ expressions. Included by <crm/store/condition.hpp>, which tells what they mean.
#pragma once

#include <crm/model/describe.hpp>
#include <crm/model/id.hpp>
#include <crm/model/money.hpp>
#include <crm/store/condition.hpp>

#include <chrono>
#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace crm {

struct Now {
    operator Value() const { return Relative{.anchor = Relative::Anchor::now}; }
};
struct Today {
    operator Value() const { return Relative{.anchor = Relative::Anchor::today}; }
};

/// The moment when the condition is asked.
[[nodiscard]] constexpr Now now() { return {}; }

/// The day when the condition is asked, in the zone that is asked for; of a moment, its start.
[[nodiscard]] constexpr Today today() { return {}; }

namespace expression {

/// The unit of a duration; none for those that conditions don't know.
template <class Duration>
inline constexpr std::optional<Relative::Unit> unit_of = std::nullopt;
template <>
inline constexpr std::optional unit_of<std::chrono::minutes> = Relative::Unit::minutes;
template <>
inline constexpr std::optional unit_of<std::chrono::hours> = Relative::Unit::hours;
template <>
inline constexpr std::optional unit_of<std::chrono::days> = Relative::Unit::days;
template <>
inline constexpr std::optional unit_of<std::chrono::weeks> = Relative::Unit::weeks;
template <>
inline constexpr std::optional unit_of<std::chrono::months> = Relative::Unit::months;
template <>
inline constexpr std::optional unit_of<std::chrono::years> = Relative::Unit::years;

template <class Duration>
concept Span = unit_of<Duration>.has_value();
template <class Duration>
concept SpanOfDays = Span<Duration> && *unit_of<Duration> >= Relative::Unit::days;

template <class Type>
struct Inner {
    using type = Type;
};
template <class Type>
struct Inner<std::optional<Type>> {
    using type = Type;
};

template <class Type>
inline constexpr bool is_id = false;
template <class Record>
inline constexpr bool is_id<Id<Record>> = true;

template <class Type>
concept WholeNumber = std::integral<Type> && !std::same_as<Type, bool>;
template <class Type>
concept Told = std::same_as<Type, Relative> || std::same_as<Type, Now> || std::same_as<Type, Today>;

/// What a field of `Type` may be compared with.
template <class Given, class Type>
concept ComparableWith =
    (std::same_as<Type, std::string> && std::convertible_to<Given, std::string_view>) ||
    (WholeNumber<Type> && WholeNumber<Given>) ||
    (std::same_as<Type, Instant> && (std::convertible_to<Given, Instant> || std::same_as<Given, Date> || Told<Given>)) ||
    (std::same_as<Type, Date> && (std::same_as<Given, Date> || Told<Given>)) ||
    (std::same_as<Given, Type> &&
     (std::same_as<Type, bool> || std::is_enum_v<Type> || is_id<Type> || std::same_as<Type, Currency>));

/// Whether less and greater mean something.
template <class Type>
concept InOrder = std::same_as<Type, std::string> || WholeNumber<Type> || std::same_as<Type, Instant> || std::same_as<Type, Date>;

template <class Type, class Given>
    requires ComparableWith<Given, Type>
Value value_for(Given const& given)
{
    if constexpr (std::same_as<Type, std::string>)
        return std::string{std::string_view{given}};
    else if constexpr (WholeNumber<Type>)
        return static_cast<std::int64_t>(given);
    else if constexpr (is_id<Type>)
        return given.value;
    else if constexpr (std::same_as<Type, Currency>)
        return std::string{given.code()};
    else if constexpr (std::is_enum_v<Type>)
        return Enumerator{std::string{enum_name(given)}};
    else if constexpr (std::convertible_to<Given, Instant>)
        return Instant{given};
    else
        return given;
}

}  // namespace expression

template <expression::Span Duration>
[[nodiscard]] constexpr Relative operator+(Now, Duration by)
{
    return {.anchor = Relative::Anchor::now, .count = by.count(), .unit = *expression::unit_of<Duration>};
}
template <expression::Span Duration>
[[nodiscard]] constexpr Relative operator-(Now anchor, Duration by)
{
    return anchor + -by;
}
template <expression::SpanOfDays Duration>
[[nodiscard]] constexpr Relative operator+(Today, Duration by)
{
    return {.anchor = Relative::Anchor::today, .count = by.count(), .unit = *expression::unit_of<Duration>};
}
template <expression::SpanOfDays Duration>
[[nodiscard]] constexpr Relative operator-(Today anchor, Duration by)
{
    return anchor + -by;
}

/// A field in an expression. Compared with a value of another type than its own, it does not compile.
template <class Type>
class Field {
public:
    explicit Field(std::string name) : name_{std::move(name)} {}

    [[nodiscard]] Condition is_null() const { return Condition::is_null(name_); }
    [[nodiscard]] Condition is_not_null() const { return !is_null(); }

    [[nodiscard]] Condition contains(std::string_view part) const
        requires std::same_as<Type, std::string>
    {
        return compare(store::Comparison::contains, part);
    }
    [[nodiscard]] Condition starts_with(std::string_view part) const
        requires std::same_as<Type, std::string>
    {
        return compare(store::Comparison::starts_with, part);
    }

    /// Equal to one of these.
    [[nodiscard]] Condition in(std::initializer_list<Type> values) const
        requires expression::ComparableWith<Type, Type>
    {
        std::vector<Value> list;
        for (auto const& value : values)
            list.push_back(expression::value_for<Type>(value));
        return Condition::is_in(name_, std::move(list));
    }

    template <expression::ComparableWith<Type> Given>
    friend Condition operator==(Field const& field, Given const& given)
    {
        return field.compare(store::Comparison::equal, given);
    }
    template <expression::ComparableWith<Type> Given>
    friend Condition operator!=(Field const& field, Given const& given)
    {
        return field.compare(store::Comparison::not_equal, given);
    }
    template <expression::ComparableWith<Type> Given>
        requires expression::InOrder<Type>
    friend Condition operator<(Field const& field, Given const& given)
    {
        return field.compare(store::Comparison::less, given);
    }
    template <expression::ComparableWith<Type> Given>
        requires expression::InOrder<Type>
    friend Condition operator<=(Field const& field, Given const& given)
    {
        return field.compare(store::Comparison::less_or_equal, given);
    }
    template <expression::ComparableWith<Type> Given>
        requires expression::InOrder<Type>
    friend Condition operator>(Field const& field, Given const& given)
    {
        return field.compare(store::Comparison::greater, given);
    }
    template <expression::ComparableWith<Type> Given>
        requires expression::InOrder<Type>
    friend Condition operator>=(Field const& field, Given const& given)
    {
        return field.compare(store::Comparison::greater_or_equal, given);
    }

private:
    template <class Given>
    [[nodiscard]] Condition compare(store::Comparison comparison, Given const& given) const
    {
        return Condition::compare(name_, comparison, expression::value_for<Type>(given));
    }

    std::string name_;
};

/// The amount of a field of money, compared with money: one of another currency is neither less nor equal nor greater.
class AmountField {
public:
    explicit AmountField(std::string const& field) : amount_{field + ".amount"}, currency_{field + ".currency"} {}

    friend Condition operator==(AmountField const& field, Money const& money)
    {
        return field.compare(store::Comparison::equal, money);
    }
    friend Condition operator!=(AmountField const& field, Money const& money)
    {
        return field.currency_ != money.currency ||
               Condition::compare(field.amount_, store::Comparison::not_equal, Decimal{money.amount});
    }
    friend Condition operator<(AmountField const& field, Money const& money)
    {
        return field.compare(store::Comparison::less, money);
    }
    friend Condition operator<=(AmountField const& field, Money const& money)
    {
        return field.compare(store::Comparison::less_or_equal, money);
    }
    friend Condition operator>(AmountField const& field, Money const& money)
    {
        return field.compare(store::Comparison::greater, money);
    }
    friend Condition operator>=(AmountField const& field, Money const& money)
    {
        return field.compare(store::Comparison::greater_or_equal, money);
    }

private:
    [[nodiscard]] Condition compare(store::Comparison comparison, Money const& money) const
    {
        return currency_ == money.currency && Condition::compare(amount_, comparison, Decimal{money.amount});
    }

    std::string     amount_;
    Field<Currency> currency_;
};

/// `field(&Case::stage) == Stage::active`. A field of money can only be asked whether it is there: see amount().
template <DescribedRecord Record, class Type>
[[nodiscard]] auto field(Type Record::*member)
{
    return Field<typename expression::Inner<Type>::type>{std::string{field_name(member)}};
}

/// `amount(&Case::expected) >= Money::parse("1000.00 PLN")`.
template <DescribedRecord Record, class Type>
    requires std::same_as<typename expression::Inner<Type>::type, Money>
[[nodiscard]] AmountField amount(Type Record::*member)
{
    return AmountField{std::string{field_name(member)}};
}

/// `currency(&Case::expected) == Currency{"PLN"}`.
template <DescribedRecord Record, class Type>
    requires std::same_as<typename expression::Inner<Type>::type, Money>
[[nodiscard]] Field<Currency> currency(Type Record::*member)
{
    return Field<Currency>{std::string{field_name(member)} + ".currency"};
}

/// Among the records that `relation` leads to there is one that `inner` is true of.
[[nodiscard]] inline Condition exists(std::string relation, Condition inner = {})
{
    return Condition::exists(std::move(relation), std::move(inner));
}

/// The subject is in the base of that code.
[[nodiscard]] inline Condition in_base(std::string code) { return Condition::in_base(std::move(code)); }

}  // namespace crm
