// What every host in C++ does here: it registers Jan, opens a sale, and reads the funnel.
#pragma once

#include <crm/crm.hpp>

#include <iostream>
#include <string>

namespace host {

/// \returns 0 when the funnel has the sale
inline int sell(std::string const& uri = "memory:")
{
    auto db   = crm::Database::open(uri, {.create = true, .starter = "sales-en"});
    auto anna = db.operator_id("anna");

    db.transact(anna, [&](crm::Work& work) {
        auto jan  = work.add_natural({.given_name = "Jan", .family_name = "Kowalski", .email = "jan@example.pl"});
        auto sale = work.add(crm::Case{.title      = "Roof",
                                       .type_id    = work.case_type("sale"),
                                       .keeper_id  = anna,
                                       .subject_id = jan.subject_id,
                                       .expected   = crm::Money::parse("12500.00 PLN")});
        work.enter_phase(sale, "offer-sent");
    });

    auto sales = 0;
    for (auto const& row : db.view(anna).funnel({.type = "sale"})) {
        std::cout << row.phase << ' ' << row.count << ' ' << crm::amount_to_decimal(row.sum.amount) << '\n';
        sales += row.phase == "offer-sent" && row.sum == crm::Money::parse("12500.00 PLN");
    }
    return sales == 1 ? 0 : 1;
}

}  // namespace host
