// A store at which the same is done as on paper: it answers in the numbers of the paper.
#pragma once

#include "paper.hpp"
#include "stores.hpp"

#include <functional>
#include <set>
#include <string_view>

namespace crm::test::machine {

/// Which id stands for which number of the paper.
class Names {
public:
    /// The next number of its type.
    template <class Record>
    void learn(Id<Record> id)
    {
        learn(record_index<Record>, id.value);
    }
    void learn(std::size_t type, std::int64_t id)
    {
        ids_[type].push_back(id);
        numbers_[type][id] = std::ssize(ids_[type]);
    }

    /// 0: of a record that has no number.
    [[nodiscard]] std::int64_t number_of(std::size_t type, std::int64_t id) const
    {
        auto const found = numbers_[type].find(id);
        return found == numbers_[type].end() ? 0 : found->second;
    }
    /// Of a number that nothing has: an id that nothing has.
    [[nodiscard]] std::int64_t id_of(std::size_t type, std::int64_t number) const
    {
        constexpr std::int64_t nobodys = 1LL << 40;
        if (number == 0)
            return 0;
        return number <= std::ssize(ids_[type]) ? ids_[type][static_cast<std::size_t>(number - 1)] : nobodys + number;
    }

    template <class Record>
    [[nodiscard]] Id<Record> id_of(Id<Record> number) const
    {
        return {id_of(record_index<Record>, number.value)};
    }
    template <class Record>
    [[nodiscard]] std::optional<Id<Record>> id_of(std::optional<Id<Record>> number) const
    {
        return number ? std::optional{id_of(*number)} : std::nullopt;
    }

    /// The record with ids, from one with numbers.
    template <DescribedRecord Record>
    [[nodiscard]] Record for_store(Record record) const
    {
        rename(record, [this](std::size_t type, std::int64_t number) { return id_of(type, number); });
        return record;
    }
    template <DescribedRecord Record>
    [[nodiscard]] Record for_paper(Record record) const
    {
        rename(record, [this](std::size_t type, std::int64_t id) { return number_of(type, id); });
        return record;
    }

private:
    template <DescribedRecord Record, class Rename>
    static void rename(Record& record, Rename rename_one)
    {
        auto const one = [&]<class Other>(Id<Other>& id) {
            if (id)
                id.value = rename_one(record_index<Other>, id.value);
        };
        for_each_field<Record>([&](auto member, FieldFacts const&) {
            if constexpr (requires { one(record.*member); })
                one(record.*member);
            else if constexpr (requires { one(*(record.*member)); }) {
                if (record.*member)
                    one(*(record.*member));
            } else if constexpr (std::is_same_v<decltype(field_type(member)), Revision>) {
                rename(record.*member, rename_one);
            }
        });
    }

    std::array<std::vector<std::int64_t>, record_count>            ids_;
    std::array<std::map<std::int64_t, std::int64_t>, record_count> numbers_;
};

class Desk {
public:
    /// Pages that are turned one at a time.
    struct Walk {
        Condition condition{};
        Paging    paging{};
    };

    explicit Desk(std::string const& kind);
    Desk(Desk const&)            = delete;
    Desk& operator=(Desk const&) = delete;

    [[nodiscard]] std::string const& kind() const { return kind_; }
    /// A store in memory has no readers beside a writer.
    [[nodiscard]] bool has_readers_beside() const { return kind_ != "memory"; }

    void                  turn_clock_to(Instant now) { now_ = now; }
    [[nodiscard]] Instant now() const { return now_; }

    void begin(Id<Operator> who) { work_.emplace(database_.work(names.id_of(who))); }
    void commit()
    {
        work_->commit();
        work_.reset();
    }
    void roll_back() { work_.reset(); }
    void open_view() { view_.emplace(database_.view(names.id_of(anna))); }
    void close_view() { view_.reset(); }

    /// A call in the work that goes on, or in one of its own.
    void change(std::function<void(Work&)> const& step);

    /// In the work that goes on, if there is one; else in a view.
    void read(std::function<void(Reading&)> const& question);
    /// In a view, which sees nothing of the work.
    void read_beside(std::function<void(Reading&)> const& question);
    /// In the view that was opened.
    void read_viewed(std::function<void(Reading&)> const& question) { question(*view_); }

    /// Of what the story did, from that piece of work on.
    [[nodiscard]] Feed feed(std::int64_t after, std::size_t limit) const
    {
        return database_.feed(first_position_ + after, limit);
    }
    [[nodiscard]] std::int64_t piece_of(std::int64_t position) const { return position - first_position_; }

    Names                        names;
    std::map<std::int64_t, Case> drawer;  ///< cases as somebody has read them some time ago
    std::optional<Walk>          walk;

private:
    std::string         kind_;
    FreshPlace          place_;
    Instant             now_ = monday;
    Database            database_;
    std::int64_t        first_position_ = 0;
    std::optional<View> view_;
    std::optional<Work> work_;
};

/// What the state machine drives: the same steps in memory and in another store.
struct Office {
    explicit Office(std::string const& kind) : memory{"memory"}, sql{kind} {}

    Desk memory, sql;
};

}  // namespace crm::test::machine
