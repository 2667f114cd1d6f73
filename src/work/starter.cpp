#include "starter.hpp"

#include <span>

namespace crm {

namespace {

/// A name for people in each language of the sets.
struct Name {
    std::string_view polish, english;
};

struct StarterKind {
    std::string_view code;
    Name             name;
    Medium           medium;
};
constexpr StarterKind kinds[] = {
    {"phone", {"Rozmowa telefoniczna", "Telephone call"}, Medium::phone},
    {"email", {"E-mail", "E-mail"}, Medium::email},
    {"meeting", {"Spotkanie", "Meeting"}, Medium::meeting},
    {"visit", {"Wizyta u klienta", "Visit"}, Medium::visit},
    {"letter", {"List", "Letter"}, Medium::letter},
    {"chat", {"Czat", "Chat"}, Medium::chat},
    {"fax", {"Faks", "Fax"}, Medium::fax},
    {"other", {"Inny kontakt", "Other contact"}, Medium::other},
};

struct StarterPhase {
    std::string_view code;
    Name             name;
    Stage            stage;
    int              probability;
};
constexpr StarterPhase sale_phases[] = {
    {"inquiry", {"Zapytanie", "Inquiry"}, Stage::potential, 10},
    {"qualified", {"Rozpoznana potrzeba", "Qualified"}, Stage::potential, 25},
    {"offer-sent", {"Oferta wysłana", "Offer sent"}, Stage::active, 50},
    {"negotiation", {"Negocjacje", "Negotiation"}, Stage::active, 70},
    {"order", {"Zamówienie", "Order"}, Stage::active, 90},
    {"closed", {"Zamknięta", "Closed"}, Stage::closed, 0},
};
constexpr StarterPhase simple_phases[] = {
    {"new", {"Nowa", "New"}, Stage::potential, 0},
    {"in-progress", {"W toku", "In progress"}, Stage::active, 0},
    {"closed", {"Zamknięta", "Closed"}, Stage::closed, 0},
};

struct StarterScheme {
    std::string_view              code;
    Name                          name;
    std::span<StarterPhase const> phases;
};
constexpr StarterScheme schemes[] = {
    {"sale", {"Sprzedaż", "Sale"}, sale_phases},
    {"simple", {"Prosty", "Simple"}, simple_phases},
};

struct StarterType {
    std::string_view code;
    Name             name;
    std::string_view scheme;
};
constexpr StarterType types[] = {
    {"sale", {"Sprzedaż", "Sale"}, "sale"},
    {"service", {"Serwis", "Service"}, "simple"},
    {"complaint", {"Reklamacja", "Complaint"}, "simple"},
    {"internal", {"Sprawa wewnętrzna", "Internal case"}, "simple"},
};

struct StarterTradeKind {
    std::string_view code;
    Name             name;
    CountsAs         counts_as   = CountsAs::neither;
    bool             is_reversal = false;
};
constexpr StarterTradeKind trade_kinds[] = {
    {"offer", {"Oferta", "Offer"}},
    {"sales-order", {"Zamówienie od odbiorcy", "Sales order"}},
    {"sales-invoice", {"Faktura sprzedaży", "Sales invoice"}, CountsAs::revenue},
    {"sales-credit-note", {"Korekta faktury sprzedaży", "Sales credit note"}, CountsAs::revenue, true},
    {"warehouse-issue", {"Wydanie zewnętrzne (WZ)", "Warehouse issue"}},
    {"goods-receipt", {"Przyjęcie zewnętrzne (PZ)", "Goods receipt"}},
    {"purchase-order", {"Zamówienie do dostawcy", "Purchase order"}},
    {"purchase-invoice", {"Faktura zakupu", "Purchase invoice"}, CountsAs::cost},
    {"purchase-credit-note", {"Korekta faktury zakupu", "Purchase credit note"}, CountsAs::cost, true},
};

constexpr std::string_view offers[]    = {"offer", "sales-order"};
constexpr std::string_view sales[]     = {"sales-invoice", "sales-credit-note", "warehouse-issue"};
constexpr std::string_view purchases[] = {"goods-receipt", "purchase-order", "purchase-invoice", "purchase-credit-note"};

struct StarterAdmission {
    std::string_view                  type;
    std::span<std::string_view const> kinds;
};
constexpr StarterAdmission admissions[] = {
    {"sale", offers},       {"sale", sales},      {"sale", purchases},
    {"service", offers},    {"service", sales},   {"service", purchases},
    {"complaint", sales},   {"complaint", purchases},
    {"internal", purchases},
};

using Language = std::string_view Name::*;

Language language_of(std::string_view set)
{
    if (set == "sales-pl")
        return &Name::polish;
    if (set == "sales-en")
        return &Name::english;
    throw InvalidArgument{"The starter sets are sales-pl and sales-en, not " + std::string{set} + "."};
}

void add_types(Work& work, StarterScheme const& scheme, Id<Scheme> id, Language language)
{
    for (auto const& type : types)
        if (type.scheme == scheme.code)
            work.add(CaseType{.code = std::string{type.code}, .name = std::string{type.name.*language}, .scheme_id = id});
}

void add_scheme(Work& work, StarterScheme const& scheme, Language language)
{
    auto const id = work.add(Scheme{.code = std::string{scheme.code}, .name = std::string{scheme.name.*language}});
    int        ordinal = 0;
    for (auto const& phase : scheme.phases)
        work.add(Phase{.scheme_id   = id,
                       .code        = std::string{phase.code},
                       .name        = std::string{phase.name.*language},
                       .stage       = phase.stage,
                       .ordinal     = ++ordinal,
                       .probability = phase.probability});
    add_types(work, scheme, id, language);
}

void add_trade_kinds(Work& work, Language language)
{
    for (auto const& kind : trade_kinds)
        work.add(TradeKind{.code        = std::string{kind.code},
                           .name        = std::string{kind.name.*language},
                           .counts_as   = kind.counts_as,
                           .is_reversal = kind.is_reversal});
    for (auto const& admission : admissions)
        for (auto const kind : admission.kinds)
            work.add(AdmittedKind{.type_id = work.case_type(admission.type), .kind_id = work.trade_kind(kind)});
}

}  // namespace

void add_starter(Work& work, std::string_view name)
{
    auto const language = language_of(name);
    if (work.count<CaseType>({}, true) > 0)
        return;
    for (auto const& kind : kinds)
        work.add(ContactKind{.code = std::string{kind.code}, .name = std::string{kind.name.*language}, .medium = kind.medium});
    for (auto const& scheme : schemes)
        add_scheme(work, scheme, language);
    add_trade_kinds(work, language);
}

}  // namespace crm
