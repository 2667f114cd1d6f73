#include <crm/work/database.hpp>

#include "starter.hpp"

#include <crm/model/search.hpp>

#include <thread>

namespace crm {

namespace {

std::shared_ptr<Settings const> settings_of(DatabaseOptions const& options)
{
    return std::make_shared<Settings const>(Settings{options.clock, options.zone, options.unique_numbers});
}

}  // namespace

Database::Database(std::string_view uri, DatabaseOptions const& options)
    : Database{store::open(uri, {.create = options.create, .patience = options.patience}), options}
{
}

Database::Database(std::unique_ptr<store::Store> store, DatabaseOptions const& options)
    : store_{std::move(store)}, settings_{settings_of(options)}, register_operators_{options.register_operators}
{
    if (!options.starter.empty() && options.create)
        transact({}, [&](Work& work) { add_starter(work, options.starter); });
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
    Operator user{.code = std::string{code}, .name = std::string{code}};
    transact({}, [&](Work& work) {
        try {
            user.id = work.operator_id(code);  // another program may have been quicker
        } catch (NotFound const&) {
            user.id = {};
            work.add(user);
        }
    });
    return user.id;
}

void Database::retry(std::function<void()> const& attempt)
{
    constexpr int tries = 5;
    for (int turn = 1;; ++turn) {
        try {
            return attempt();
        } catch (Busy const&) {
            if (turn == tries)
                throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{1 << turn});
    }
}

}  // namespace crm
