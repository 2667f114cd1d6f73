// Timelines and funnels: every store answers as memory does, which goes by the plain definition.
#include "monday.hpp"
#include "stores.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

/// The same story is told to two databases whose clocks the test turns. Ids are given alike, so they compare.
struct Told {
    explicit Told(std::string const& kind)
        : place{kind},
          database{place.uri(), {.create = true, .starter = "sales-pl", .clock = [this] { return now; }}},
          anna{database.operator_id("anna")}, jan{database.operator_id("jan")}
    {
    }
    Told(Told const&)            = delete;
    Told& operator=(Told const&) = delete;

    FreshPlace               place;
    Instant                  now = monday;
    Database                 database;
    Id<Operator>             anna, jan;
    std::vector<Registered>  subjects{};
    std::vector<Id<Case>>    cases{};
    std::vector<Id<Contact>> contacts{};
    std::vector<Id<Document>> documents{};
};

/// One thing that happens; numbers choose among what is there.
struct Event {
    int what = 0, a = 0, b = 0, amount = 0;

    void happen(Told& told) const
    {
        told.now += std::chrono::minutes{b % 3};  // some at the same moment
        told.database.transact(told.anna, [&](Work& work) { tell(told, work); });
    }

private:
    template <class Of>
    static auto one_of(std::vector<Of> const& list, int number)
    {
        return list[static_cast<std::size_t>(number) % list.size()];
    }

    void tell(Told& told, Work& work) const
    {
        if (what == 0 || told.subjects.empty()) {
            told.subjects.push_back(work.add_natural({.given_name = "Jan", .family_name = "Nowak" + std::to_string(a)}));
            return;
        }
        auto const who = one_of(told.subjects, a);
        if (what == 1 || told.cases.empty()) {
            static std::string const currencies[] = {"PLN", "EUR", "JPY"};
            Case c{.title = "Dach " + std::to_string(a), .type_id = work.case_type(b % 4 == 0 ? "service" : "sale"), .person_id = who.person_id};
            c.subject_id = who.subject_id;
            if (a % 7 == 0)
                c.subject_id.reset(), c.person_id.reset();
            if (b % 5 != 0)
                c.expected = Money{amount * 33'33LL, Currency{currencies[b % 3]}};
            if (amount % 2 == 0)
                c.probability = 33;
            told.cases.push_back(work.add(std::move(c)));
            return;
        }
        auto const c = one_of(told.cases, b);
        switch (what) {
        case 2: {
            Contact contact{.kind_id = work.contact_kind("phone"), .person_id = who.person_id, .at = told.now - std::chrono::hours{amount % 5}, .summary = "Rozmowa"};
            told.contacts.push_back(amount % 3 == 0 ? work.add_contact(std::move(contact), {told.jan, told.anna}) : work.add(std::move(contact)));
            if (amount % 2 == 0)
                work.link(told.contacts.back(), c);
            break;
        }
        case 3: work.add(Note{.subject_id = who.subject_id, .case_id = amount % 2 == 0 ? std::optional{c} : std::nullopt, .title = "Uwaga", .body = "x"}); break;
        case 4: {
            if (work.get(c).outcome)
                break;
            auto const task = work.add(Task{.title = "Zadzwonić", .responsible_id = told.anna, .subject_id = who.subject_id, .case_id = c});
            if (amount % 2 == 0)
                work.complete(task, "", told.now + 1h);
            break;
        }
        case 5: {
            auto const document = work.add(Document{.title = "Oferta", .received_at = amount % 2 == 0 ? std::optional{told.now - 2h} : std::nullopt, .reference = "x"});
            told.documents.push_back(document);
            work.link(document, c);
            work.link(document, who.subject_id);
            break;
        }
        case 6: {
            auto const type = work.get(work.get(c).type_id).code;
            if (!work.get(c).outcome)
                work.enter_phase(c, type == "sale" ? (amount % 2 == 0 ? "offer-sent" : "order") : "in-progress");
            break;
        }
        case 7:
            if (!work.get(c).outcome)
                work.close(c, amount % 2 == 0 ? CaseOutcome::won : CaseOutcome::lost, "Cena " + std::to_string(amount));
            else
                work.reopen(c, "Jednak " + std::to_string(amount));
            break;
        case 8:  // what links lead to gets another moment
            if (!told.contacts.empty()) {
                auto contact = work.get(one_of(told.contacts, a));
                contact.at   = told.now - std::chrono::hours{amount % 7};
                work.save(contact);
            }
            if (!told.documents.empty()) {
                auto document        = work.get(one_of(told.documents, b));
                document.received_at = told.now - std::chrono::hours{amount % 3};
                work.save(document);
            }
            break;
        default: work.archive(c); break;
        }
    }
};

std::vector<Event> any_story()
{
    auto const event = rc::gen::build<Event>(rc::gen::set(&Event::what, rc::gen::inRange(0, 10)), rc::gen::set(&Event::a, rc::gen::inRange(0, 30)),
                                             rc::gen::set(&Event::b, rc::gen::inRange(0, 30)), rc::gen::set(&Event::amount, rc::gen::inRange(-50, 5000)));
    return *rc::gen::container<std::vector<Event>>(40, event);
}

/// Every page, one after the other.
Timeline all_pages(View& view, TimelineQuery query)
{
    Timeline all;
    for (auto page = view.timeline(query); !page.empty(); page = view.timeline(query)) {
        all.insert(all.end(), page.begin(), page.end());
        query.after = page.back().place();
    }
    return all;
}

std::vector<TimelineQuery> questions(Told const& told, std::size_t limit)
{
    std::vector<TimelineQuery> asked;
    for (auto const& who : told.subjects) {
        asked.push_back({.subject_id = who.subject_id, .limit = limit});
        asked.push_back({.person_id = who.person_id, .limit = limit});
        for (auto c : told.cases)
            asked.push_back({.subject_id = who.subject_id, .case_id = c, .limit = limit});
    }
    for (auto c : told.cases) {
        asked.push_back({.case_id = c, .limit = limit});
        asked.push_back({.case_id = c, .limit = limit, .kinds = {TimelineKind::contact, TimelineKind::document, TimelineKind::phase_change}});
    }
    return asked;
}

}  // namespace

