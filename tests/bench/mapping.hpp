// The workload's facts as crm's records, and back. Where the two differ:
// - A party of the workload is a Party with an Identifier (NIP), two ContactPoints and an Address; the name of a human
//   being is also divided into family and given name, by which crm tells one from a firm.
// - A birthday of the workload has a time of day: the day is Party::birth_date, the rest of it stands in Person::source.
// - A contact's operator is the employee who took part (Participant), its case a ContactCase; a document's operator is who
//   added it, its subject and case are DocumentLinks, and its hash and size its reference: the workload has no bytes of it.
// - The phases Wygrana and Przegrana are phases of the stage active: their cases have no outcome, go on to get tasks, plan
//   lines and documents, and count in the funnel by their own probability, none of which a closed case does.
// - Priorities 0 to 4 become low, normal and high; the description keeps the number. Days that the workload gives to the
//   microsecond (expected close, date of a trade document) are days.
#pragma once

#include "common/workload.hpp"

#include <crm/analysis/card.hpp>
#include <crm/model/records.hpp>

#include <chrono>
#include <string>

namespace bench_map {

template <class Record>
crm::Id<Record> id(bench::Id value)
{
    return {value};
}
template <class Record>
std::optional<crm::Id<Record>> optional_id(bench::Id value)
{
    return value != 0 ? std::optional{crm::Id<Record>{value}} : std::nullopt;
}
inline crm::Instant instant(bench::Micros at)
{
    return crm::Instant{std::chrono::microseconds{at}};
}
inline bench::Micros micros(crm::Instant at)
{
    return at.time_since_epoch().count();
}
inline crm::Date day(bench::Micros at)
{
    return crm::Date{std::chrono::floor<std::chrono::days>(instant(at))};
}
inline crm::Revision added(bench::Micros at, bench::Id by = 0)
{
    return {.version = 0, .created_at = at != 0 ? instant(at) : crm::Instant{}, .created_by = id<crm::Operator>(by), .changed_at{}, .changed_by{}, .archived_at{}};
}

// ---- To crm --------------------------------------------------------------------------------------------------------

/// The name of a human being, which the workload writes with the family name first.
inline void set_name(crm::Party& party, std::string const& name, bool is_human)
{
    party.name = name;
    if (!is_human)
        return;
    auto const blank  = name.find(' ');
    party.family_name = name.substr(0, blank);
    party.given_name  = blank == name.npos ? std::string{} : name.substr(blank + 1);
}

inline crm::Party party(bench::Party const& from, bench::Person const* person)
{
    crm::Party to{.id = id<crm::Party>(from.id)};
    set_name(to, from.name, from.kind == 1);
    if (from.city.empty() && from.street.empty())
        to.citizenship = from.country;  // no address that could tell it
    if (person) {
        to.birth_date = day(person->birthday);
        to.language   = person->language;
    }
    return to;
}
inline crm::Subject subject(bench::Subject const& from)
{
    return {.id        = id<crm::Subject>(from.id),
            .revision  = added(from.created_at),
            .number    = from.code,
            .kind      = from.kind == 1 ? crm::SubjectKind::natural : crm::SubjectKind::legal,
            .party_id  = id<crm::Party>(from.party_id),
            .keeper_id = id<crm::Operator>(from.keeper_id)};
}
inline crm::Person person(bench::Person const& from)
{
    auto const rest = instant(from.birthday) - std::chrono::sys_days{day(from.birthday)};
    return {.id         = id<crm::Person>(from.id),
            .revision   = added(from.created_at),
            .subject_id = id<crm::Subject>(from.subject_id),
            .party_id   = id<crm::Party>(from.party_id),
            .position   = from.position,
            .department = from.department,
            .source     = std::to_string(rest.count())};
}
inline crm::Phase phase(bench::Phase const& from, crm::Id<crm::Scheme> scheme)
{
    return {.id          = id<crm::Phase>(from.id),
            .scheme_id   = scheme,
            .code        = "p" + std::to_string(from.id),
            .name        = from.name,
            .stage       = from.stage == 0 ? crm::Stage::potential : crm::Stage::active,
            .ordinal     = 10 * from.stage + from.ordinal,
            .probability = from.probability};
}
inline crm::Case case_of(bench::Case const& from, crm::Id<crm::CaseType> type)
{
    return {.id                = id<crm::Case>(from.id),
            .number            = from.number,
            .title             = from.title,
            .type_id           = type,
            .phase_id          = id<crm::Phase>(from.phase_id),
            .keeper_id         = id<crm::Operator>(from.keeper_id),
            .subject_id        = optional_id<crm::Subject>(from.subject_id),
            .expected          = crm::Money{from.value, crm::Currency{from.currency}},
            .probability       = from.probability,
            .expected_close_on = day(from.expected_close),
            .opened_at         = instant(from.opened_at)};
}
inline crm::NewContact contact(bench::Contact const& from)
{
    crm::NewContact to{.contact   = {.id         = id<crm::Contact>(from.id),
                                     .kind_id    = id<crm::ContactKind>(from.kind + 1),
                                     .subject_id = optional_id<crm::Subject>(from.subject_id),
                                     .person_id  = optional_id<crm::Person>(from.person_id),
                                     .at         = instant(from.at),
                                     .direction  = from.direction == 1 ? crm::Direction::outgoing : crm::Direction::incoming,
                                     .summary    = from.summary,
                                     .body       = from.body},
                       .employees = {id<crm::Operator>(from.operator_id)},
                       .cases{}};
    if (from.case_id != 0)
        to.cases.push_back(id<crm::Case>(from.case_id));
    return to;
}
inline crm::Note note(bench::Note const& from)
{
    return {.id         = id<crm::Note>(from.id),
            .subject_id = optional_id<crm::Subject>(from.subject_id),
            .person_id  = optional_id<crm::Person>(from.person_id),
            .case_id    = optional_id<crm::Case>(from.case_id),
            .author_id  = id<crm::Operator>(from.operator_id),
            .written_at = instant(from.at),
            .title      = from.title,
            .body       = from.text};
}
inline crm::Task task(bench::Task const& from)
{
    return {.id             = id<crm::Task>(from.id),
            .revision       = added(from.at),
            .title          = from.title,
            .responsible_id = id<crm::Operator>(from.operator_id),
            .status         = from.done == 1 ? crm::TaskStatus::done : crm::TaskStatus::open,
            .priority       = from.priority < 2 ? crm::Priority::low : from.priority == 2 ? crm::Priority::normal : crm::Priority::high,
            .subject_id     = optional_id<crm::Subject>(from.subject_id),
            .case_id        = optional_id<crm::Case>(from.case_id),
            .due_at         = instant(from.due),
            .description    = "priority " + std::to_string(from.priority)};
}
inline crm::Document document(bench::Document const& from)
{
    return {.id          = id<crm::Document>(from.id),
            .revision    = added(0, from.operator_id),
            .title       = from.title,
            .received_at = instant(from.at),
            .media_type  = from.mime,
            .reference   = "sha256:" + from.sha256 + "?size=" + std::to_string(from.size)};
}
inline crm::PlanLine plan_line(bench::PlanLine const& from)
{
    return {.id       = id<crm::PlanLine>(from.id),
            .case_id  = id<crm::Case>(from.case_id),
            .side     = crm::MoneySide::cost,
            .category = static_cast<crm::MoneyCategory>(from.category),
            .planned  = {from.amount, crm::Currency{from.currency}}};
}
inline crm::TradeDocument trade_document(bench::TradeDocument const& from)
{
    return {.id        = id<crm::TradeDocument>(from.id),
            .kind_id   = id<crm::TradeKind>(from.kind + 1),
            .reference = from.ref,
            .case_id   = id<crm::Case>(from.case_id),
            .category  = static_cast<crm::MoneyCategory>(from.category),
            .issued_on = day(from.date),
            .net       = {from.net, crm::Currency{from.currency}}};
}

// ---- And back ------------------------------------------------------------------------------------------------------

inline bool is_human(crm::Party const& party)
{
    return !party.given_name.empty() || !party.family_name.empty();
}

inline bench::Party party(crm::PartyCard const& from)
{
    bench::Party to;
    to.id      = from.party.id.value;
    to.kind    = is_human(from.party);
    to.name    = from.party.name;
    to.country = from.party.citizenship;
    to.version = static_cast<int>(from.party.revision.version);
    for (auto const& number : from.identifiers)
        if (number.kind == crm::NumberKind::nip)
            to.tax_id = number.value;
    for (auto const& point : from.contact_points)
        (point.kind == crm::ContactPointKind::email ? to.email : to.phone) = point.value;
    for (auto const& address : from.addresses) {
        to.street   = address.street;
        to.postcode = address.postal_code;
        to.city     = address.city;
        to.country  = address.country;
    }
    return to;
}

inline bench::Person person(crm::PersonCard const& from)
{
    auto const& [person, party] = from;
    auto const birthday = micros(std::chrono::sys_days{party.party.birth_date.value()}) + std::stoll(person.source);
    return {.id         = person.id.value,
            .subject_id = person.subject_id.value,
            .party_id   = person.party_id.value,
            .position   = person.position,
            .department = person.department,
            .birthday   = birthday,
            .language   = party.party.language,
            .created_at = micros(person.revision.created_at),
            .version    = static_cast<int>(person.revision.version)};
}

inline bench::SubjectView subject(crm::SubjectCard const& from)
{
    bench::SubjectView to{.subject = {.id         = from.subject.id.value,
                                      .party_id   = from.subject.party_id.value,
                                      .kind       = from.subject.kind == crm::SubjectKind::natural,
                                      .code       = from.subject.number,
                                      .keeper_id  = from.subject.keeper_id.value_or(crm::Id<crm::Operator>{}).value,
                                      .created_at = micros(from.subject.revision.created_at),
                                      .version    = static_cast<int>(from.subject.revision.version)},
                          .party   = party(from.party),
                          .persons{}};
    for (auto const& next : from.persons)
        to.persons.push_back({person(next), party(next.party)});
    return to;
}

}  // namespace bench_map
