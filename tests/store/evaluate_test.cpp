// Conditions and orders on rows in memory.
#include "catch.hpp"
#include "rows.hpp"

#include "store/condition/bind.hpp"
#include "store/memory/memory_store.hpp"

#include <crm/store/condition.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace crm;
using namespace crm::test;
using Ids = std::vector<std::int64_t>;

namespace {

Subject subject(std::int64_t id, SubjectStatus status, std::string source = {})
{
    return {.id       = {id},
            .revision = version(1),
            .kind     = SubjectKind::legal,
            .party_id = {id},
            .status   = status,
            .source   = std::move(source)};
}

Party party(std::int64_t id, std::string const& name)
{
    return {.id = {id}, .revision = version(1), .name = name, .name_key = name};
}

BaseMember member(std::int64_t id, std::int64_t of, bool excluded, Revision revision = version(1))
{
    return {.id = {id}, .revision = revision, .base_id = {1}, .subject_id = {of}, .is_excluded = excluded};
}

/// Four subjects, of which the second has a telephone and two persons, one of them archived.
class World {
public:
    World()
    {
        auto const write = store_->begin(store::Access::write);
        insert(*write, Operator{.id = {1}, .revision = version(1)});
        insert(*write, std::vector{party(1, "kowalski"), party(2, "acme"), party(3, "nowak"), party(4, "Ł"), party(5, "jan")});
        insert(*write, ContactPoint{.id = {1}, .revision = version(1), .party_id = {2}, .value = "+48 22"});
        insert(*write, std::vector{subject(1, SubjectStatus::prospect, "fair"), subject(2, SubjectStatus::active),
                                   subject(3, SubjectStatus::active, "fair"), subject(4, SubjectStatus::blocked, "web")});
        auto archived        = version(1);
        archived.archived_at = monday_in_march;
        insert(*write, std::vector{Person{.id = {1}, .revision = version(1), .subject_id = {2}, .party_id = {5}, .position = "CEO",
                                          .active_since = std::chrono::year{2020} / 1 / 1},
                                   Person{.id = {2}, .revision = archived, .subject_id = {2}, .party_id = {3}}});
        insert(*write, Base{.id = {1}, .revision = version(1), .code = "fair"});
        insert(*write, std::vector{member(1, 3, true), member(2, 4, false), member(3, 1, true, archived),
                                   member(4, 2, false, archived)});
        write->commit();
    }

    std::unique_ptr<store::Transaction> read() { return store_->begin(store::Access::read); }

    template <class Record>
    Ids that(std::string_view text, std::string const& criterion = {})
    {
        store::BindContext context{.now = monday_in_march};
        context.base = [&](std::string_view) { return std::optional{store::BaseCriterion{1, criterion}}; };
        auto const filter = store::bind(parse_condition(text), record::table_of<Record>(), context);
        auto const found  = selected<Record>(*read(), {.filter = filter});
        CHECK(read()->count(record::table_of<Record>(), filter) == static_cast<std::int64_t>(found.size()));
        return found;
    }

private:
    std::unique_ptr<store::Store> store_ = store::open_memory_store(std::chrono::milliseconds{0});
};

}  // namespace

TEST_CASE("rows are found by what their columns hold")
{
    World world;
    CHECK(world.that<Subject>("") == Ids{1, 2, 3, 4});
    CHECK(world.that<Subject>("status = active") == Ids{2, 3});
    CHECK(world.that<Subject>("status != active") == Ids{1, 4});
    CHECK(world.that<Subject>("status in (prospect, blocked)") == Ids{1, 4});
    CHECK(world.that<Subject>("status in ()").empty());
    CHECK(world.that<Subject>("source = ''") == Ids{2});
    CHECK(world.that<Subject>("source contains 'ai'") == Ids{1, 3});
    CHECK(world.that<Subject>("source starts_with 'ai'").empty());
    CHECK(world.that<Subject>("source starts_with 'w'") == Ids{4});
    CHECK(world.that<Subject>("status = active and source = 'fair'") == Ids{3});
    CHECK(world.that<Subject>("status = active or source = 'fair'") == Ids{1, 2, 3});
    CHECK(world.that<Subject>("not (status = active or source = 'fair')") == Ids{4});
    CHECK(world.that<Subject>("not always").empty());
    CHECK(world.that<Subject>("source < 'g'") == Ids{1, 2, 3});
    CHECK(world.that<Subject>("source <= 'fair' and source >= 'fair'") == Ids{1, 3});
    CHECK(world.that<Subject>("created_at <= now and created_at > now - 1 minutes") == Ids{1, 2, 3, 4});
}

