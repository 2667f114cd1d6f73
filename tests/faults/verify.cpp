#include "verify.hpp"

#include "log.hpp"
#include "record/table.hpp"
#include "store/location.hpp"

#include <crm/work/database.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <set>
#include <sstream>

namespace crm::faults {

namespace {

// ---- What the logs say ---------------------------------------------------------------------------------------------

struct Tried {
    std::vector<Deeds> attempts{};
    bool               done = false, refused = false;
};

struct Seen {
    std::int64_t position = 0, operation = 0;
    std::string  key{};
};

struct Logs {
    std::map<std::string, Tried>             keys{};
    std::map<std::string, std::vector<Seen>> followers{};
};

void read_line(Logs& logs, std::string const& file, std::string const& line)
{
    std::istringstream words{line};
    std::string        first, key;
    words >> first;
    if (first == "seen") {
        Seen seen;
        words >> seen.position >> seen.operation >> seen.key;
        logs.followers[file].push_back(std::move(seen));
    } else if (first == "trying" && words >> key) {
        logs.keys[key].attempts.emplace_back();
    } else if (first == "done" && words >> key) {
        logs.keys[key].done = true;
    } else if (first == "refused" && words >> key) {
        logs.keys[key].refused = true;
    } else {
        Deed deed;
        int  action = 0;
        words >> deed.record >> deed.id >> deed.version >> action;
        deed.action = static_cast<Action>(action);
        logs.keys.at(first).attempts.back().push_back(std::move(deed));
    }
}

Logs read_logs(std::string const& folder)
{
    Logs logs;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".log")
            continue;
        std::ifstream file{entry.path()};
        for (std::string line; std::getline(file, line);)
            read_line(logs, entry.path().filename(), line);
    }
    return logs;
}

// ---- What the database says ----------------------------------------------------------------------------------------

using RecordKey = std::pair<std::string, std::int64_t>;

std::string shown(RecordKey const& key)
{
    return "the " + key.first + " " + std::to_string(key.second);
}

/// What became of a record, by the feed.
struct Life {
    std::int64_t                              added_at = 0, changed_at = 0;  ///< places in the feed
    std::int64_t                              version  = 0;
    bool                                      removed  = false;
    std::map<std::string, boost::json::value> fields{};  ///< as the last change left them
};

class Verifying {
public:
    Verifying(Database& database, std::string const& uri, Logs logs, std::ostream& out) : uri_{uri}, database_{database}, logs_{std::move(logs)}, out_{out} {}

    bool run()
    {
        read_feed();
        read_states();
        check_operations();
        check_acknowledged();
        for (auto const& entry : feed_)
            for (auto const& change : entry.changes)
                live(change, entry.position);
        check_records();
        check_history();
        check_followers();
        out_ << (failures_ == 0 ? "sound: " : "NOT SOUND, ") << (failures_ == 0 ? "" : std::to_string(failures_) + " failures: ") << acknowledged_
             << " acknowledged, " << unacknowledged_ << " stored without an answer, " << feed_.size() << " operations, " << changes_ << " changes, "
             << lives_.size() << " records, " << logs_.followers.size() << " followers\n";
        return failures_ == 0;
    }

private:
    void fail(std::string const& what)
    {
        constexpr int shown_at_most = 20;
        if (++failures_ <= shown_at_most)
            out_ << "FAILURE: " << what << '\n';
    }

    void read_feed()
    {
        for (auto page = database_.feed(0, 500); !page.empty(); page = database_.feed(feed_.back().position, 500))
            std::ranges::move(page, std::back_inserter(feed_));
        for (std::size_t i = 0; i != feed_.size(); ++i)
            if (feed_[i].position != static_cast<std::int64_t>(i) + 1)
                return fail("the feed has the place " + std::to_string(feed_[i].position) + " where " + std::to_string(i + 1) + " should be");
    }

    /// A case's states are its history already, and are in no other.
    void read_states()
    {
        each_record<CaseState>([&](CaseState const& state) {
            states_[state.operation_id].push_back({"case_state", state.id.value, 0, Action::added});
            ++state_count_;
        });
    }

