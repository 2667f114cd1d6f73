// Writers that may be killed at any moment, and what finds out afterwards whether anything was lost.
#include "follow.hpp"
#include "office.hpp"
#include "steps.hpp"
#include "verify.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace crm::faults {

namespace {

constexpr char usage[] = R"(crm-fault-writer MODE [OPTION VALUE]...

  prepare --uri URI --log FILE                     makes a new database, with what all writers know
  write   --uri URI --log PREFIX [--threads N] [--seconds N] [--operations N] [--seed N] [--behind MINUTES]
                                                   random work, a log for each thread: PREFIX.N; ends after so many
                                                   seconds, operations of each thread, or by SIGTERM
  follow  --uri URI --log FILE                     follows the feed, until SIGTERM and its end
  verify  --uri URI --logs FOLDER                  compares the database with all logs: writers' and followers'
  together --uri URI --logs FOLDER [options of write]
                                                   all of these in one process with one Database: it is made, written to by
                                                   16 threads unless told, followed by two, asked for its numbers, and compared
  create  --uri URI                                opens the database as a host does that may be the first one
  one     --uri URI --key KEY [--transact 1] [--joined 1] [--early 1] [--late 1]
                                                   one work that stops on its way: steps.hpp
  fill    --uri URI --key KEY                      works until there is no room left: steps.hpp
  read    --uri URI --key KEY                      reads the same again for each line that it is told: steps.hpp

A URI may be in the environment: --uri-env VARIABLE.
)";

std::atomic<bool> ending = false;

struct Options {
    std::map<std::string, std::string> values;

    [[nodiscard]] std::string text(std::string const& name) const
    {
        auto const found = values.find(name);
        if (found == values.end())
            throw InvalidArgument{"Give --" + name + "."};
        return found->second;
    }
    [[nodiscard]] std::int64_t number(std::string const& name, std::int64_t otherwise) const
    {
        auto const found = values.find(name);
        return found == values.end() ? otherwise : std::stoll(found->second);
    }
    [[nodiscard]] std::string uri() const
    {
        if (!values.contains("uri-env"))
            return text("uri");
        char const* const value = std::getenv(text("uri-env").c_str());
        if (!value)
            throw InvalidArgument{"The variable that --uri-env names is not set."};
        return value;
    }
};

Options options_of(int count, char** arguments)
{
    Options options;
    for (int i = 2; i + 1 < count; i += 2) {
        std::string_view const name = arguments[i];
        if (!name.starts_with("--"))
            throw InvalidArgument{std::string{name} + " is no option."};
        options.values[std::string{name.substr(2)}] = arguments[i + 1];
    }
    return options;
}

/// What one thread counts.
struct Tally {
    std::uint64_t done = 0, refused = 0, away = 0, unknown = 0;
};

/// Does one work under its key until it is known what became of it, or the writer ends.
class Settling {
public:
    Settling(Database& database, Desk& desk, Log& log, std::string const& key, Tally& tally)
        : database_{database}, desk_{desk}, log_{log}, key_{key}, tally_{tally}
    {
    }

    void run()
    {
        while (!ending && !is_settled())
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }

private:
    bool is_settled()
    {
        try {
            if (was_unknown_ && database_.operation(key_))
                return done();
            auto const who = desk_.who();
            database_.transact(who, [&](Work& work) { log_.trying(key_, desk_.work(work)); }, "fault", key_);
            return done();
        } catch (CommitUnknown const&) {
            ++tally_.unknown;
            was_unknown_ = true;
        } catch (Unavailable const&) {
            ++tally_.away;
        } catch (TransactionLost const&) {
            ++tally_.away;
        } catch (Busy const&) {
            return refused();
        } catch (Conflict const&) {
            return refused();
        } catch (ValidationError const&) {
            return refused();
        } catch (NotFound const&) {
            desk_.forget();
            return refused();
        }
        return false;
    }

    bool done()
    {
        log_.done(key_);
        desk_.keep();
        ++tally_.done;
        return true;
    }

    /// What came to nothing after a commit without an answer may be that commit's own doing: it is looked up once more.
    bool refused()
    {
        constexpr int looks = 20;
        if (was_unknown_ && ++refusals_ < looks)
            return false;
        log_.refused(key_);
        ++tally_.refused;
        return true;
    }

    Database&          database_;
    Desk&              desk_;
    Log&               log_;
    std::string const& key_;
    Tally&             tally_;
    bool               was_unknown_ = false;
    int                refusals_    = 0;
};

