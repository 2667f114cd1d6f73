#include "record.hpp"

BOOST_DESCRIBE_STRUCT(crm_feed_entry, (), (struct_size, reserved, position, operation_id, operator_id, at, cause, stamp,
                                           key, changes))

namespace crm::capi {

CRM_STRUCT_IN_C(crm_feed_entry, 88)
static_assert(describes_every_member<Operation>() && field_count<Operation> == 6, "crm_feed_entry has them one by one");

namespace {

/// The entries, each with a list of its changes.
struct FeedList final : ListOf<crm_feed_entry> {
    explicit FeedList(Feed feed) : ListOf{{}}, owned{std::move(feed)}
    {
        for (auto& entry : owned) {
            lent.push_back(entry_in_c(entry));
            changes.emplace_back(list_of_changes(std::move(entry.changes)));
        }
    }

    static crm_feed_entry entry_in_c(FeedEntry const& entry)
    {
        crm_feed_entry c{};
        to_c(entry.position, c.position);
        to_c(entry.operation.id, c.operation_id);
        to_c(entry.operation.operator_id, c.operator_id);
        to_c(entry.operation.at, c.at);
        to_c(entry.operation.cause, c.cause);
        to_c(entry.operation.stamp, c.stamp);
        to_c(entry.operation.key, c.key);
        to_c(entry.changes.size(), c.changes);
        return c;
    }

    Feed                                   owned;
    std::vector<std::unique_ptr<crm_list>> changes{};
};

crm_list const* changes_of(crm_list const* list, std::size_t index)
{
    auto const* const feed = dynamic_cast<FeedList const*>(&required(list, "list"));
    if (!feed)
        throw InvalidArgument{"The list holds no entries of the feed."};
    if (index >= feed->changes.size())
        throw InvalidArgument{"index is past the end of the list."};
    return feed->changes[index].get();
}

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_feed_read(crm_database* database, int64_t after, size_t limit, crm_list** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        std::size_t most = 100;
        from_c(limit, most);
        *out = new FeedList{required(database, "database").database->feed(after, most)};
    });
}

crm_status crm_feed_at(const crm_list* list, size_t index, crm_feed_entry* out, crm_error** error)
{
    return element_at(list, index, out, error);
}

crm_status crm_feed_change_at(const crm_list* list, size_t index, size_t change, crm_change* out, crm_error** error)
{
    crm_list const* changes = nullptr;
    auto const      status  = guarded(error, [&] { changes = changes_of(list, index); });
    return status == CRM_OK ? crm_change_at(changes, change, out, error) : status;
}

crm_status crm_forget_history(crm_database* database, crm_instant before, int64_t* count, crm_error** error)
{
    return guarded(error, [&] {
        crm::Instant moment{};
        from_c(before, moment);
        auto const forgotten = required(database, "database").database->forget_history(moment);
        if (count)
            to_c(forgotten, *count);
    });
}
