// What a URI says, and the store behind it.
#include "memory/memory_store.hpp"
#include "sql/sql_store.hpp"

#include <charconv>
#include <string>

namespace crm::store {

namespace {

std::int64_t number(std::string_view key, std::string_view value)
{
    std::int64_t result = 0;
    auto const [end, failure] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (failure != std::errc{} || end != value.data() + value.size() || result < 0)
        throw InvalidArgument{"Give the option " + std::string{key} + " a number, not " + std::string{value} + "."};
    return result;
}

std::string one_of(std::string_view key, std::string_view value, std::initializer_list<std::string_view> known)
{
    std::string list;
    for (auto name : known) {
        if (name == value)
            return std::string{value};
        list.append(list.empty() ? "" : ", ").append(name);
    }
    throw InvalidArgument{"The option " + std::string{key} + " is one of " + list + ", not " + std::string{value} + "."};
}

void set_option(sql::Target& target, std::string_view key, std::string_view value)
{
    if (key == "synchronous")
        target.synchronous = one_of(key, value, {"full", "normal", "off"});
    else if (key == "readonly")
        target.read_only = number(key, value) != 0;
    else if (key == "max_pages")
        target.max_pages = number(key, value);
    else if (key == "timeout")
        target.patience = std::chrono::milliseconds{number(key, value)};
    else if (key == "prefix")
        target.prefix = value;
    else
        throw InvalidArgument{"The options of a SQLite URI are synchronous, readonly, max_pages, timeout (milliseconds) "
                              "and prefix, not " + std::string{key} + "."};
}

/// Sets what stands behind the question mark: `synchronous=normal&readonly=1`.
void set_options(sql::Target& target, std::string_view options)
{
    while (!options.empty()) {
        auto const end    = std::min(options.find('&'), options.size());
        auto const option = options.substr(0, end);
        auto const equals = option.find('=');
        set_option(target, option.substr(0, equals), equals == option.npos ? std::string_view{} : option.substr(equals + 1));
        options.remove_prefix(std::min(end + 1, options.size()));
    }
}

/// `sales.db` of `sqlite:sales.db`, `/srv/sales.db` of `sqlite:///srv/sales.db`; a plain path is itself, and has no options.
sql::Target sqlite_target(std::string_view uri, std::chrono::milliseconds patience)
{
    constexpr std::string_view scheme = "sqlite:", authority = "//";
    sql::Target                target{.patience = patience};
    if (uri.starts_with(scheme)) {
        uri.remove_prefix(scheme.size());
        if (auto const question = uri.find('?'); question != uri.npos) {
            set_options(target, uri.substr(question + 1));
            uri = uri.substr(0, question);
        }
    } else if (auto const colon = uri.find(':'); colon != uri.npos && colon > 1 && uri.find('/') > colon) {
        return target;  // another scheme; one letter is a drive
    }
    if (uri.starts_with("///"))
        uri.remove_prefix(authority.size());
    if (!uri.starts_with(authority))
        target.place = uri;
    return target;
}

}  // namespace

std::unique_ptr<Store> open(std::string_view uri, OpenOptions const& options)
{
    if (uri == "memory:")
        return open_memory_store(options.patience);

    auto target = sqlite_target(uri, options.patience);
    if (target.place.empty())
        throw Unsupported{"Open memory:, sqlite: and a path, or a path. This URI is none of them."};
    target.create = options.create;
    return sql::open_sql_store(sql::sqlite, std::move(target));
}

}  // namespace crm::store
