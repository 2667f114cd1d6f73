// Plan lines and trade documents, and what cases have to do with them. DESIGN §2, rules 7 and 10.
#include "house.hpp"

using namespace crm;
using namespace crm::test;

namespace {

PlanLine cost_of(Id<Case> of, std::string_view money = "100.00 PLN")
{
    return {.case_id = of, .side = MoneySide::cost, .category = MoneyCategory::material, .planned = Money::parse(money)};
}

TradeDocument document(Id<TradeKind> kind, std::optional<Id<Case>> with, std::string reference = "FZ/1/2026")
{
    return {.kind_id = kind, .reference = std::move(reference), .case_id = with, .net = Money::parse("80.00 PLN")};
}

/// A house with a kind that no case type admits.
struct Trading : House {
    using House::House;

    Id<TradeKind> kind(std::string_view code) { return view().trade_kind(code); }

    template <class Record>
    Record add(Record record)
    {
        return (*this)([&](Work& work) {
            work.add(record);
            return record;
        });
    }
    template <class Record, class Step>
    Codes refused_change(Record record, Step step)
    {
        step(record);
        return refused([&] { (*this)([&](Work& work) { work.save(record); }); });
    }
    template <class Record>
    Codes refused_adding(Record record)
    {
        return refused([&] { add(record); });
    }
    void close(Id<Case> id)
    {
        (*this)([&](Work& work) { work.close(id, CaseOutcome::done); });
    }

    Id<TradeKind> invoice = kind("purchase-invoice");
    Id<TradeKind> foreign = add(TradeKind{.code = "toll", .name = "Opłata"}).id;
};

}  // namespace

TEST_CASE("plan_line.case.open")
{
    Trading    house{EVERY_STORE()};
    auto const sale = house.sale(), other = house.sale();
    auto const line = house.add(cost_of(sale.id)), elsewhere = house.add(cost_of(other.id));
    house.close(sale.id);

    CHECK(house.refused_adding(cost_of(sale.id)) == Codes{"plan_line.case.open"});
    CHECK(house.refused_change(elsewhere, [&](PlanLine& l) { l.case_id = sale.id; }) == Codes{"plan_line.case.open"});
    CHECK(house.refused_change(line, [&](PlanLine& l) { l.case_id = other.id; }) == Codes{"plan_line.case.open"});
    CHECK(house.refused_change(line, [](PlanLine& l) { l.planned.amount += 1; }) == Codes{"plan_line.case.open"});
    CHECK(refused([&] { house([&](Work& work) { work.archive(line.id); }); }) == Codes{"plan_line.case.open"});
    CHECK(refused([&] { house([&](Work& work) { work.remove(line.id); }); }) == Codes{"plan_line.case.open"});
    CHECK(house.refused_change(line, [](PlanLine& l) { l.description = "Blacha"; }) == Codes{});

    house([&](Work& work) { work.reopen(sale.id, "Dobudowa"); });
    CHECK(house.refused_adding(cost_of(sale.id)) == Codes{});
}

TEST_CASE("trade_document.case.open: a document is linked before the case is closed, and may change after that")
{
    Trading    house{EVERY_STORE()};
    auto const sale   = house.sale();
    auto const linked = house.add(document(house.invoice, sale.id)), loose = house.add(document(house.invoice, {}, "FZ/2/2026"));
    house.close(sale.id);

    CHECK(house.refused_adding(document(house.invoice, sale.id, "FZ/3/2026")) == Codes{"trade_document.case.open"});
    CHECK(house.refused_change(loose, [&](TradeDocument& d) { d.case_id = sale.id; }) == Codes{"trade_document.case.open"});
    CHECK(house.refused_change(linked, [](TradeDocument& d) { d.status = TradeDocumentStatus::posted; }) == Codes{});
}