TEST_CASE("every store tells timelines and funnels, of now and of then, as memory does")
{
    CHECK(rc::check("analyses agree", [] {
        Told       memory{"memory"}, sql{*rc::gen::elementOf(sql_kinds())};
        auto const story = any_story();
        for (auto const& event : story) {
            event.happen(memory);
            event.happen(sql);
        }
        auto in_memory = memory.database.view(memory.anna), in_sql = sql.database.view(sql.anna);
        auto const ours = questions(memory, 1 + story.size() % 5), theirs = questions(sql, 1 + story.size() % 5);
        for (std::size_t i = 0; i != ours.size(); ++i)
            RC_ASSERT(all_pages(in_memory, ours[i]) == all_pages(in_sql, theirs[i]));

        for (auto const* type : {"", "sale", "service"})
            for (bool const with_internal : {false, true})
                for (auto const& as_of : {std::optional<Instant>{}, std::optional{monday}, std::optional{monday + 10min}, std::optional{monday + 1h}}) {
                    FunnelQuery const query{.type = type, .as_of = as_of, .keeper_id{}, .with_internal = with_internal};
                    RC_ASSERT(in_memory.funnel(query) == in_sql.funnel(query));
                }
    }));
}

TEST_CASE("a funnel counts, sums and weighs by phase and currency, and knows the past")
{
    Told told{EVERY_STORE()};
    auto const who = Event{.a = 1};
    who.happen(told);
    auto add = [&](char const* money, std::optional<int> probability) {
        Id<Case> id;
        told.database.transact(told.anna, [&](Work& work) {
            id = work.add(Case{.title = "Dach", .type_id = work.case_type("sale"), .subject_id = told.subjects[0].subject_id,
                               .expected = Money::parse(money), .probability = probability});
        });
        return id;
    };
    auto const first = add("100.05 PLN", std::nullopt), second = add("100.05 PLN", 50);
    add("333 JPY", 50);
    told.now += 1h;
    told.database.transact(told.anna, [&](Work& work) {
        work.enter_phase(first, "offer-sent");
        work.close(second, CaseOutcome::won);
    });

    auto       view = told.database.view(told.anna);
    auto const row  = [&](Funnel const& funnel, std::string_view phase, std::string_view currency) {
        auto const found = std::ranges::find_if(funnel, [&](FunnelRow const& r) { return r.phase == phase && r.sum.currency.code() == currency; });
        REQUIRE(found != funnel.end());
        return *found;
    };
    auto const now = view.funnel({.type = "sale"});
    CHECK(row(now, "inquiry", "JPY").weighted == Money::parse("167 JPY"));      // a whole yen, half away from zero
    CHECK(row(now, "offer-sent", "PLN").weighted == Money::parse("50.03 PLN"));  // by the phase's 50 per cent
    CHECK(row(now, "closed", "PLN").weighted == Money::parse("100.05 PLN"));     // won counts whole
    CHECK(row(now, "negotiation", "XXX").count == 0);

    auto const then = view.funnel({.type = "sale", .as_of = told.now - 1min});
    CHECK(row(then, "inquiry", "PLN").count == 2);
    CHECK(row(then, "inquiry", "PLN").sum == Money::parse("200.10 PLN"));
    CHECK(row(then, "inquiry", "PLN").weighted == Money::parse("60.04 PLN"));  // 10 % of one, 50 % of the other
    CHECK(view.funnel({.as_of = monday - 1h}).front().count == 0);
    CHECK_THROWS_AS(view.funnel({.type = "no-such"}), NotFound);
}

