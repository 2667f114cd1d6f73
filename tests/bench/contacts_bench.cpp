// crm beside hand-written SQL: contacts are loaded, added one by one and read by both, on SQLite with the same settings, and
// the answers are compared. What it needs it makes itself; the whole workload is in ../shared/bench.
//
//     crm_bench_contacts FOLDER [REPEATS]      prints processor time a call, and crm's as a multiple of the raw one
#include <crm/work/database.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr int loaded = 20'000, added = 1'000, subjects = 500, in_transaction = 10'000, reads = 5'000;

/// Numbers that are the same everywhere.
class Draw {
public:
    std::int64_t below(std::int64_t limit) { return static_cast<std::int64_t>((state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL) >> 33) % limit; }

private:
    std::uint64_t state_ = 20261126;
};

struct Contact {
    std::int64_t id = 0, subject_id = 0, at = 0;
    std::string  summary, body;

    friend bool operator==(Contact const&, Contact const&) = default;
};

std::vector<Contact> contacts(std::int64_t first, int count)
{
    static constexpr std::array words{"klient", "zapytał", "o", "termin", "dostawy", "źródła", "ustalono", "spotkanie", "w", "siedzibie", "żądanie", "łącznik"};
    static Draw draw;
    auto const  text = [&](int length) {
        std::string made;
        while (length-- > 0)
            made.append(made.empty() ? "" : " ").append(words[static_cast<std::size_t>(draw.below(words.size()))]);
        return made;
    };
    std::vector<Contact> made;
    for (int i = 0; i != count; ++i)
        made.push_back({first + i, 1 + draw.below(subjects), 1'640'995'200'000'000 + draw.below(126'230'400'000'000), text(6), text(28)});
    return made;
}

/// What both can do.
class Keeper {
public:
    virtual ~Keeper()                                                = default;
    virtual void                 load(std::vector<Contact> const& all) = 0;
    virtual void                 add(Contact const& one)               = 0;
    virtual Contact              get(std::int64_t id)                  = 0;
    virtual std::vector<Contact> newest(std::int64_t subject)          = 0;  ///< at most 20
};

// ---- Hand-written --------------------------------------------------------------------------------------------------

class Raw final : public Keeper {
public:
    explicit Raw(std::string const& path)
    {
        check(sqlite3_open(path.c_str(), &db_));
        run("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536;"
            "create table subject (id integer primary key, name text not null);"
            "create table contact (id integer primary key, subject_id bigint not null references subject (id), at bigint not null,"
            " summary text not null, body text not null);"
            "create index contact_by_subject on contact (subject_id, at);"
            "create table history (id integer primary key, at bigint not null, operator_id bigint not null, record text not null,"
            " record_id bigint not null, action bigint not null, fields text);"
            "create index history_by_record on history (record, record_id);"
            "begin");
        for (int i = 1; i <= subjects; ++i)
            run(("insert into subject values (" + std::to_string(i) + ", 'Firma " + std::to_string(i) + "')").c_str());
        run("commit");
        insert_   = prepare("insert into contact values (?, ?, ?, ?, ?)");
        remember_ = prepare("insert into history (at, operator_id, record, record_id, action) values (?, 1, 'contact', ?, 1)");
        get_      = prepare("select id, subject_id, at, summary, body from contact where id = ?");
        newest_   = prepare("select id, subject_id, at, summary, body from contact where subject_id = ? order by at desc, id desc limit 20");
        begin_    = prepare("begin immediate");
        commit_   = prepare("commit");
    }
    Raw(Raw const&)            = delete;
    Raw& operator=(Raw const&) = delete;
    ~Raw() override
    {
        for (auto* statement : {insert_, remember_, get_, newest_, begin_, commit_})
            sqlite3_finalize(statement);
        sqlite3_close(db_);
    }

    void load(std::vector<Contact> const& all) override
    {
        for (std::size_t i = 0; i != all.size(); ++i) {
            if (i % in_transaction == 0)
                step(begin_);
            insert(all[i]);
            if ((i + 1) % in_transaction == 0 || i + 1 == all.size())
                step(commit_);
        }
    }
    void add(Contact const& one) override
    {
        step(begin_);
        insert(one);
        step(commit_);
    }
    Contact get(std::int64_t id) override { return read(get_, id).at(0); }
    std::vector<Contact> newest(std::int64_t subject) override { return read(newest_, subject); }

private:
    void check(int result) const
    {
        if (result != SQLITE_OK && result != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(db_));
    }
    void run(char const* sql) { check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }

    sqlite3_stmt* prepare(char const* sql)
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statement;
    }
    void step(sqlite3_stmt* statement)
    {
        auto const result = sqlite3_step(statement);
        sqlite3_reset(statement);
        check(result);
    }
    static void bind(sqlite3_stmt* statement, int place, std::string const& text)
    {
        sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    void insert(Contact const& one)
    {
        sqlite3_bind_int64(insert_, 1, one.id);
        sqlite3_bind_int64(insert_, 2, one.subject_id);
        sqlite3_bind_int64(insert_, 3, one.at);
        bind(insert_, 4, one.summary);
        bind(insert_, 5, one.body);
        step(insert_);
        sqlite3_bind_int64(remember_, 1, 1'790'000'000'000'000);
        sqlite3_bind_int64(remember_, 2, one.id);
        step(remember_);
    }
    std::vector<Contact> read(sqlite3_stmt* statement, std::int64_t id)
    {
        std::vector<Contact> rows;
        sqlite3_bind_int64(statement, 1, id);
        while (sqlite3_step(statement) == SQLITE_ROW)
            rows.push_back({sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1), sqlite3_column_int64(statement, 2),
                            text_of(statement, 3), text_of(statement, 4)});
        check(sqlite3_reset(statement));
        return rows;
    }
    static std::string text_of(sqlite3_stmt* statement, int column)
    {
        return {reinterpret_cast<char const*>(sqlite3_column_text(statement, column)), static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }

    sqlite3*      db_ = nullptr;
    sqlite3_stmt *insert_ = nullptr, *remember_ = nullptr, *get_ = nullptr, *newest_ = nullptr, *begin_ = nullptr, *commit_ = nullptr;
};

// ---- crm -----------------------------------------------------------------------------------------------------------

class Crm final : public Keeper {
public:
    explicit Crm(std::string const& path) : database_{"sqlite:" + path, {.create = true, .starter = "sales-en"}}, who_{database_.operator_id("anna")}
    {
        database_.transact(who_, [&](crm::Work& work) {
            kind_ = work.find<crm::ContactKind>().records.at(0).id;
            std::vector<crm::Party>   parties;
            std::vector<crm::Subject> firms;
            for (int i = 1; i <= subjects; ++i) {
                parties.push_back({.id = {i}, .name = "Firma " + std::to_string(i)});
                firms.push_back({.id = {i}, .kind = crm::SubjectKind::legal, .party_id = {i}});
            }
            work.add_with_ids(std::span{parties});
            work.add_with_ids(std::span{firms});
        });
    }

    void load(std::vector<Contact> const& all) override
    {
        for (std::size_t first = 0; first < all.size(); first += in_transaction) {
            std::vector<crm::Contact> some;
            for (auto i = first; i != std::min<std::size_t>(all.size(), first + in_transaction); ++i)
                some.push_back(record(all[i]));
            database_.transact(who_, [&](crm::Work& work) { work.add_with_ids(std::span{some}); });
        }
    }
    void add(Contact const& one) override
    {
        database_.transact(who_, [&](crm::Work& work) {
            auto next = record(one);
            work.add_with_ids(std::span{&next, 1});
        });
    }
    Contact get(std::int64_t id) override { return contact(database_.view(who_).get(crm::Id<crm::Contact>{id})); }

    std::vector<Contact> newest(std::int64_t subject) override
    {
        auto const page = database_.view(who_).find<crm::Contact>(crm::field(&crm::Contact::subject_id) == crm::Id<crm::Subject>{subject},
                                                                 {.order = {{"at", true}}, .limit = 20});
        std::vector<Contact> rows;
        std::ranges::transform(page.records, std::back_inserter(rows), &contact);
        return rows;
    }

private:
    [[nodiscard]] crm::Contact record(Contact const& from) const
    {
        return {.id         = {from.id},
                .kind_id    = kind_,
                .subject_id = crm::Id<crm::Subject>{from.subject_id},
                .at         = crm::Instant{crm::Instant::duration{from.at}},
                .summary    = from.summary,
                .body       = from.body};
    }
    static Contact contact(crm::Contact const& from)
    {
        return {from.id.value, from.subject_id.value().value, from.at.time_since_epoch().count(), from.summary, from.body};
    }

    crm::Database            database_;
    crm::Id<crm::Operator>   who_;
    crm::Id<crm::ContactKind> kind_{};
};

// ---- The measuring -------------------------------------------------------------------------------------------------

double processor_seconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Measured {
    std::vector<double>  microseconds;  ///< a call, of each operation
    std::vector<Contact> answers;
};

constexpr std::array operations{"load a contact", "add a contact, committed", "get a contact", "newest 20 of a subject"};

Measured measure(Keeper& keeper, std::vector<Contact> const& first, std::vector<Contact> const& later)
{
    Measured   measured;
    auto const time = [&](int calls, auto const& step) {
        auto const began = processor_seconds();
        step();
        measured.microseconds.push_back((processor_seconds() - began) * 1e6 / calls);
    };
    time(loaded, [&] { keeper.load(first); });
    time(added, [&] {
        for (auto const& one : later)
            keeper.add(one);
    });
    time(reads, [&] {
        for (int i = 0; i != reads; ++i)
            measured.answers.push_back(keeper.get(1 + i * 7 % (loaded + added)));
    });
    time(reads, [&] {
        for (int i = 0; i != reads; ++i)
            std::ranges::move(keeper.newest(1 + i % subjects), std::back_inserter(measured.answers));
    });
    return measured;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words)
try {
    if (count < 2)
        throw std::runtime_error("usage: crm_bench_contacts FOLDER [REPEATS]");
    std::filesystem::path const folder{words[1]};
    int const                   repeats = count > 2 ? std::stoi(words[2]) : 3;
    std::filesystem::create_directories(folder);
    auto const first = contacts(1, loaded), later = contacts(1 + loaded, added);

    std::vector<std::vector<double>> raw(operations.size()), ours(operations.size());
    for (int repeat = 0; repeat != repeats; ++repeat) {
        auto const run = [&](char const* name, auto const& open, auto& times) {
            auto const path = (folder / name).string();
            for (auto end : {"", "-wal", "-shm"})
                std::filesystem::remove(path + end);
            auto const keeper   = open(path);
            auto       measured = measure(*keeper, first, later);
            for (std::size_t i = 0; i != operations.size(); ++i)
                times[i].push_back(measured.microseconds[i]);
            return std::move(measured.answers);
        };
        auto const expected = run("raw.db", [](auto const& path) { return std::make_unique<Raw>(path); }, raw);
        if (run("crm.db", [](auto const& path) { return std::make_unique<Crm>(path); }, ours) != expected)
            throw std::runtime_error("crm and the hand-written SQL do not answer the same");
    }
    std::printf("| SQLite, processor time of | raw sqlite3 | crm |\n|---|---|---|\n");
    for (std::size_t i = 0; i != operations.size(); ++i)
        std::printf("| %s | %.1f µs | %.1f µs (%.2f×) |\n", operations[i], median(raw[i]), median(ours[i]), median(ours[i]) / median(raw[i]));
    std::printf("\n%d repeats, medians; all answers equal\n", repeats);
    return 0;
} catch (std::exception const& failure) {
    std::cerr << "crm_bench_contacts: " << failure.what() << '\n';
    return 1;
}
