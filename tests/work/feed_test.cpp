// The change feed: whole operations from a cursor, in an order where no effect comes before its cause. DESIGN §3.
#include "house.hpp"

#include <atomic>
#include <thread>

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t all_at_once = 1000;

/// Stores that several programs can have open at once.
std::vector<std::string> shared_kinds()
{
    auto kinds = store_kinds();
    std::erase(kinds, "memory");
    return kinds;
}

bool is_server(std::string const& kind)
{
    return kind != "memory" && kind != "sqlite";
}

std::string with_option(std::string const& uri, std::string const& option)
{
    return uri + (uri.find('?') == uri.npos ? "?" : "&") + option;
}

std::int64_t end_of(Database const& database)
{
    auto const entries = database.feed(0, all_at_once);
    return entries.empty() ? 0 : entries.back().position;
}

Operator named(std::string name)
{
    return {.name = std::move(name)};
}

/// Keys of the operations behind a place.
std::vector<std::string> keys_behind(Database const& database, std::int64_t after)
{
    std::vector<std::string> keys;
    for (auto const& entry : database.feed(after, all_at_once))
        keys.push_back(entry.operation.key);
    return keys;
}

using Keys = std::vector<std::string>;

/// Another program that has the same database open.
struct OtherProgram {
    explicit OtherProgram(House const& house, Clock clock = &system_now) : database{house.place.uri(), {.clock = std::move(clock)}} {}

    void add(House const& house, std::string const& key)
    {
        database.transact(house.anna, [&](Work& work) { work.add(named(key)); }, "work", key);
    }

    Database database;
};

}  // namespace

TEST_CASE("the feed tells whole operations, as the history has them, without gaps")
{
    House      house{EVERY_STORE()};
    auto const start = end_of(house.database);
    auto       task  = house([&](Work& work) {
        Task first{.title = "Zadzwonić", .responsible_id = house.anna};
        work.add(first);
        work.add(Task{.title = "Napisać", .responsible_id = house.jan});
        return first;
    });
    task.title = "Zadzwonić jutro";
    house.by(house.jan, [&](Work& work) { work.save(task); });
    house([&](Work& work) { work.remove(task.id); });

    auto const entries = house.database.feed(start, all_at_once);
    REQUIRE(entries.size() == 3);
    std::vector<Change> changes;
    for (std::size_t i = 0; i != entries.size(); ++i) {
        CHECK(entries[i].position == start + 1 + static_cast<std::int64_t>(i));
        CHECK(entries[i].operation == house.get(entries[i].operation.id));
        for (auto const& change : entries[i].changes) {
            CHECK(change.operation_id == entries[i].operation.id);
            if (change.record_id == task.id.value)
                changes.push_back(change);
        }
    }
    CHECK(entries[0].changes.size() == 2);
    CHECK(entries[0].changes[1].position == 1);
    CHECK(entries[1].operation.operator_id == house.jan);
    std::ranges::reverse(changes);
    CHECK(changes == house.view().history(task.id));
}

TEST_CASE("the feed is told a page at a time: whoever goes on from the last place sees every operation once")
{
    House house{EVERY_STORE()};
    for (int i = 0; i != 5; ++i)
        house.task();
    auto const all = house.database.feed(0, all_at_once);
    Feed       paged;
    for (auto page = house.database.feed(0, 2); !page.empty(); page = house.database.feed(paged.back().position, 2)) {
        CHECK(page.size() <= 2);
        paged.insert(paged.end(), page.begin(), page.end());
    }
    CHECK(paged == all);
    CHECK(all.front().position == 1);
    CHECK(all.back().position == std::ssize(all));
    CHECK(house.database.feed(all.back().position).empty());
    CHECK(house.database.feed(all.back().position + 1000).empty());
}

TEST_CASE("what was rolled back, and what changed nothing, is not in the feed")
{
    House      house{EVERY_STORE()};
    auto const start = end_of(house.database);
    house([](Work&) {});
    {
        auto work = house.database.work(house.anna);
        work.add(named("Ola"));
    }
    house([&](Work& work) {
        CHECK_THROWS_AS(work.attempt([&] {
            work.add(named("Ola"));
            throw NotFound{"Not so."};
        }),
                        NotFound);
    });
    CHECK(house.database.feed(start).empty());
}

