#pragma once

#include <crm/work/reading.hpp>

namespace crm {

/// One state of the database, whatever others commit meanwhile. It keeps nobody from writing.
class View : public Reading {
public:
    explicit View(Session session) : Reading{std::move(session)} {}

    /// Ends it before its time.
    void close() noexcept { end(); }
};

}  // namespace crm
