// The JSON form, written and read.
//
//     condition = {} | {"and": [condition...]} | {"or": [condition...]} | {"not": condition}
//               | {"exists": relation, "where": condition} | {"in_base": code} | {"field": field, "op": "is null"}
//               | {"field": field, "op": "in", "values": [value...]} | {"field": field, "op": operator, "value": value}
//     value     = integer | true | false | text | {"decimal": "1000.00"} | {"day": "2026-03-01"}
//               | {"moment": "2026-03-01T09:00:00Z"} | {"name": enumerator} | {"relative": "now - 30 days"}
#include "lexer.hpp"
#include "words.hpp"

#include <crm/model/error.hpp>
#include <crm/model/money.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace crm {

namespace {

namespace json = boost::json;
using Kind     = Condition::Kind;

json::string_view view(std::string_view text)
{
    return {text.data(), text.size()};
}

std::string_view view(json::string const& text)
{
    return {text.data(), text.size()};
}

struct ValueToJson {
    json::value operator()(std::int64_t number) const { return number; }
    json::value operator()(bool flag) const { return flag; }
    json::value operator()(std::string const& text) const { return json::string{text}; }
    json::value operator()(Decimal decimal) const { return tagged("decimal", amount_to_decimal(decimal.amount)); }
    json::value operator()(Instant at) const { return tagged("moment", condition::to_text(at)); }
    json::value operator()(Date day) const { return tagged("day", condition::to_text(day)); }
    json::value operator()(Enumerator const& enumerator) const { return tagged("name", enumerator.name); }
    json::value operator()(Relative const& relative) const { return tagged("relative", condition::to_text(relative)); }

private:
    static json::object tagged(char const* tag, std::string const& text)
    {
        json::object object;
        object.emplace(tag, json::string{text});
        return object;
    }
};

json::value value_to_json(Value const& value)
{
    return std::visit(ValueToJson{}, value);
}

json::object object_of(Condition const& condition);

json::array array_of(std::vector<Condition> const& parts)
{
    json::array array;
    for (auto const& part : parts)
        array.push_back(object_of(part));
    return array;
}

json::object comparison_of(Condition const& condition)
{
    auto const&  values = condition.values();
    json::object object;
    object["field"] = condition.name();
    object["op"]    = view(condition::name_of(condition.comparison()));
    if (condition.comparison() != store::Comparison::is_in) {
        object["value"] = value_to_json(values.front());
        return object;
    }
    json::array array;
    for (auto const& value : values)
        array.push_back(value_to_json(value));
    object["values"] = std::move(array);
    return object;
}

json::object object_of(Condition const& condition)
{
    json::object object;
    switch (condition.kind()) {
    case Kind::always: break;
    case Kind::all_of: object["and"] = array_of(condition.parts()); break;
    case Kind::any_of: object["or"] = array_of(condition.parts()); break;
    case Kind::negation: object["not"] = object_of(condition.parts().front()); break;
    case Kind::compare: return comparison_of(condition);
    case Kind::in_base: object["in_base"] = condition.name(); break;
    case Kind::is_null:
        object["field"] = condition.name();
        object["op"]    = "is null";
        break;
    case Kind::exists:
        object["exists"] = condition.name();
        if (condition.parts().front() != Condition{})
            object["where"] = object_of(condition.parts().front());
        break;
    }
    return object;
}

[[noreturn]] void refuse(std::string const& place, std::string const& found, std::string const& expected)
{
    throw InvalidArgument{"Condition, at " + (place.empty() ? "its beginning" : place) + ": found " + found +
                          ", expected " + expected + "."};
}

/// A name of JSON, which may be anything, as it stands in an error.
std::string shown(json::string_view name)
{
    bool const is_plain = name.size() <= 60 && std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~'; });
    return is_plain ? "\"" + std::string{name} + "\"" : "a strange name";
}

/// What a value of JSON is, without what it says, which may be personal.
std::string kind_of(json::value const& value)
{
    switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return "a flag";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return "a number";
    case json::kind::string: return "a text";
    case json::kind::array: return "an array";
    case json::kind::object: break;
    }
    auto const& object = value.get_object();
    if (object.empty())
        return "an empty object";
    return "an object of " + shown(object.begin()->key()) + (object.size() == 1 ? "" : " and others");
}

bool has_only(json::object const& object, std::initializer_list<char const*> names)
{
    if (object.size() != names.size())
        return false;
    for (auto const* name : names)
        if (!object.contains(name))
            return false;
    return true;
}

std::string text_at(json::value const& value, std::string const& place)
{
    auto const* const text = value.if_string();
    if (!text)
        refuse(place, kind_of(value), "a text");
    return std::string{view(*text)};
}

json::array const& array_at(json::value const& value, std::string const& place)
{
    auto const* const array = value.if_array();
    if (!array)
        refuse(place, kind_of(value), "an array");
    return *array;
}

/// As in the text form, of which it is one value.
Relative relative_from(std::string const& text, std::string const& place)
{
    auto const  condition = parse_condition("field = " + text);
    auto const* value     = condition.kind() == Kind::compare ? std::get_if<Relative>(&condition.values().front()) : nullptr;
    if (!value)
        refuse(place, "a text", "now or today, and how far from it: \"now - 30 days\"");
    return *value;
}

