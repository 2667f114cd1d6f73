#include "handles.hpp"
#include "pairing.hpp"

BOOST_DESCRIBE_STRUCT(crm_stats, (), (struct_size, reserved, pool_most, pool_open, pool_in_use, pool_waiting, connects,
                                      commits, retries, locked, deadlocks, serializations, losses, statements_kept,
                                      statements_slow, feed_unnumbered, feed_last))

namespace crm {
BOOST_DESCRIBE_STRUCT(Stats, (), (pool_most, pool_open, pool_in_use, pool_waiting, connects, commits, retries, locked,
                                  deadlocks, serializations, losses, statements_kept, statements_slow, feed_unnumbered,
                                  feed_last))
}

namespace crm::capi {

CRM_COUNTERPART_IN_C(Stats, crm_stats, 128)

}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_database_stats(crm_database* database, crm_stats* out, crm_error** error)
{
    return guarded(error, [&] {
        known_size(required(out, "out"));
        crm_stats stats{};
        fields_to_c(required(database, "database").database->stats(), stats);
        write_struct(out, stats);
    });
}