TEST_CASE("texts are compared by their bytes")
{
    World world;
    CHECK(world.that<Party>("name > 'z'") == Ids{4});
    CHECK(world.that<Party>("name = 'Kowalski'").empty());
}

TEST_CASE("a comparison with nothing is false, and its negation true")
{
    World world;
    CHECK(world.that<Person>("active_since is null") == Ids{2});
    CHECK(world.that<Person>("active_since is not null") == Ids{1});
    CHECK(world.that<Person>("active_since != 2021-01-01") == Ids{1});
    CHECK(world.that<Person>("active_since < 2021-01-01") == Ids{1});
    CHECK(world.that<Person>("not active_since < 2021-01-01") == Ids{2});
    CHECK(world.that<Person>("active_since not in (2021-01-01)") == Ids{1, 2});
}

TEST_CASE("rows are found by what stands in a relation to them")
{
    World world;
    CHECK(world.that<Subject>("exists persons") == Ids{2});
    CHECK(world.that<Subject>("not exists persons") == Ids{1, 3, 4});
    CHECK(world.that<Subject>("exists persons (archived_at is null and position = 'CEO')") == Ids{2});
    CHECK(world.that<Subject>("exists persons (archived_at is not null and position = 'CEO')").empty());
    CHECK(world.that<Subject>("exists party (name_key starts_with 'kow')") == Ids{1});
    CHECK(world.that<Subject>("exists contact_points (value contains '48')") == Ids{2});
    CHECK(world.that<Person>("exists subject (exists contact_points)") == Ids{1, 2});
    CHECK(world.that<Person>("exists superior").empty());
}

TEST_CASE("a base by hand has those that were put in")
{
    World world;
    CHECK(world.that<Subject>("in_base 'fair'") == Ids{4});
    CHECK(world.that<Person>("in_base 'fair'").empty());
}

TEST_CASE("a base by criterion has those that it is true of but for those kept out, and those that were put in")
{
    World world;
    CHECK(world.that<Subject>("in_base 'fair'", "source = 'fair'") == Ids{1, 4});
    CHECK(world.that<Subject>("not in_base 'fair'", "source = 'fair'") == Ids{2, 3});
    CHECK(world.that<Person>("in_base 'fair'", "status = active") == Ids{1, 2});
}

TEST_CASE("rows come in the order that is asked for")
{
    World       world;
    auto const  read    = world.read();
    auto const& persons = record::table_of<Person>();
    auto const& parties = record::table_of<Party>();
    auto const  by      = [](std::size_t column, bool descending) { return store::SortKey{column, descending}; };

    CHECK(selected<Person>(*read, {.order = {by(persons.position("active_since"), false)}}) == Ids{2, 1});  // null first
    CHECK(selected<Person>(*read, {.order = {by(persons.position("active_since"), true)}}) == Ids{1, 2});
    CHECK(selected<Person>(*read, {.order = {by(persons.position("subject_id"), false)}}) == Ids{1, 2});  // ties by id
    CHECK(selected<Person>(*read, {.order = {by(persons.position("subject_id"), true)}}) == Ids{2, 1});
    CHECK(selected<Party>(*read, {.order = {by(parties.position("name"), false)}}) == Ids{2, 5, 1, 3, 4});
    CHECK(selected<Party>(*read, {.limit = 2}) == Ids{1, 2});
    CHECK(selected<Party>(*read, {.limit = 0}).empty());
}

TEST_CASE("pages, one behind the other, are the whole, each row once")
{
    World       world;
    auto const& subjects = record::table_of<Subject>();
    CHECK(rc::check([&] {
        auto const order = *rc::gen::resize(3, rc::gen::container<std::vector<store::SortKey>>(rc::gen::apply(
            [](std::size_t column, bool descending) { return store::SortKey{column, descending}; },
            rc::gen::inRange<std::size_t>(0, subjects.columns.size()), rc::gen::arbitrary<bool>())));
        auto const read  = world.read();
        auto const whole = selected<Subject>(*read, {.order = order});

        Ids          pieces;
        store::Query query{.order = order, .limit = *rc::gen::inRange<std::size_t>(1, 4)};
        record::Row  last;
        do {
            last.clear();
            read->select(subjects, query, [&](record::Row const& row) {
                pieces.push_back(row[0].integer);
                last = row;
            });
            auto& place = query.after.emplace();
            for (auto const& key : order)
                place.push_back(last.empty() ? record::Cell{} : last[key.column]);
            place.push_back(last.empty() ? record::Cell{} : last[0]);
        } while (!last.empty());
        RC_ASSERT(pieces == whole);
        RC_ASSERT((std::set(whole.begin(), whole.end()) == std::set<std::int64_t>{1, 2, 3, 4}));
    }));
}
