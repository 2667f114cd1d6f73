#include "row_json.hpp"

#include "base64.hpp"

#include "store/condition/words.hpp"

#include <crm/model/money.hpp>
#include <crm/model/text.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>

namespace crm::exchange {

namespace json = boost::json;

namespace {

using record::Cell;
using record::Column;
using record::Kind;
using record::Meaning;
using record::Row;

Instant moment_of(std::int64_t count)
{
    return Instant{Instant::duration{count}};
}

constexpr std::int64_t last_day = 2'932'896;  // of the year 9999

/// A number where the value has no text, such as a moment after the year 9999.
json::value value_of(Column const& column, Cell const& cell)
{
    switch (column.meaning) {
    case Meaning::flag:
        if (cell.integer == 0 || cell.integer == 1)
            return cell.integer == 1;
        break;
    case Meaning::moment:
        if (auto const at = moment_of(cell.integer); condition::can_be_written(at))
            return json::value(condition::to_text(at));
        break;
    case Meaning::day:
        if (cell.integer >= -last_day && cell.integer <= last_day)
            if (Date const day{std::chrono::sys_days{std::chrono::days{cell.integer}}}; condition::can_be_written(day))
                return json::value(condition::to_text(day));
        break;
    case Meaning::enumerator:
        for (auto const& [name, number] : column.enumerators)
            if (number == cell.integer)
                return json::value(name);
        break;
    case Meaning::bytes: return json::value(to_base64(cell.text));
    default:             break;
    }
    return column.kind == Kind::integer ? json::value(cell.integer) : json::value(cell.text);
}

bool is_currency(std::string_view text)
{
    return Currency::from_code(text).has_value();
}

/// Whether two columns are one amount of money, in a row where both can be told as one.
bool is_money(record::Columns const& columns, std::size_t at)
{
    return columns[at].meaning == Meaning::amount && at + 1 < columns.size() && columns[at + 1].meaning == Meaning::currency;
}

/// The changes of a row of the history as JSON within JSON, where that comes back as the same bytes.
json::value changes_of(std::string const& text)
{
    json::error_code failure;
    auto             parsed = json::parse(text, failure);
    if (!failure && parsed.is_object() && json::serialize(parsed) == text)
        return parsed;
    return json::value(text);
}

[[noreturn]] void refuse(Column const& column, std::string remedy)
{
    throw WrongField{column.field, std::move(remedy)};
}

std::string names_of(Column const& column)
{
    std::string names;
    for (auto const& [name, number] : column.enumerators)
        names.append(names.empty() ? "" : ", ").append(name);
    return names;
}

std::int64_t integer_from(Column const& column, json::value const& value)
{
    auto const* const text = value.if_string();
    switch (column.meaning) {
    case Meaning::flag:
        if (value.is_bool())
            return value.get_bool() ? 1 : 0;
        refuse(column, "give true or false");
    case Meaning::moment:
        if (text)
            if (auto const at = condition::moment_from(*text))
                return at->time_since_epoch().count();
        if (value.is_int64())
            return value.get_int64();
        refuse(column, "give a moment such as 2026-03-01T09:00:00Z");
    case Meaning::day:
        if (text)
            if (auto const day = condition::day_from(*text))
                return std::chrono::sys_days{*day}.time_since_epoch().count();
        if (value.is_int64())
            return value.get_int64();
        refuse(column, "give a day such as 2026-03-01");
    case Meaning::enumerator:
        for (auto const& [name, number] : column.enumerators)
            if (text && *text == name)
                return number;
        refuse(column, "give one of " + names_of(column));
    default:
        if (value.is_int64())
            return value.get_int64();
        refuse(column, "give a whole number of 64 bits");
    }
}

std::string text_from(Column const& column, json::value const& value)
{
    auto const* const text = value.if_string();
    if (!text)
        refuse(column, "give a text");
    if (column.kind == Kind::bytes) {
        auto bytes = from_base64(*text);
        return bytes ? *std::move(bytes) : (refuse(column, "give the bytes as base64"), std::string{});
    }
    auto const length = code_points(std::string_view{*text});
    if (!length)
        refuse(column, "give a text without zero characters");
    if (column.max_length != 0 && *length > column.max_length)
        refuse(column, "give at most " + std::to_string(column.max_length) + " characters; there are " + std::to_string(*length));
    if (column.meaning == Meaning::currency && !is_currency(*text))
        refuse(column, "give an ISO 4217 code such as PLN");
    return std::string{*text};
}

void set_money(Column const& column, json::value const& value, Cell& amount, Cell& currency)
{
    auto const* const text = value.if_string();
    try {
        auto const money = Money::parse(text ? std::string_view{*text} : std::string_view{});
        amount.set(money.amount);
        currency.set(money.currency.code());
    } catch (ValidationError const&) {
        refuse(column, "give an amount with its currency, such as 12500.00 PLN");
    }
}

}  // namespace

json::object to_json(Part const& part, Row const& row)
{
    json::object object;
    object["record"]    = part.name();
    auto const& columns = part.columns();
    for (std::size_t i = 0; i != columns.size(); ++i) {
        auto const& column = columns[i];
        if (is_money(columns, i) && !row[i].null && !row[i + 1].null && is_currency(row[i + 1].text)) {
            object[column.field] = amount_to_decimal(row[i].integer) + " " + row[i + 1].text;
            ++i;
        } else if (!row[i].null) {
            bool const is_money_part = column.meaning == Meaning::amount || column.meaning == Meaning::currency;
            bool const is_changes    = !part.table() && column.name == "fields";
            object[is_money_part ? column.name : column.field] = is_changes ? changes_of(row[i].text) : value_of(column, row[i]);
        }
    }
    return object;
}

Row from_json(Part const& part, json::object const& object)
{
    auto const& columns = part.columns();
    Row         row(columns.size());
    std::size_t taken = 1;  // "record"
    for (std::size_t i = 0; i != columns.size(); ++i) {
        auto const&       column = columns[i];
        auto const* const value  = object.if_contains(column.field);
        if (value)
            ++taken;
        if (is_money(columns, i)) {
            if (value)
                set_money(column, *value, row[i], row[i + 1]);
            else if (!column.nullable)
                refuse(column, "it is missing: give an amount with its currency, such as 12500.00 PLN");
            ++i;
        } else if (!value) {
            if (!column.nullable)
                refuse(column, "it is missing: give it");
        } else if (column.kind == Kind::integer) {
            row[i].set(integer_from(column, *value));
        } else if (!part.table() && value->is_object()) {
            row[i].set(std::string_view{json::serialize(*value)});
        } else {
            row[i].set(std::string_view{text_from(column, *value)});
        }
    }
    if (taken != object.size())
        for (auto const& [key, value] : object)
            if (key != "record" && std::ranges::none_of(columns, [&](Column const& column) { return column.field == key; }))
                throw WrongField{std::string{key}, "take it away: the record has no such field"};
    return row;
}

}  // namespace crm::exchange
