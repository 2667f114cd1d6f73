#include "handles.hpp"
#include "settings.hpp"

#include <chrono>
#include <string_view>

BOOST_DESCRIBE_STRUCT(crm_open_options, (), (struct_size, flags, starter, zone, clock, clock_user, patience_ms,
                                             unique_numbers, slow_from_us, slow_statement, slow_user))

namespace crm::capi {

CRM_STRUCT_IN_C(crm_open_options, 64)

namespace {

SlowStatement slow_statement_of(crm_slow_statement told, void* user)
{
    if (!told)
        return {};
    return [told, user](std::string_view sql, std::chrono::microseconds took) {
        told(user, {sql.data(), sql.size()}, took.count());
    };
}

std::chrono::microseconds slow_from(std::int64_t microseconds)
{
    if (microseconds < 0)
        throw InvalidArgument{"`slow_from_us` is negative."};
    return std::chrono::microseconds{microseconds};
}

DatabaseOptions options_of(crm_open_options const& given)
{
    if ((given.flags & ~(CRM_CREATE | CRM_KNOWN_OPERATORS)) != 0)
        throw Unsupported{"`flags` has a flag that this version of crm does not have."};
    DatabaseOptions options{.create             = (given.flags & CRM_CREATE) != 0,
                            .starter            = std::string{word(given.starter)},
                            .clock              = clock_of(given.clock, given.clock_user),
                            .zone               = std::string{word(given.zone)},
                            .unique_numbers     = numbers_of(given.unique_numbers),
                            .register_operators = (given.flags & CRM_KNOWN_OPERATORS) == 0,
                            .slow_from          = slow_from(given.slow_from_us),
                            .tell_slow          = slow_statement_of(given.slow_statement, given.slow_user)};
    if (given.patience_ms != 0)
        options.patience = std::chrono::milliseconds{given.patience_ms};
    return options;
}

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_open(const char* uri, const crm_open_options* options, crm_database** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        auto database = std::make_shared<crm::Database>(&required(uri, "uri"), options_of(read_options(options)));
        *out          = new crm_database{std::move(database)};
    });
}

void crm_close(crm_database* database)
{
    delete database;
}

crm_status crm_database_operator(crm_database* database, const char* code, crm_id* out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        to_c(required(database, "database").database->operator_id(&required(code, "code")), *out);
    });
}