/// Opens the database, however long it takes until it is there.
Database open(std::string const& uri, DatabaseOptions const& options)
{
    for (;;)
        try {
            return Database{uri, options};
        } catch (Unavailable const&) {
            if (ending)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
}

/// Runs a step of a thread. Its failure ends the other threads too.
template <class Step>
bool went_well(Step const& step)
{
    try {
        step();
        return true;
    } catch (std::exception const& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        ending = true;
        return false;
    }
}

/// Writes as the options of `write` say, a log for each thread. Whether all threads worked to their end.
bool write(Database& database, Options const& options, std::string const& prefix, std::int64_t threads)
{
    auto const operations = options.number("operations", std::numeric_limits<std::int64_t>::max());
    auto const until      = std::chrono::steady_clock::now() + std::chrono::seconds{options.number("seconds", 3600)};

    auto const        shared = read_shared(database);
    Tally             all;
    std::mutex        mutex;
    std::atomic<bool> sound = true;
    auto const run = [&](std::int64_t number) {
        Desk       desk{shared, static_cast<std::uint64_t>(options.number("seed", 1) * 1000 + number)};
        auto const name = prefix.substr(prefix.rfind('/') + 1) + "." + std::to_string(number);
        Log        log{prefix + "." + std::to_string(number) + ".log"};
        Tally      tally;
        for (std::int64_t n = 1; n <= operations && !ending && std::chrono::steady_clock::now() < until; ++n) {
            auto const key = name + "/" + std::to_string(n);
            while (!ending)
                try {
                    desk.choose(database, key);
                    break;
                } catch (Unavailable const&) {
                    ++tally.away;
                    std::this_thread::sleep_for(std::chrono::milliseconds{50});
                } catch (Busy const&) {
                    std::this_thread::sleep_for(std::chrono::milliseconds{50});
                }
            Settling{database, desk, log, key, tally}.run();
        }
        std::scoped_lock alone{mutex};
        all.done += tally.done, all.refused += tally.refused, all.away += tally.away, all.unknown += tally.unknown;
    };
    {
        std::vector<std::jthread> writers;
        for (std::int64_t number = 1; number <= threads; ++number)
            writers.emplace_back([&, number] {
                if (!went_well([&] { run(number); }))
                    sound = false;
            });
    }
    auto const stats = sound ? database.stats() : Stats{};
    std::cout << "done " << all.done << " refused " << all.refused << " away " << all.away << " unknown " << all.unknown << " retries " << stats.retries
              << " deadlocks " << stats.deadlocks << " locked " << stats.locked << " lost " << stats.losses << '\n';
    return sound;
}

/// Asks for the numbers of a database until told to end, as whoever is on call does. The most threads that waited for a connection.
std::size_t watch(Database const& database, std::stop_token const& ended)
{
    std::size_t waited = 0;
    for (; !ended.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds{2}))
        waited = std::max(waited, database.stats().pool_waiting);
    return waited;
}

/// Whether the database is what its writers and followers were told.
bool together(Options const& options)
{
    auto const uri = options.uri(), logs = options.text("logs");
    Database   database{uri, {.create = true, .starter = "sales-en"}};
    {
        Log log{logs + "/prepare.log"};
        prepare(database, log);
    }
    std::atomic<bool> sound = true, written = false;
    std::size_t       waited = 0;
    auto const        run_to_end = [&](auto const& step) {
        if (!went_well(step))
            sound = false;
    };
    {
        std::vector<std::jthread> readers;
        for (auto const* name : {"/follower1.log", "/follower2.log"})
            readers.emplace_back([&, log = logs + name] { run_to_end([&] { follow(database, log, written); }); });
        std::jthread const watching{
            [&](std::stop_token const& ended) { run_to_end([&] { waited = watch(database, ended); }); }};
        run_to_end([&] {
            if (!write(database, options, logs + "/w", options.number("threads", 16)))
                sound = false;
        });
        written = true;
    }
    std::cout << "waited " << waited << '\n';
    return sound && verify(database, uri, logs, std::cout);
}

int run(std::string_view mode, Options const& options)
{
    if (mode == "prepare") {
        Database database{options.uri(), {.create = true, .starter = "sales-en"}};
        Log      log{options.text("log")};
        prepare(database, log);
    } else if (mode == "write") {
        auto const behind   = std::chrono::minutes{options.number("behind", 0)};
        auto       database = open(options.uri(), {.clock = [behind] { return system_now() - behind; }});
        return write(database, options, options.text("log"), options.number("threads", 4)) ? 0 : 3;
    } else if (mode == "follow") {
        follow(open(options.uri(), {}), options.text("log"), ending);
    } else if (mode == "verify") {
        Database database{options.uri()};
        return verify(database, options.uri(), options.text("logs"), std::cout) ? 0 : 1;
    } else if (mode == "together") {
        return together(options) ? 0 : 1;
    } else if (mode == "create") {
        Database database{options.uri(), {.create = true, .starter = "sales-en"}};
        std::cout << database.operator_id("anna").value << '\n';
    } else if (mode == "one") {
        run_one_work({.uri      = options.uri(),
                      .key      = options.text("key"),
                      .transact = options.number("transact", 0) != 0,
                      .joined   = options.number("joined", 0) != 0,
                      .early    = options.number("early", 0) != 0,
                      .late     = options.number("late", 0) != 0});
    } else if (mode == "fill") {
        fill_up(options.uri(), options.text("key"));
    } else if (mode == "read") {
        keep_reading(options.uri(), options.text("key"));
    } else {
        throw InvalidArgument{"There is no mode " + std::string{mode} + "."};
    }
    return 0;
}

}  // namespace

}  // namespace crm::faults

int main(int count, char** arguments)
{
    using namespace crm;

    std::signal(SIGTERM, [](int) { faults::ending = true; });
    if (count < 2 || std::string_view{arguments[1]} == "--help") {
        std::fputs(faults::usage, count < 2 ? stderr : stdout);
        return count < 2 ? 2 : 0;
    }
    try {
        return faults::run(arguments[1], faults::options_of(count, arguments));
    } catch (Error const& error) {
        std::fprintf(stderr, "%s: %s\n", error_facts[static_cast<int>(error.code()) - 1].name.data(), error.what());
    } catch (std::exception const& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 3;
}