template <class Made>
Value made_or_refuse(std::optional<Made> const& made, std::string const& place, char const* expected)
{
    if (!made)
        refuse(place, "a text", expected);
    return *made;
}

Value tagged_value(json::object const& object, std::string const& place)
{
    auto const tag   = std::string{object.begin()->key().data(), object.begin()->key().size()};
    auto const inner = place + "/" + tag;
    auto const text  = text_at(object.begin()->value(), inner);
    if (tag == "name")
        return Enumerator{text};
    if (tag == "relative")
        return relative_from(text, inner);
    if (tag == "day")
        return made_or_refuse(condition::day_from(text), inner, "a day such as 2026-03-01");
    if (tag == "moment")
        return made_or_refuse(condition::moment_from(text), inner, "a moment such as 2026-03-01T09:00:00Z");
    if (tag != "decimal")
        refuse(place, kind_of(object), "\"name\", \"decimal\", \"day\", \"moment\" or \"relative\"");
    auto const amount = amount_from_decimal(text);
    return made_or_refuse(amount ? std::optional{Decimal{*amount}} : std::nullopt, inner, "a decimal such as 1000.00");
}

Value value_at(json::value const& value, std::string const& place)
{
    if (auto const* number = value.if_int64())
        return *number;
    if (auto const* flag = value.if_bool())
        return *flag;
    if (auto const* text = value.if_string())
        return std::string{view(*text)};
    auto const* const object = value.if_object();
    if (!object || object->size() != 1)
        refuse(place, kind_of(value), "an integer of 64 bits, a flag, a text, or an object such as {\"name\": \"active\"}");
    return tagged_value(*object, place);
}

Condition condition_at(json::value const& value, std::string const& place);

std::vector<Condition> conditions_at(json::value const& value, std::string const& place)
{
    std::vector<Condition> parts;
    for (auto const& part : array_at(value, place))
        parts.push_back(condition_at(part, place + "/" + std::to_string(parts.size())));
    return parts;
}

Condition test_at(json::object const& object, std::string const& place)
{
    auto const field = text_at(object.at("field"), place + "/field");
    auto const name  = text_at(object.at("op"), place + "/op");
    if (name == "is null" && object.size() == 2)
        return Condition::is_null(field);
    auto const comparison = condition::comparison_from(name);
    if (comparison == store::Comparison::is_in && has_only(object, {"field", "op", "values"})) {
        std::vector<Value> values;
        for (auto const& value : array_at(object.at("values"), place + "/values"))
            values.push_back(value_at(value, place + "/values/" + std::to_string(values.size())));
        return Condition::is_in(field, std::move(values));
    }
    if (!comparison || *comparison == store::Comparison::is_in || !has_only(object, {"field", "op", "value"}))
        refuse(place, kind_of(object),
               "\"field\" and \"op\": \"is null\", or \"in\" with \"values\", or =, !=, <, <=, >, >=, contains or starts_with "
               "with \"value\"");
    return Condition::compare(field, *comparison, value_at(object.at("value"), place + "/value"));
}

Condition condition_of(json::object const& object, std::string const& place)
{
    if (object.empty())
        return {};
    if (has_only(object, {"and"}))
        return Condition::all_of(conditions_at(object.at("and"), place + "/and"));
    if (has_only(object, {"or"}))
        return Condition::any_of(conditions_at(object.at("or"), place + "/or"));
    if (has_only(object, {"not"}))
        return !condition_at(object.at("not"), place + "/not");
    if (has_only(object, {"in_base"}))
        return Condition::in_base(text_at(object.at("in_base"), place + "/in_base"));
    if (has_only(object, {"exists"}))
        return Condition::exists(text_at(object.at("exists"), place + "/exists"), {});
    if (has_only(object, {"exists", "where"}))
        return Condition::exists(text_at(object.at("exists"), place + "/exists"),
                                 condition_at(object.at("where"), place + "/where"));
    if (object.contains("field") && object.contains("op"))
        return test_at(object, place);
    refuse(place, kind_of(object), "\"and\", \"or\", \"not\", \"field\" with \"op\", \"exists\", \"in_base\", or nothing");
}

Condition condition_at(json::value const& value, std::string const& place)
{
    auto const* const object = value.if_object();
    if (!object)
        refuse(place, kind_of(value), "an object");
    return condition_of(*object, place);
}

}  // namespace

std::string to_json(Condition const& condition)
{
    return json::serialize(object_of(condition));
}

Condition parse_condition_json(std::string_view text)
{
    if (text.size() > condition::Lexer::longest)
        throw InvalidArgument{"A condition is at most " + std::to_string(condition::Lexer::longest) + " bytes long."};
    json::parse_options options;
    options.max_depth = 2 * Condition::greatest_depth + 4;  // an object and an array a level, and the values
    json::stream_parser parser{{}, options};
    json::error_code    error;
    auto const          read = parser.write_some(text.data(), text.size(), error);
    if (!error && read == text.size())
        parser.finish(error);
    if (error || read != text.size())
        refuse("byte " + std::to_string(read + 1), "what is no JSON",
               "one object, nested at most " + std::to_string(Condition::greatest_depth) + " deep");
    return condition_at(parser.release(), {});
}

}  // namespace crm