TEST_CASE("trade_document.kind.admitted")
{
    Trading    house{EVERY_STORE()};
    auto const sale  = house.sale();
    auto const loose = house.add(document(house.foreign, {})), linked = house.add(document(house.invoice, sale.id));
    CHECK(house.refused_adding(document(house.foreign, sale.id, "2")) == Codes{"trade_document.kind.admitted"});
    CHECK(house.refused_change(loose, [&](TradeDocument& d) { d.case_id = sale.id; }) == Codes{"trade_document.kind.admitted"});
    CHECK(house.refused_change(linked, [&](TradeDocument& d) { d.kind_id = house.foreign, d.reference = "3"; }) == Codes{"trade_document.kind.admitted"});

    auto const admitted = house.add(AdmittedKind{.type_id = house.sale_type, .kind_id = house.foreign});
    CHECK(house.refused_change(loose, [&](TradeDocument& d) { d.case_id = sale.id; }) == Codes{});

    SECTION("a kind that is not admitted any more stays where it is, and is linked with nothing new")
    {
        house([&](Work& work) { work.archive(admitted.id); });
        CHECK(house.get(loose.id).case_id == sale.id);
        CHECK(house.refused_adding(document(house.foreign, sale.id, "4")) == Codes{"trade_document.kind.admitted"});
    }
}

TEST_CASE("admitted_kind.removed.used")
{
    Trading    house{EVERY_STORE()};
    auto const sale     = house.sale();
    auto const admitted = house.add(AdmittedKind{.type_id = house.sale_type, .kind_id = house.foreign});
    auto const linked   = house.add(document(house.foreign, sale.id));
    auto const remove   = [&] { return refused([&] { house([&](Work& work) { work.remove(admitted.id); }); }); };
    CHECK(remove() == Codes{"admitted_kind.removed.used"});
    CHECK(house.refused_change(admitted, [&](AdmittedKind& a) { a.type_id = house.view().case_type("complaint"); }) ==
          Codes{"admitted_kind.removed.used"});
    CHECK(house.refused_change(linked, [](TradeDocument& d) { d.case_id.reset(); }) == Codes{});
    CHECK(remove() == Codes{});
}

TEST_CASE("case.type.admits: a case keeps a type that admits its trade documents")
{
    Trading    house{EVERY_STORE()};
    auto const offer = house.kind("offer");
    auto const work_on = house([&](Work& work) {
        Case c{.title = "Przegląd", .type_id = work.case_type("service")};
        work.add(c);
        return c;
    });
    house.add(document(offer, work_on.id, "O/1"));
    CHECK(house.refused_change(work_on, [&](Case& c) { c.type_id = house.view().case_type("internal"); }) == Codes{"case.type.admits"});
    auto const internal = house.view().case_type("internal");
    house.add(AdmittedKind{.type_id = internal, .kind_id = offer});
    CHECK(house.refused_change(work_on, [&](Case& c) { c.type_id = internal; }) == Codes{});
}

TEST_CASE("a reference is unique in its kind")
{
    Trading house{EVERY_STORE()};
    house.add(document(house.invoice, {}));
    CHECK_THROWS_AS(house.add(document(house.invoice, {})), Conflict);
    CHECK_NOTHROW(house.add(document(house.foreign, {})));
}

TEST_CASE("plan lines go with their case, trade documents keep it")
{
    Trading    house{EVERY_STORE()};
    auto const sale = house.sale();
    auto const line = house.add(cost_of(sale.id));
    auto const linked = house.add(document(house.invoice, sale.id));
    auto const remove = [&] { return refused([&] { house([&](Work& work) { work.remove(sale.id); }); }); };
    CHECK(remove() == Codes{"case.removed.referred"});
    CHECK(house.refused_change(linked, [](TradeDocument& d) { d.case_id.reset(); }) == Codes{});
    CHECK(remove() == Codes{});
    CHECK_FALSE(house.view().look_up(line.id));
}

TEST_CASE("admissions go with their case type, kinds keep them")
{
    Trading    house{EVERY_STORE()};
    auto const type = house.view().case_type("complaint");
    CHECK(refused([&] { house([&](Work& work) { work.remove(house.invoice); }); }).front() == "trade_kind.removed.referred");
    CHECK(refused([&] { house([&](Work& work) { work.remove(type); }); }) == Codes{});
    CHECK(house.all<AdmittedKind>("type_id = " + std::to_string(type.value)).empty());
}
