#include "target.hpp"

#include "part.hpp"

#include <algorithm>
#include <limits>

namespace crm::exchange {

bool is_empty(store::Transaction& transaction)
{
    return std::ranges::none_of(parts(), [&](auto const& part) {
        bool any = false;
        part->read(transaction, nullptr, 1, [&](record::Row const&) { any = true; });
        return any;
    });
}

bool begin_filling(store::Store& to, std::string const& source)
{
    auto const transaction = to.begin(store::Access::write);
    auto const unfinished  = transaction->unfinished_copy();
    if (unfinished == source)
        return true;
    if (!unfinished.empty())
        throw Conflict{"The target is the unfinished copy of another database, or of another state of it: remove its tables and begin anew."};
    if (!is_empty(*transaction))
        throw Conflict{std::string{not_empty}};
    transaction->mark_unfinished_copy(source);
    transaction->commit();
    return false;
}

void restore_counters(store::Transaction& to, std::int64_t greatest_id, store::FeedRange range)
{
    if (greatest_id > 0 && greatest_id != std::numeric_limits<std::int64_t>::max())
        to.claim_ids(greatest_id);
    to.restore_feed_range(range);
}

void end_filling(store::Store& to)
{
    auto const transaction = to.begin(store::Access::write);
    transaction->mark_unfinished_copy({});
    transaction->commit();
}

}  // namespace crm::exchange
