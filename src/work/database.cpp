#include <crm/work/database.hpp>

#include "starter.hpp"

#include <crm/model/search.hpp>
#include <crm/store/expression.hpp>

#include <algorithm>
#include <random>
#include <thread>

namespace crm {

namespace {

std::shared_ptr<Settings const> settings_of(DatabaseOptions const& options)
{
    return std::make_shared<Settings const>(Settings{options.clock, options.zone, options.unique_numbers});
}

}  // namespace

Database::Database(std::string_view uri, DatabaseOptions const& options)
    : Database{store::open(uri, {.create = options.create, .patience = options.patience, .slow_from = options.slow_from, .tell_slow = options.tell_slow}),
               options}
{
}

Database::Database(std::unique_ptr<store::Store> store, DatabaseOptions const& options)
    : store_{std::move(store)}, settings_{settings_of(options)}, register_operators_{options.register_operators}
{
    if (options.starter.empty() || !options.create)
        return;
    auto const start = [&] { transact({}, [&](Work& work) { add_starter(work, options.starter); }); };
    try {
        start();
    } catch (Conflict const&) {
        start();  // another program has started it meanwhile, which is seen now
    }
}

View Database::view(Id<Operator> who) const
{
    return View{Session{store_->begin(store::Access::read), who, settings_}};
}

Work Database::work(Id<Operator> who, std::string cause, std::string key) const
{
    return Work{Session{store_->begin(store::Access::write), who, settings_}, std::move(cause), std::move(key)};
}

Id<Operator> Database::operator_id(std::string_view code)
{
    code = trimmed(code);
    try {
        return view({}).operator_id(code);
    } catch (NotFound const&) {
        if (!register_operators_)
            throw;
    }
    Operator   user{.code = std::string{code}, .name = std::string{code}};
    auto const add = [&] {
        transact({}, [&](Work& work) {
            try {
                user.id = work.operator_id(code);  // another program may have been quicker
            } catch (NotFound const&) {
                user.id = {};
                work.add(user);
            }
        });
    };
    try {
        add();
    } catch (Conflict const&) {
        add();  // another program was quicker by a moment
    }
    return user.id;
}

std::optional<Operation> Database::operation(std::string_view key) const
{
    if (key.empty())
        throw InvalidArgument{"Name the key that the work was given."};
    auto reading = view({});
    auto found   = reading.find<Operation>(field(&Operation::key) == std::string{key}, {.limit = 1}).records;
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

Work Database::join(soci::session& host, Id<Operator> who, std::string cause, std::string key) const
{
    return Work{Session{store_->join(host), who, settings_}, std::move(cause), std::move(key)};
}

Work Database::join_ours(sqlite3* host, Id<Operator> who, std::string cause, std::string key) const
{
    return Work{Session{store_->join(host), who, settings_}, std::move(cause), std::move(key)};
}

Work Database::join(pg_conn* host, Id<Operator> who, std::string cause, std::string key) const
{
    return Work{Session{store_->join(host), who, settings_}, std::move(cause), std::move(key)};
}

Feed Database::feed(std::int64_t after, std::size_t limit) const
{
    store_->number_operations();
    return store_->begin(store::Access::read)->feed(after, limit);
}

Stats Database::stats() const
{
    auto stats    = store_->stats();
    stats.retries = *retries_;
    return stats;
}

namespace {

/// A key that no other operation has.
std::string random_key()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device         random;
    std::string                key = "auto-";
    for (int word = 0; word != 4; ++word)
        for (auto bits = random(), digit = 0U; digit != 8; ++digit, bits >>= 4)
            key += digits[bits & 15];
    return key;
}

/// Longer from turn to turn, and not the same for two who stood in each other's way.
void wait_before(int turn)
{
    thread_local std::minstd_rand random{std::random_device{}()};
    auto const most = std::chrono::milliseconds{1 << std::min(turn, 8)};
    std::this_thread::sleep_for(std::chrono::duration_cast<std::chrono::microseconds>(most) * (random() % 1000) / 1000);
}

}  // namespace

void Database::retry(std::string key, std::function<void(std::string const& key)> const& attempt) const
{
    constexpr int  tries   = 20;
    constexpr auto longest = std::chrono::seconds{30};

    if (key.empty() && store_->is_remote())
        key = random_key();
    auto const until      = std::chrono::steady_clock::now() + longest;
    bool       is_unknown = false;  // whether an earlier turn was committed
    bool       is_refused = false;
    auto const give_up    = [&](Error const& reason) {
        if (is_unknown)
            throw CommitUnknown{"The database was lost during a commit and stays away: look the operation with the key " + key +
                                " up before you try again. " + reason.what()};
        throw;
    };
    for (int turn = 1;; ++turn) {
        // With a commit whose answer was lost it is worth to wait for a server that starts anew.
        bool const is_last = (turn >= tries && !is_unknown) || std::chrono::steady_clock::now() > until;
        try {
            if (is_unknown && operation(key))
                return;
            return attempt(key);
        } catch (CommitUnknown const&) {
            if (is_last || key.empty())
                throw;
            is_unknown = true;
        } catch (Busy const& busy) {
            if (is_last)
                give_up(busy);
        } catch (TransactionLost const& lost) {
            if (is_last)
                give_up(lost);
        } catch (Unavailable const& away) {
            if (is_last || !is_unknown)
                give_up(away);
        } catch (std::exception const&) {
            // What the earlier turn did may be the reason: its key is taken, or what it removed is gone. Then it is found now.
            if (!is_unknown || std::exchange(is_refused, true))
                throw;
        }
        ++*retries_;
        wait_before(turn);
    }
}

}  // namespace crm
