// A function that takes a callback, turned around: what it does inside the callback is told step by step.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace crm::python {

/// Runs `body` on a thread of its own, in turns with the caller: never both at once. Python's `with` and `for` are left and
/// entered again from outside, which a C++ function that calls back cannot be.
///
/// `body` gets a function `pause`, at which it waits for the next resume(). False from `pause`: it should end.
class Sideways {
public:
    using Pause = std::function<bool()>;

    explicit Sideways(std::function<void(Pause const&)> body)
        : thread_{[this, body = std::move(body)] { run(body); }}
    {
    }
    ~Sideways()
    {
        end();
        thread_.join();
    }
    Sideways(Sideways const&)            = delete;
    Sideways& operator=(Sideways const&) = delete;

    /// Goes on until the next pause. False when `body` has ended. \throws what `body` threw
    bool resume(bool go_on = true)
    {
        bool const paused = go(go_on);
        if (auto failure = std::exchange(failure_, nullptr))
            std::rethrow_exception(failure);
        return paused;
    }

    /// Tells `body` to end, whatever comes of it.
    void end() noexcept { static_cast<void>(go(false)); }

private:
    bool go(bool go_on)
    {
        std::unique_lock lock{mutex_};
        if (ended_)
            return false;
        go_on_ = go_on;
        theirs_ = true;
        turned_.notify_all();
        turned_.wait(lock, [&] { return !theirs_; });
        return !ended_;
    }

    bool pause()
    {
        std::unique_lock lock{mutex_};
        theirs_ = false;
        turned_.notify_all();
        turned_.wait(lock, [&] { return theirs_; });
        return go_on_;
    }

    void run(std::function<void(Pause const&)> const& body) noexcept
    {
        {
            std::unique_lock lock{mutex_};
            turned_.wait(lock, [&] { return theirs_; });
        }
        try {
            if (go_on_)
                body([this] { return pause(); });
        } catch (...) {
            failure_ = std::current_exception();  // resume() throws it
        }
        std::unique_lock const lock{mutex_};
        ended_  = true;
        theirs_ = false;
        turned_.notify_all();
    }

    std::mutex              mutex_;
    std::condition_variable turned_;
    bool                    theirs_ = false;
    bool                    go_on_  = true;
    bool                    ended_  = false;
    std::exception_ptr      failure_;
    std::thread             thread_;  // last: it begins at once
};

}  // namespace crm::python
