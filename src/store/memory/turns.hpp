#pragma once

#include <crm/model/error.hpp>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace crm::store {

/// One writer, or some readers. Unlike a shared_mutex it may be let go by another thread than the one that took it.
class Turns {
public:
    /// \throws Busy when others take longer than `patience`
    void take(bool writing, std::chrono::milliseconds patience)
    {
        std::unique_lock lock{mutex_};
        if (!changed_.wait_for(lock, patience, [&] { return !writer_ && (!writing || readers_ == 0); }))
            throw Busy{"Somebody else has the database: do the same work again later."};
        writing ? void(writer_ = true) : void(++readers_);
    }

    void give_back(bool writing) noexcept
    {
        {
            std::scoped_lock lock{mutex_};
            writing ? void(writer_ = false) : void(--readers_);
        }
        changed_.notify_all();
    }

private:
    std::mutex              mutex_;
    std::condition_variable changed_;
    bool                    writer_  = false;
    int                     readers_ = 0;
};

}  // namespace crm::store
