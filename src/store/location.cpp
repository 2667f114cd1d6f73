#include "location.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string>

namespace crm::store {

namespace {

using sql::Target;

// ---- Values ----------------------------------------------------------------------------------------------------------

std::int64_t number(std::string_view key, std::string_view value, std::int64_t most = std::numeric_limits<std::int64_t>::max())
{
    std::int64_t result = 0;
    auto const [end, failure] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (failure != std::errc{} || end != value.data() + value.size() || result < 0 || result > most)
        throw InvalidArgument{"Give the option " + std::string{key} + " a number from 0 to " + std::to_string(most) + "."};
    return result;
}

bool flag(std::string_view key, std::string_view value)
{
    return number(key, value, 1) == 1;
}

std::chrono::milliseconds milliseconds(std::string_view key, std::string_view value)
{
    return std::chrono::milliseconds{number(key, value, 1'000'000'000)};
}

std::string one_of(std::string_view key, std::string_view value, std::initializer_list<std::string_view> known)
{
    std::string list;
    for (auto name : known) {
        if (name == value)
            return std::string{value};
        list.append(list.empty() ? "" : ", ").append(name);
    }
    throw InvalidArgument{"The option " + std::string{key} + " is one of " + list + "."};
}

/// A name that goes into SQL as it is: letters, digits and `_`, a letter first.
std::string name(std::string_view key, std::string_view value)
{
    auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (value.empty() || !std::ranges::all_of(value, fits) || (value[0] >= '0' && value[0] <= '9') || value.size() > 30)
        throw InvalidArgument{"The option " + std::string{key} + " takes small letters, digits and _, at most 30 and no digit first."};
    return std::string{value};
}

/// A path or another text as the host gives it.
std::string text(std::string_view key, std::string_view value)
{
    if (value.empty() || value.find('\0') != value.npos)
        throw InvalidArgument{"Give the option " + std::string{key} + " a value."};
    return std::string{value};
}

std::string first_line_of(std::string const& path)
{
    std::ifstream file{path};
    std::string   line;
    if (!std::getline(file, line) || line.empty())
        throw NotFound{"The file of the option password_file has no first line, or cannot be read: " + path};
    return line;
}

std::string of_environment(std::string const& variable)
{
    char const* const value = std::getenv(variable.c_str());
    if (!value)
        throw NotFound{"The environment variable " + variable + ", which the option password_env names, is not set."};
    return value;
}

// ---- Options ---------------------------------------------------------------------------------------------------------

enum Engine : unsigned { sqlite = 1, postgresql = 2, mariadb = 4, servers = postgresql | mariadb, all = sqlite | servers };

struct Option {
    std::string_view key;
    unsigned         engines;
    void (*set)(Target& target, std::string_view key, std::string_view value);
};

using View = std::string_view;

constexpr Option options[] = {
    {"prefix", all, [](Target& t, View key, View value) { t.prefix = name(key, value); }},
    {"readonly", all, [](Target& t, View key, View value) { t.read_only = flag(key, value); }},
    {"timeout", all, [](Target& t, View key, View value) { t.patience = milliseconds(key, value); }},
    {"pool", all, [](Target& t, View key, View value) { t.pool = static_cast<std::size_t>(std::max<std::int64_t>(number(key, value, 1000), 1)); }},
    {"synchronous", sqlite, [](Target& t, View key, View value) { t.synchronous = one_of(key, value, {"full", "normal", "off"}); }},
    {"max_pages", sqlite, [](Target& t, View key, View value) { t.max_pages = number(key, value); }},
    {"synchronous", postgresql, [](Target& t, View key, View value) { t.synchronous = one_of(key, value, {"on", "remote_apply", "remote_write", "local", "off"}); }},
    {"schema", postgresql, [](Target& t, View key, View value) { t.schema = name(key, value); }},
    {"sslmode", postgresql, [](Target& t, View key, View value) { t.tls.mode = one_of(key, value, {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}); }},
    {"sslmode", mariadb, [](Target& t, View key, View value) { t.tls.mode = one_of(key, value, {"disable", "require", "verify-ca", "verify-full"}); }},
    {"target_session_attrs", postgresql, [](Target& t, View key, View value) { t.session_kind = one_of(key, value, {"any", "read-write", "read-only", "primary", "standby", "prefer-standby"}); }},
    {"pooler", postgresql, [](Target& t, View key, View value) { t.pooler = flag(key, value); }},
    {"host", postgresql, [](Target& t, View key, View value) { t.hosts = {{text(key, value)}}; }},
    {"sslrootcert", servers, [](Target& t, View key, View value) { t.tls.authority = text(key, value); }},
    {"sslcert", servers, [](Target& t, View key, View value) { t.tls.certificate = text(key, value); }},
    {"sslkey", servers, [](Target& t, View key, View value) { t.tls.key = text(key, value); }},
    {"connect_timeout", servers, [](Target& t, View key, View value) { t.connect_patience = milliseconds(key, value); }},
    {"statement_timeout", servers, [](Target& t, View key, View value) { t.statement_patience = milliseconds(key, value); }},
    {"password_file", servers, [](Target& t, View key, View value) { t.password = first_line_of(text(key, value)); }},
    {"password_env", servers, [](Target& t, View key, View value) { t.password = of_environment(text(key, value)); }},
};

std::string known_options(unsigned engine)
{
    std::string list;
    for (auto const& option : options)
        if (option.engines & engine)
            list.append(list.empty() ? "" : ", ").append(option.key);
    return list;
}

void set_option(Target& target, unsigned engine, std::string_view key, std::string_view value)
{
    for (auto const& option : options)
        if (option.key == key && (option.engines & engine))
            return option.set(target, key, value);
    // Not the name itself: a password that is written in the wrong place would be one.
    throw InvalidArgument{"The URI has an option that is none here. Those of this database are " + known_options(engine) +
                          "; times are milliseconds."};
}

// ---- Parts -----------------------------------------------------------------------------------------------------------

/// `%20` as a space.
std::string decoded(std::string_view encoded)
{
    std::string result;
    for (std::size_t i = 0; i != encoded.size(); ++i) {
        unsigned byte = 0;
        if (encoded[i] != '%') {
            result += encoded[i];
        } else if (i + 2 < encoded.size() && std::from_chars(&encoded[i + 1], &encoded[i + 1] + 2, byte, 16).ptr == &encoded[i + 1] + 2) {
            result += static_cast<char>(byte);
            i += 2;
        } else {
            throw InvalidArgument{"A % in the URI is not followed by two hexadecimal digits: write %25 for the sign itself."};
        }
    }
    return result;
}

/// What stands before `separator`, which is taken away with it; all of it when there is none.
std::string_view cut(std::string_view& rest, char separator)
{
    auto const end  = std::min(rest.find(separator), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

/// Sets what stands behind the question mark: `synchronous=normal&readonly=1`.
void set_options(Target& target, unsigned engine, std::string_view text)
{
    while (!text.empty()) {
        auto       value = cut(text, '&');
        auto const key   = cut(value, '=');
        set_option(target, engine, key, decoded(value));
    }
}

/// `db.example:5432`, `[::1]:5432`, `db.example`.
sql::Host host_of(std::string_view text)
{
    sql::Host host;
    auto      colon = text.rfind(':');
    if (text.starts_with('[')) {
        auto const end = text.find(']');
        if (end == text.npos)
            throw InvalidArgument{"A host of the URI begins with [ and has no ]."};
        host.name = text.substr(1, end - 1);
        colon     = text.find(':', end);
    } else {
        host.name = decoded(text.substr(0, colon));
    }
    if (colon != text.npos)
        host.port = static_cast<int>(number("port", text.substr(colon + 1), 65535));
    return host;
}

/// `//user:password@first:5432,second:5432/database?options`
Target server_target(std::string_view rest, unsigned engine, Target target)
{
    if (!rest.starts_with("//"))
        throw InvalidArgument{"Write a server's URI as postgresql://user@host:port/database, or mariadb://…"};
    rest.remove_prefix(2);
    auto where   = cut(rest, '?');
    auto place   = where;
    auto address = cut(place, '/');
    if (auto const at = address.rfind('@'); at != address.npos) {
        auto user       = address.substr(0, at);
        target.user     = decoded(cut(user, ':'));
        target.password = decoded(user);
        address.remove_prefix(at + 1);
    }
    while (!address.empty())
        target.hosts.push_back(host_of(cut(address, ',')));
    target.place = decoded(place);
    set_options(target, engine, rest);
    if (target.hosts.empty())
        target.hosts.push_back({"127.0.0.1"});
    if (target.place.empty())
        throw InvalidArgument{"The URI names no database: write it behind the host, as in postgresql://host/database."};
    return target;
}

/// `sales.db` of `sqlite:sales.db`, `/srv/sales.db` of `sqlite:///srv/sales.db`.
Target sqlite_target(std::string_view rest, Target target)
{
    constexpr std::string_view authority = "//";
    auto                       path      = cut(rest, '?');
    set_options(target, sqlite, rest);
    if (path.starts_with("///"))
        path.remove_prefix(authority.size());
    if (path.empty() || path.starts_with(authority))
        throw InvalidArgument{"Write the URI of a file as sqlite:sales.db, or sqlite:///srv/sales.db."};
    target.place = path;
    return target;
}

bool has_scheme(std::string_view& uri, std::string_view scheme)
{
    if (!uri.starts_with(scheme) || uri.size() == scheme.size() || uri[scheme.size()] != ':')
        return false;
    uri.remove_prefix(scheme.size() + 1);
    return true;
}

}  // namespace

Location location_of(std::string_view uri, sql::Target defaults)
{
    if (uri == "memory:")
        return {};
    if (has_scheme(uri, "sqlite"))
        return {&sql::sqlite, sqlite_target(uri, std::move(defaults))};
    if (has_scheme(uri, "postgresql") || has_scheme(uri, "postgres")) {
#if CRM_WITH_POSTGRESQL
        return {&sql::postgresql, server_target(uri, postgresql, std::move(defaults))};
#else
        throw Unsupported{"This crm was built without PostgreSQL: build it with CRM_WITH_POSTGRESQL=ON."};
#endif
    }
    if (has_scheme(uri, "mariadb") || has_scheme(uri, "mysql")) {
#if CRM_WITH_MARIADB
        return {&sql::mariadb, server_target(uri, mariadb, std::move(defaults))};
#else
        throw Unsupported{"This crm was built without MariaDB: build it with CRM_WITH_MARIADB=ON."};
#endif
    }
    // Another scheme than those; one letter is a drive.
    if (auto const colon = uri.find(':'); uri.empty() || (colon != uri.npos && colon > 1 && uri.find('/') > colon))
        throw Unsupported{"Open memory:, sqlite: and a path, a path alone, postgresql://… or mariadb://…. This URI is none of them."};
    defaults.place = uri;
    return {&sql::sqlite, std::move(defaults)};
}

}  // namespace crm::store
