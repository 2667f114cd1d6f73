// What the opaque types of crm.h are.
#pragma once

#include "border.hpp"

#include <crm/work/database.hpp>

#include <memory>
#include <tuple>

namespace crm::capi {

template <class List>
struct EachOf;
template <class... Record>
struct EachOf<RecordList<Record...>> {
    using type = std::tuple<Record...>;
};

}  // namespace crm::capi

struct crm_database {
    std::shared_ptr<crm::Database> database;
};

struct crm_reader {
    crm::Reading&                         reading;
    crm::capi::EachOf<crm::Records>::type lent{};  ///< of each type the record that was read last
};

struct crm_view {
    std::shared_ptr<crm::Database> database;  ///< lives as long as what is read from it
    crm::View                      view;
    crm_reader                     reader{view};
};

struct crm_work {
    std::shared_ptr<crm::Database> database;  ///< none of a joined work
    crm::Work                      work;
    crm_reader                     reader{work};
};

namespace crm::capi {

inline Reading& reading(crm_reader* reader)
{
    return required(reader, "reader").reading;
}

inline Work& working(crm_work* work)
{
    return required(work, "work").work;
}

}  // namespace crm::capi
