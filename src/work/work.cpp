#include <crm/work/work.hpp>

#include "filters.hpp"
#include "model/on_failure.hpp"

namespace crm {

Work::Work(Session session, std::string cause, std::string key)
    : Reading{std::move(session)}, cause_{std::move(cause)}, key_{std::move(key)}, began_{this->session().settings->clock()}
{
}

Work Work::join_ours(sqlite3* host, Id<Operator> who, Settings settings)
{
    return Work{Session{store::join(host), who, std::make_shared<Settings const>(std::move(settings))}};
}

void Work::commit()
{
    if (operation_)
        write_operation();
    transaction().commit();
    end();
}

void Work::attempt(std::function<void()> const& step)
{
    OnFailure forget_operation{[this, operation = operation_, changes = changes_] {
        operation_ = operation;
        changes_   = changes;
    }};
    transaction().attempt(step);
    forget_operation.went_well();
}

void Work::call(std::function<void()> const& step)
{
    static_cast<void>(transaction());
    if (calling_)
        return step();
    OnFailure ended{[this] { calling_ = false; }};
    calling_ = true;
    attempt(step);
    calling_ = false;
    ended.went_well();
}

void Work::call_again_if_taken(std::function<void()> const& step)
{
    if (calling_)  // a part of a greater call, which is done or undone as a whole
        return step();
    try {
        return call(step);
    } catch (Conflict const&) {
        // What was added is seen now.
    }
    call(step);
}

Id<Operation> Work::operation()
{
    if (!operation_)
        operation_ = Id<Operation>{transaction().reserve_ids(1)};
    return *operation_;
}

void Work::remember(std::vector<Change> changes)
{
    auto const id = operation();
    for (auto& change : changes) {
        change.operation_id = id;
        change.position     = changes_++;
    }
    transaction().remember(changes);
}

/// Last of all, so that no savepoint takes it away.
void Work::write_operation()
{
    Operation operation{.id          = *operation_,
                        .operator_id = who() ? std::optional{who()} : std::nullopt,
                        .at          = began_,
                        .cause       = cause_,
                        .stamp       = began_.time_since_epoch().count(),
                        .key         = key_};
    transaction().write_operation(operation);
}

}  // namespace crm
