// A database with something of everything, also what is hard to copy, and how two of them are compared.
#pragma once

#include "work/house.hpp"

#include "exchange/rows/part.hpp"

#include <map>

namespace crm::test {

/// Records of many kinds, some changed and some removed; parents, superiors and threads that come after those below them.
inline void fill(House& house)
{
    auto const jan   = house.natural();
    auto const firm  = house.legal("Dachy „Ślęża” Sp. z o.o.");
    auto const group = house.legal("Grupa");
    auto const ewa   = house.person(firm.subject_id);
    auto const boss  = house.person(firm.subject_id, "Łucja", "Żak");
    auto       sale  = house.sale(firm.subject_id);
    auto const whole = house.sale();
    auto const task  = house.task(sale.id);
    auto const last  = house.contact({.person_id = ewa.person_id, .summary = "Oferta", .body = "Wiersz\n\"drugi\"\t\xF0\x9F\x98\x80"});
    auto const first = house.contact({.subject_id = jan.subject_id, .summary = "Pytanie"});

    house([&](Work& work) {
        auto subject       = work.get(firm.subject_id);
        subject.parent_id  = group.subject_id;
        work.save(subject);
        auto person        = work.get(*ewa.person_id);
        person.superior_id = boss.person_id;
        work.save(person);
        sale               = work.get(sale.id);
        sale.parent_id     = whole.id;
        sale.expected      = Money::parse("12500.5 PLN");
        work.save(sale);
        auto contact      = work.get(last.id);
        contact.thread_id = first.id;
        work.save(contact);
        work.link(last.id, sale.id);
        work.add_number(firm.party_id, NumberKind::nip, "5260250274");
        work.add_contact_point(ewa.party_id, ContactPointKind::email, "Ewa.Nowak@Example.pl");
        work.add(Address{.party_id = firm.party_id, .kind = AddressKind::registered, .city = "Łódź", .is_default = true});
        work.add(Note{.subject_id = firm.subject_id, .body = std::string(5000, 'n')});
        Document offer{.title = "Oferta", .content_id = work.keep(std::string("\0\x01\xFFZa\xC5\xBC\xC3\xB3\n", 10))};
        work.add(offer);
        work.link(offer.id, sale.id);
        work.add(PlanLine{.case_id = sale.id, .side = MoneySide::cost, .planned = Money::parse("-5.0001 EUR")});
        work.add(TradeDocument{.kind_id = work.trade_kind("purchase-invoice"), .reference = "FZ/1", .case_id = sale.id, .net = Money::parse("6.00 PLN")});
        Base base{.code = "vip", .name = "VIP", .criterion = "status = active"};
        work.add(base);
        work.put_into(base.id, jan.subject_id, "ręcznie");
    });
    house.now += 1h;
    house.by(house.jan, [&](Work& work) {
        work.enter_phase(sale.id, "offer-sent");
        work.complete(task.id, "zrobione");
    });
    auto const other = house.sale(jan.subject_id);
    house([&](Work& work) { work.close(other.id, CaseOutcome::lost, "cena"); });
    auto const gone = house.legal("Zamknięta");  // the greatest id is one that was removed
    house([&](Work& work) { work.remove(gone.subject_id); });
}

using Rows = std::map<std::string_view, std::vector<record::Row>>;

/// Everything that is stored.
inline Rows everything(store::Store& store)
{
    Rows       rows;
    auto const transaction = store.begin(store::Access::read);
    for (auto const& part : exchange::parts()) {
        exchange::Pages pages{*part, *transaction};
        for (auto page = pages.next(); !page.empty(); page = pages.next())
            rows[part->name()].insert(rows[part->name()].end(), page.begin(), page.end());
    }
    return rows;
}

/// Where two databases differ: the parts with a row that is not the same, or with more or fewer.
inline std::vector<std::string> differences(Rows const& a, Rows const& b)
{
    std::vector<std::string> found;
    auto const               same_row = [](exchange::Part const& part, record::Row const& x, record::Row const& y) {
        for (std::size_t i = 0; i != part.columns().size(); ++i)
            if (!x[i].equals(y[i], part.columns()[i].kind))
                return false;
        return true;
    };
    for (auto const& part : exchange::parts()) {
        auto const rows = [&](Rows const& all) { return all.contains(part->name()) ? all.at(part->name()) : std::vector<record::Row>{}; };
        auto const x = rows(a), y = rows(b);
        if (!std::ranges::equal(x, y, [&](auto const& one, auto const& other) { return same_row(*part, one, other); }))
            found.emplace_back(part->name());
    }
    return found;
}

/// The operations of the feed, in order, with their places.
inline Feed feed_of(store::Store& store)
{
    auto const reading = store.begin(store::Access::read);
    return reading->feed(reading->feed_range().kept_from - 1, 10'000);
}

}  // namespace crm::test