TEST_CASE("what commits late is not overlooked, as it is by who asks for ids above the last one seen")
{
    House        house{GENERATE(from_range(shared_kinds()))};
    OtherProgram other{house};  // its ids are of a later block
    auto const   start = end_of(house.database);
    std::int64_t last_id = 0;
    Keys         naive, followed;
    auto         cursor = start;
    for (auto const& operation : house.all<Operation>())
        last_id = std::max(last_id, operation.id.value);

    auto const read = [&] {
        for (auto const& operation : house.view().find<Operation>({}, {.order = {{"id"}}, .limit = 1000}).records)
            if (operation.id.value > last_id) {  // WHERE id > cursor ORDER BY id
                naive.push_back(operation.key);
                last_id = operation.id.value;
            }
        for (auto const& entry : house.database.feed(cursor, all_at_once)) {
            followed.push_back(entry.operation.key);
            cursor = entry.position;
        }
    };
    other.add(house, "second id");
    read();
    house.database.transact(house.anna, [&](Work& work) { work.add(named("Ola")); }, "work", "first id");
    read();
    other.add(house, "third id");
    read();

    CHECK(naive == Keys{"second id", "third id"});
    CHECK(followed == Keys{"second id", "first id", "third id"});
}

TEST_CASE("of two works that are open at once, the first to take an id may be the last to commit")
{
    auto const kind = GENERATE(from_range(shared_kinds()));
    if (!is_server(kind))
        return;  // one writer at a time
    House      house{kind};
    auto const start = end_of(house.database);
    auto       slow  = house.database.work(house.anna, "work", "slow");
    slow.add(named("Ola"));
    auto quick = house.database.work(house.jan, "work", "quick");
    quick.add(named("Ewa"));
    quick.commit();
    auto const first = house.database.feed(start, all_at_once);
    REQUIRE(first.size() == 1);
    slow.commit();
    auto const rest = house.database.feed(first.back().position, all_at_once);
    REQUIRE(rest.size() == 1);
    CHECK(rest.front().operation.key == "slow");
    CHECK(rest.front().operation.id < first.front().operation.id);  // above the last id there is nothing
    CHECK(rest.front().position == first.front().position + 1);
}

TEST_CASE("no effect comes before its cause, though the clock of a program is ten minutes slow")
{
    House        house{GENERATE(from_range(shared_kinds()))};
    OtherProgram slow{house, [&house] { return house.now - 10min; }};
    auto const   start = end_of(house.database);

    auto task = house.task();
    slow.database.transact(house.anna, [&](Work& work) {
        auto read  = work.get(task.id);
        read.title = "Napisać";
        work.save(read);
    });
    house([&](Work& work) { work.remove(task.id); });

    auto const entries = house.database.feed(start, all_at_once);
    REQUIRE(entries.size() == 3);
    for (std::size_t i = 0; i != 3; ++i)
        CHECK(entries[i].changes.at(0).version == static_cast<std::int64_t>(i) + 1);
    CHECK(entries[1].operation.at < entries[0].operation.at);
    CHECK(entries[1].operation.stamp > entries[0].operation.stamp);
    CHECK(entries[2].operation.stamp > entries[1].operation.stamp);
}

TEST_CASE("a place that is kept no more is told as such, and the last operation stays")
{
    House house{EVERY_STORE()};
    for (int i = 0; i != 3; ++i)
        house.task();
    auto const last = end_of(house.database);
    house.now += 1h;

    CHECK(house.database.forget_history(house.now) == static_cast<std::size_t>(last) - 1);
    CHECK_THROWS_MATCHES(house.database.feed(0), OutOfRange, Catch::Matchers::Predicate<OutOfRange>([](OutOfRange const& error) {
                             return std::string{error.what()}.find("read everything anew") != std::string::npos;
                         }));
    CHECK_THROWS_AS(house.database.feed(last - 2), OutOfRange);
    auto const kept = house.database.feed(last - 1);
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().position == last);
    CHECK(kept.front().changes.size() == 1);
    CHECK(house.database.forget_history(house.now) == 0);

    house.task();
    CHECK(house.database.feed(last).at(0).position == last + 1);
}

TEST_CASE("what was begun since a moment is kept")
{
    House      house{EVERY_STORE()};
    auto const start = end_of(house.database);
    house.now += 1h;
    auto const moment = house.now;
    house.task();
    house.task();
    CHECK(house.database.forget_history(moment) == static_cast<std::size_t>(start));
    CHECK(house.database.feed(start).size() == 2);
}