TEST_CASE("amounts of the funnel may be as great as money is; sums on the way to one that has room need none")
{
    constexpr auto                    greatest  = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t            amounts[] = {greatest, greatest, -greatest, -greatest, greatest / 100, greatest / 100 - 1'000'000, 1 - greatest / 100,
                                                   100'000'000, 12'345, -12'345, 9'950, 50, -50, 1, 0};
    std::pair<char const*, int> const weighed[] = {{"PLN", 0}, {"EUR", 1}, {"USD", 33}, {"CHF", 50}, {"GBP", 100}, {"JPY", 49}, {"KWD", 51}};

    Told told{EVERY_STORE()};
    Event{.a = 1}.happen(told);
    told.database.transact(told.anna, [&](Work& work) {
        for (auto const& [currency, probability] : weighed)
            for (auto const amount : amounts)
                work.add(Case{.title = "Dach", .type_id = work.case_type("sale"), .subject_id = told.subjects[0].subject_id,
                              .expected = Money{.amount = amount, .currency = Currency{currency}}, .probability = probability});
        CHECK(!work.funnel().empty());  // and the work can be committed
    });
    auto const funnel = told.database.view(told.anna).funnel({.type = "sale"});
    for (auto const& [currency, probability] : weighed) {
        CAPTURE(currency, probability);
        Money sum{.amount = 0, .currency = Currency{currency}}, weighted = sum;
        for (auto const amount : {greatest / 100, greatest / 100 - 1'000'000, 1 - greatest / 100, std::int64_t{100'000'000}, std::int64_t{9'950}, std::int64_t{1}}) {
            Money const money{.amount = amount, .currency = sum.currency};  // those without their opposite
            sum      = sum + money;
            weighted = weighted + money.per_cent(probability);
        }
        auto const row = std::ranges::find_if(funnel, [&](FunnelRow const& r) { return r.phase == "inquiry" && r.sum.currency == sum.currency; });
        REQUIRE(row != funnel.end());
        CHECK(row->count == std::ssize(amounts));
        CHECK(row->sum == sum);
        CHECK(row->weighted == weighted);
    }
}

TEST_CASE("a sum of the funnel that has no room is an error")
{
    Told told{EVERY_STORE()};
    Event{.a = 1}.happen(told);
    told.database.transact(told.anna, [&](Work& work) {
        for (int i = 0; i != 2; ++i)
            work.add(Case{.title = "Dach", .type_id = work.case_type("sale"), .subject_id = told.subjects[0].subject_id,
                          .expected = Money::parse("900000000000000.00 PLN")});
    });
    CHECK_THROWS_AS(told.database.view(told.anna).funnel(), OutOfRange);
}
