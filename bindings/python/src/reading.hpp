// Views and works as Python objects: one thread at a time, with the GIL released, and an end that is told.
#pragma once

#include "convert.hpp"
#include "sideways.hpp"

#include <crm/work/database.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace crm::python {

/// What a view and a work have in common. It keeps its database for as long as it lives.
class PyReading {
public:
    explicit PyReading(std::shared_ptr<Database const> database) : database_{std::move(database)} {}
    virtual ~PyReading() = default;

    /// Runs `step` without the GIL, so that other threads go on, but with one thread at a time in here.
    /// It sees copies only: what belongs to Python may be changed meanwhile.
    /// \throws InvalidArgument when the work or view has ended
    template <class Step>
    auto without_gil(Step step)
    {
        return alone([&](std::unique_lock<std::mutex>&) { return step(open()); });
    }

protected:
    template <class Step>
    auto alone(Step step)
    {
        py::gil_scoped_release released;
        std::unique_lock       lock{mutex_};
        return step(lock);
    }
    virtual Reading& open() = 0;
    std::mutex&      mutex() { return mutex_; }

    /// The end of the object, with the GIL: a rollback may go over a network, and others need not wait for it.
    template <class Transaction>
    void let_go(std::optional<Transaction>& transaction)
    {
        py::gil_scoped_release const released;
        transaction.reset();
        database_.reset();
    }

private:
    std::shared_ptr<Database const> database_;
    std::mutex                      mutex_;
};

class PyView : public PyReading {
public:
    PyView(std::shared_ptr<Database const> database, View view) : PyReading{std::move(database)}, view_{std::move(view)} {}
    ~PyView() override { let_go(view_); }

    void close()
    {
        alone([&](auto&) { view_.reset(); });
    }

private:
    Reading& open() override
    {
        if (!view_)
            throw InvalidArgument{"The view has ended: begin another one."};
        return *view_;
    }

    std::optional<View> view_;
};

class PyWork : public PyReading {
public:
    PyWork(std::shared_ptr<Database const> database, Work work) : PyReading{std::move(database)}, own_{std::move(work)} {}

    /// One that somebody else ends: db.transact().
    PyWork(std::shared_ptr<Database const> database, Work* work) : PyReading{std::move(database)}, lent_{work} {}
    ~PyWork() override
    {
        open_attempts_.clear();  // they are in the work
        let_go(own_);
    }

    template <class Step>
    auto without_gil(Step step)
    {
        return alone([&](std::unique_lock<std::mutex>&) { return step(work()); });
    }

    /// Runs `step` in a savepoint. Others may use the work while `step` runs: it is Python's.
    template <class Step>
    void attempt(Step step)
    {
        alone([&](std::unique_lock<std::mutex>& lock) { attempt_in(lock, step); });
    }

    /// The same on a thread that has nothing to do with Python.
    template <class Step>
    void attempt_here(Step step)
    {
        std::unique_lock lock{mutex()};
        attempt_in(lock, step);
    }

    void commit()
    {
        alone([&](auto&) {
            may_end();
            AtEnd const ended{[&] { own_.reset(); }};  // also when commit() fails
            work().commit();
        });
    }

    void rollback()
    {
        alone([&](auto&) {
            may_end();
            own_.reset();
        });
    }

    /// Leaving a `with` block: commits, unless it was left by an exception or has ended before.
    void leave(bool in_order)
    {
        bool const ended = alone([&](auto&) { return !own_; });
        if (!ended)
            in_order ? commit() : rollback();
    }

    /// The end of a work that was lent, and of the attempts that were left open in it.
    void take_back()
    {
        {
            py::gil_scoped_release const released;
            while (!open_attempts_.empty()) {
                open_attempts_.back()->end();
                open_attempts_.pop_back();
            }
        }
        alone([&](auto&) { lent_ = nullptr; });
    }

    /// Attempts that blocks of Python are in, the innermost last. With the GIL.
    std::vector<std::shared_ptr<Sideways>>& open_attempts() { return open_attempts_; }

private:
    template <class Step>
    struct AtEnd {
        Step step;
        ~AtEnd() { step(); }
    };
    template <class Step>
    AtEnd(Step) -> AtEnd<Step>;

    template <class Step>
    void attempt_in(std::unique_lock<std::mutex>& lock, Step& step)
    {
        work().attempt([&] {
            ++attempts_;
            lock.unlock();
            AtEnd const again{[&] {
                lock.lock();
                --attempts_;
            }};
            step();
        });
    }

    void may_end() const
    {
        if (attempts_ != 0)
            throw InvalidArgument{"An attempt is under way: leave it before the work ends."};
        if (lent_)
            throw InvalidArgument{"transact() commits this work: return from its function, or raise to give it up."};
    }
    Work& work()
    {
        if (!own_ && !lent_)
            throw InvalidArgument{"The work has ended: begin another one."};
        return lent_ ? *lent_ : *own_;
    }
    Reading& open() override { return work(); }

    std::optional<Work>                    own_;
    Work*                                  lent_     = nullptr;
    int                                    attempts_ = 0;  ///< that its calls are in: the work has to outlive them
    std::vector<std::shared_ptr<Sideways>> open_attempts_;
};

/// A condition as Condition, text or None.
Condition condition_from(py::handle given);

void bind_cards(py::class_<PyReading>& reading);

}  // namespace crm::python
