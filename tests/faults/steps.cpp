#include "steps.hpp"

#include "store/location.hpp"

#include <crm/work/database.hpp>

#include <iostream>
#include <thread>

namespace crm::faults {

namespace {

void say(std::string const& word)
{
    std::cout << word << std::endl;
}

void wait()
{
    std::string line;
    std::getline(std::cin, line);
}

void stop()
{
    say("ready");
    wait();
}

/// Adds two records named after the key.
void change(Work& work, std::string const& key, bool stops, bool late)
{
    work.add(Operator{.name = key});
    if (stops && !late)
        stop();
    work.add(Operator{.name = key});
    if (stops && late)
        stop();
}

void do_work(Database& database, Id<Operator> who, OneWork const& one)
{
    bool stops = !one.early;
    if (one.early)
        stop();
    if (one.transact)
        return database.transact(who, [&](Work& work) { change(work, one.key, std::exchange(stops, false), one.late); }, "fault", one.key);
    auto work = database.work(who, "fault", one.key);
    change(work, one.key, stops, one.late);
    work.commit();
}

void do_joined(Database& database, Id<Operator> who, OneWork const& one)
{
    auto const    where = store::location_of(one.uri);
    soci::session host;
    where.dialect->open(host, where.target);
    host << (where.dialect->name == "SQLite" ? "begin immediate" : "begin");
    auto work = database.join(host, who, "fault", one.key);
    change(work, one.key, true, one.late);
    work.commit();
    host << "commit";
}

/// Runs a step, again for a while when the database is away.
template <class Step>
void patiently(Step const& step)
{
    for (auto const until = std::chrono::steady_clock::now() + std::chrono::seconds{20};;)
        try {
            return step();
        } catch (Unavailable const&) {
            if (std::chrono::steady_clock::now() > until)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
}

std::string_view name_of(Error const& error)
{
    return error_facts[static_cast<int>(error.code()) - 1].name;
}

}  // namespace

void run_one_work(OneWork const& one)
{
    Database   database{one.uri};
    auto const anna = database.operator_id("anna");
    if (!one.early)  // takes ids, so that the commit to come is the work's own
        database.transact(anna, [&](Work& work) { work.add(Operator{.name = "before " + one.key}); });
    try {
        one.joined ? do_joined(database, anna, one) : do_work(database, anna, one);
        say("committed");
    } catch (Error const& error) {
        std::cerr << error.what() << '\n';
        say(std::string{name_of(error)});
    }
    patiently([&] {
        auto const stored = database.view(anna).count<Operator>(parse_condition("name = '" + one.key + "'"));
        say("stored " + std::to_string(stored));
        say(database.operation(one.key) ? "found" : "none");
        database.transact(anna, [&](Work& work) { work.add(Operator{.name = "after " + one.key}); });
        say("goes on");
    });
}

void fill_up(std::string const& uri, std::string const& key)
{
    Database    database{uri};
    auto const  anna         = database.operator_id("anna");
    std::size_t acknowledged = 0;
    auto const  add          = [&] {
        database.transact(anna, [&](Work& work) {
            work.add(Task{.title = key, .responsible_id = anna, .description = std::string(3000, 'x')});
        });
        ++acknowledged;
    };
    add();
    stop();
    try {
        for (;;)
            add();
    } catch (Error const& error) {
        std::cerr << error.what() << '\n';
        say(std::string{name_of(error)});
    }
    stop();
    patiently([&] {
        auto const stored = database.view(anna).count<Task>(parse_condition("title = '" + key + "'"));
        say("acknowledged " + std::to_string(acknowledged));
        say("stored " + std::to_string(stored));
        add();
        say("goes on");
    });
}

void keep_reading(std::string const& uri, std::string const& key)
{
    Database   database{uri};
    auto const anna = database.operator_id("anna");
    database.transact(anna, [&](Work& work) {
        for (int n = 0; n != 12; ++n)
            work.add(Task{.title = key, .responsible_id = anna, .description = std::string(200, 'x')});
    });
    auto const named = parse_condition("title = '" + key + "'");
    for (stop(); std::cin; wait())
        try {
            say("read " + std::to_string(database.view(anna).find<Task>(named).records.size()));
        } catch (Error const& error) {
            say(std::string{name_of(error)});
        }
}

}  // namespace crm::faults