    void check_operations()
    {
        std::set<std::int64_t> ids;
        std::set<std::string>  keys;
        bool                   prepared = false;
        for (auto const& entry : feed_) {
            auto const& key = entry.operation.key;
            if (!ids.insert(entry.operation.id.value).second)
                fail("the operation " + std::to_string(entry.operation.id.value) + " is in the feed twice");
            if (!key.empty() && !keys.insert(key).second)
                fail("the key " + key + " was done twice");
            auto const tried = logs_.keys.find(key);
            if (tried != logs_.keys.end())
                check_whole(entry, tried->second);
            else if (prepared)
                fail("the operation " + std::to_string(entry.operation.id.value) + " with the key " + key + " is nobody's");
            prepared = prepared || key == "prepare";
        }
        if (state_count_ != 0)
            fail(std::to_string(state_count_) + " states of cases are no operation's");
        if (auto const count = database_.view({}).count<Operation>(); count != std::ssize(feed_))
            fail(std::to_string(count) + " operations, but " + std::to_string(feed_.size()) + " in the feed");
        if (auto const stats = database_.stats(); stats.feed_unnumbered != 0)
            fail(std::to_string(stats.feed_unnumbered) + " operations have no place in the feed");
    }

    /// An operation is what one of its attempts was about to commit, whole.
    void check_whole(FeedEntry const& entry, Tried const& tried)
    {
        Deeds deeds;
        for (auto const& change : entry.changes) {
            if (change.position != std::ssize(deeds))
                fail("the changes of " + entry.operation.key + " are not counted from 0 without gaps");
            deeds.push_back({change.record, change.record_id, change.version, change.action});
        }
        if (auto const states = states_.find(entry.operation.id.value); states != states_.end()) {
            std::ranges::copy(states->second, std::back_inserter(deeds));
            state_count_ -= std::ssize(states->second);
        }
        if (tried.refused)
            fail(entry.operation.key + " was refused, and is there");
        std::ranges::sort(deeds);
        bool const is_one = std::ranges::any_of(tried.attempts, [&](Deeds attempt) {
            std::ranges::sort(attempt);
            return attempt == deeds;
        });
        if (!is_one)
            fail(entry.operation.key + " is not there as it was done");
        (tried.done ? acknowledged_ : unacknowledged_) += 1;
    }

    void check_acknowledged()
    {
        std::set<std::string> stored;
        for (auto const& entry : feed_)
            stored.insert(entry.operation.key);
        for (auto const& [key, tried] : logs_.keys)
            if (tried.done && !stored.contains(key))
                fail(key + " was acknowledged, and is lost");
    }

    void live(Change const& change, std::int64_t position)
    {
        ++changes_;
        RecordKey const key{change.record, change.record_id};
        auto const [found, is_new] = lives_.try_emplace(key);
        auto&      life            = found->second;
        bool const is_versioned    = record::table_named(change.record).versioned;
        if (is_new != (change.action == Action::added) || life.removed)
            fail(shown(key) + " is changed at the place " + std::to_string(position) + " before it is added, added twice, or gone before");
        if (is_versioned && change.version != life.version + 1)
            fail(shown(key) + " has the version " + std::to_string(change.version) + " behind " + std::to_string(life.version));
        life.version = change.version;
        life.removed = change.action == Action::removed;
        (is_new ? life.added_at : life.changed_at) = position;
        if (change.action == Action::changed)
            change_fields(key, life, change.fields);
    }

    /// Each change begins with what the one before it left: nothing was overwritten unseen.
    void change_fields(RecordKey const& key, Life& life, std::string const& text)
    {
        auto const changes = boost::json::parse(text);
        for (auto const& [field, values] : changes.as_object()) {
            auto const &before = values.at(0), &after = values.at(1);
            auto const [known, is_new]  = life.fields.try_emplace(field, after);
            if (!is_new && known->second != before)
                fail(shown(key) + ": " + std::string{field} + " was not what the change before had left");
            known->second = after;
        }
    }