TEST_CASE("a change that only forgotten history could merge asks to read the record again")
{
    House house{EVERY_STORE()};
    auto  yours = house.task();
    auto  theirs = yours;
    theirs.title = "Napisać";
    house.by(house.jan, [&](Work& work) { work.save(theirs); });
    house.task();
    house.now += 1h;
    static_cast<void>(house.database.forget_history(house.now));

    yours.description = "O dach hali 3";
    CHECK_THROWS_MATCHES(house([&](Work& work) { work.save(yours); }), Conflict, Catch::Matchers::Predicate<Conflict>([](Conflict const& error) {
                             return std::string{error.what()}.find("again") != std::string::npos && error.clashes().empty();
                         }));
    yours             = house.get(yours.id);
    yours.description = "O dach hali 3";
    house([&](Work& work) { work.save(yours); });
    CHECK(house.get(yours.id).title == "Napisać");
}

TEST_CASE("who may only read sees what has places, and gives none")
{
    auto const kind = GENERATE(from_range(shared_kinds()));
    House      house{kind};
    auto const start = end_of(house.database);
    house.database.transact(house.anna, [](Work& work) { work.add(named("Ola")); }, "work", "new");

    Database const reader{with_option(house.place.uri(), "readonly=1")};
    if (is_server(kind)) {
        CHECK(keys_behind(reader, start).empty());
        CHECK(reader.stats().feed_unnumbered == 1);
        CHECK(keys_behind(house.database, start) == Keys{"new"});
    }
    CHECK(keys_behind(reader, start) == Keys{"new"});
    CHECK(reader.stats().feed_unnumbered == 0);
    CHECK(reader.stats().feed_last == start + 1);
}

namespace {

thread_local std::chrono::minutes behind{0};  // of the clock of this thread

/// Several threads who each add operators and change one task that all of them know; the clock of the first is slow.
class Writers {
public:
    static constexpr int count = 4, operations = 30;  ///< so many of each

    Writers(Database& database, Id<Operator> who, Id<Task> shared) : database_{database}, who_{who}, shared_{shared}
    {
        for (int writer = 0; writer != count; ++writer)
            threads_.emplace_back([this, writer] {
                behind = std::chrono::minutes{writer == 0 ? 10 : 0};
                for (int i = 0; i != operations; ++i)
                    write(std::to_string(writer) + "/" + std::to_string(i));
                --working_;
            });
    }
    Writers(Writers const&)            = delete;
    Writers& operator=(Writers const&) = delete;
    ~Writers()
    {
        for (auto& thread : threads_)
            thread.join();
    }

    [[nodiscard]] bool work() const { return working_ != 0; }

    [[nodiscard]] static Keys keys()
    {
        Keys keys;
        for (int writer = 0; writer != count; ++writer)
            for (int i = 0; i != operations; ++i)
                keys.push_back(std::to_string(writer) + "/" + std::to_string(i));
        return keys;
    }

private:
    void write(std::string const& key)
    {
        for (;;)
            try {
                return database_.transact(who_, [&](Work& work) {
                    auto task  = work.get(shared_);
                    task.title = key;
                    work.add(named(key));
                    work.save(task);
                }, "work", key);
            } catch (Conflict const&) {  // another gave it a title meanwhile
            } catch (Busy const&) {
            }
    }

    Database&                database_;
    Id<Operator>             who_;
    Id<Task>                 shared_;
    std::atomic<int>         working_ = count;
    std::vector<std::thread> threads_;
};

}  // namespace

TEST_CASE("who follows the feed while others write sees every operation once, and no effect before its cause")
{
    FreshPlace const place{EVERY_STORE()};
    Database         database{place.uri(), {.create = true, .starter = "sales-pl", .clock = [] { return system_now() - behind; }}};
    auto const       anna = database.operator_id("anna");
    Task             shared{.title = "Zadzwonić", .responsible_id = anna};
    database.transact(anna, [&](Work& work) { work.add(shared); });
    auto const   start  = end_of(database);
    auto         cursor = start;
    Keys         seen;
    std::int64_t version = shared.revision.version;
    auto const   follow  = [&] {
        auto const entries = database.feed(cursor, 7);
        for (auto const& entry : entries) {
            CHECK(entry.position == ++cursor);
            seen.push_back(entry.operation.key);
            for (auto const& change : entry.changes)
                if (change.record == "task")
                    CHECK(change.version == ++version);
        }
        return !entries.empty();
    };
    {
        Writers const writers{database, anna, shared.id};
        while (writers.work())
            follow();
    }
    while (follow())
        ;
    auto written = Writers::keys();
    std::ranges::sort(written);
    std::ranges::sort(seen);
    CHECK(seen == written);
}
