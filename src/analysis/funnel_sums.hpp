// What cases come to in a row of the funnel: the same for every store.
#pragma once

#include "wide_amount.hpp"

#include <crm/analysis/funnel.hpp>

namespace crm {

struct FunnelSums {
    std::int64_t count    = 0;
    WideAmount   sum      = 0;
    WideAmount   weighted = 0;

    FunnelSums& operator+=(FunnelSums const& other)
    {
        count += other.count;
        sum += other.sum;
        weighted += other.weighted;
        return *this;
    }

    /// \throws OutOfRange
    void write(Currency currency, FunnelRow& row) const
    {
        constexpr auto otherwise = "A sum of the funnel has no room: narrow what is counted.";
        row.count                = count;
        row.sum                  = {narrow(sum, otherwise), currency};
        row.weighted             = {narrow(weighted, otherwise), currency};
    }
};

}  // namespace crm
