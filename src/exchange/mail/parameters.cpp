#include "parameters.hpp"

#include "charset.hpp"
#include "headers.hpp"

namespace crm::mail {
namespace {

constexpr std::size_t longest = 16 << 10;  // GMime's reader takes the square of the number of parameters

}  // namespace

ParameterValue::ParameterValue(std::string_view raw)
{
    auto const text      = guess_utf8(unfolded(raw.substr(0, longest)));
    auto const semicolon = text.find(';');
    value_               = lower(trimmed(std::string_view{text}.substr(0, semicolon)));
    if (semicolon == std::string::npos)
        return;
    start_gmime();
    parameters_.reset(g_mime_param_list_parse(nullptr, text.c_str() + semicolon + 1));
}

std::string ParameterValue::parameter(std::string_view name) const
{
    if (!parameters_)
        return {};
    GMimeParam* found = nullptr;
    for (int i = 0, count = g_mime_param_list_length(parameters_.get()); i < count; ++i) {
        auto* const parameter = g_mime_param_list_get_parameter_at(parameters_.get(), i);
        if (!equal_ignoring_case(g_mime_param_get_name(parameter), name))
            continue;
        if (!found || (g_mime_param_get_charset(parameter) && !g_mime_param_get_charset(found)))
            found = parameter;
    }
    auto const* const value = found ? g_mime_param_get_value(found) : nullptr;
    return value ? std::string{trimmed(valid_utf8(value))} : std::string{};
}

}  // namespace crm::mail