    void check_records()
    {
        std::size_t alive = 0;
#define CRM_CHECK_RECORDS_OF(Record) alive += check_records_of<Record>();
        CRM_EACH_RECORD(CRM_CHECK_RECORDS_OF)
#undef CRM_CHECK_RECORDS_OF
        auto const expected = std::ranges::count_if(lives_, [](auto const& life) { return !life.second.removed; });
        if (static_cast<std::size_t>(expected) != alive)
            fail(std::to_string(alive) + " records are there, " + std::to_string(expected) + " should be");
    }

    template <class Record>
    std::size_t check_records_of()
    {
        std::size_t count = 0;
        if constexpr (!std::is_same_v<Record, Operation> && !std::is_same_v<Record, CaseState>)
            each_record<Record>([&](Record const& record) {
                check_record(record::table_of<Record>(), record::row_of(record));
                ++count;
            });
        return count;
    }

    template <class Record, class Take>
    void each_record(Take const& take)
    {
        auto   view = database_.view({});
        Paging paging{.order = {}, .limit = 1000, .after = {}, .with_archived = true};
        do {
            auto const page = view.find<Record>({}, paging);
            std::ranges::for_each(page.records, take);
            paging.after = page.next;
        } while (!paging.after.empty());
    }

    void check_record(record::Table const& table, record::Row const& row)
    {
        RecordKey const key{table.name, row[0].integer};
        auto const      found = lives_.find(key);
        if (found == lives_.end() || found->second.removed)
            return fail(shown(key) + " is there, and should not");
        auto const& life = found->second;
        if (table.versioned && row[1].integer != life.version)
            fail(shown(key) + " has the version " + std::to_string(row[1].integer) + ", not " + std::to_string(life.version));
        for (std::size_t i = 0; i != row.size(); ++i)
            if (auto const& refers_to = table.columns[i].refers_to; !refers_to.empty() && !row[i].null && row[i].integer != 0)
                check_reference(key, life, {std::string{refers_to}, row[i].integer});
    }

    /// No effect before its cause.
    void check_reference(RecordKey const& key, Life const& life, RecordKey const& referred)
    {
        auto const found = lives_.find(referred);
        if (found == lives_.end())
            return referred.first == "operation" ? void() : fail(shown(key) + " refers to " + shown(referred) + ", which nobody added");
        if (found->second.added_at > std::max(life.added_at, life.changed_at))
            fail(shown(key) + " comes in the feed before " + shown(referred) + ", to which it refers");
    }

    /// No row of the history is without its operation.
    void check_history()
    {
        auto const where = store::location_of(uri_);
        if (!where.dialect)
            return;
        soci::session session;
        where.dialect->open(session, where.target);
        long long rows = 0;
        session << "select count(*) from " << where.target.prefix << "history", soci::into(rows);
        if (rows != changes_)
            fail("the history has " + std::to_string(rows) + " rows, the feed " + std::to_string(changes_));
    }

    void check_followers()
    {
        for (auto const& [name, seen] : logs_.followers) {
            for (std::size_t i = 0; i != std::min(seen.size(), feed_.size()); ++i)
                if (seen[i].position != feed_[i].position || seen[i].operation != feed_[i].operation.id.value || seen[i].key != feed_[i].operation.key) {
                    fail(name + " saw something else at the place " + std::to_string(i + 1));
                    break;
                }
            if (seen.size() != feed_.size())
                fail(name + " saw " + std::to_string(seen.size()) + " operations of " + std::to_string(feed_.size()));
        }
    }

    std::string               uri_;
    Database&                 database_;
    Logs                      logs_;
    std::ostream&             out_;
    Feed                      feed_;
    std::map<RecordKey, Life> lives_;
    std::map<std::int64_t, Deeds> states_;  ///< of cases, by operation
    std::int64_t                  state_count_ = 0;
    int                       failures_ = 0;
    std::int64_t              changes_ = 0, acknowledged_ = 0, unacknowledged_ = 0;
};

}  // namespace

bool verify(Database& database, std::string const& uri, std::string const& folder, std::ostream& out)
{
    return Verifying{database, uri, read_logs(folder), out}.run();
}

}  // namespace crm::faults
