#pragma once

#include <crm/model/describe.hpp>

namespace crm {

/// Which number a text is: one of the Polish tax office (NIP), of the register of firms (REGON), of the population
/// register (PESEL), of the court register (KRS), or an EU VAT number, a bank account (IBAN), a legal entity (LEI).
/// Stored by number: append, never renumber.
enum class NumberKind {
    nip   = 1,  ///< numer identyfikacji podatkowej: whom the Polish tax office knows
    regon = 2,  ///< numer REGON: a firm, or one of its local units, in the register of Statistics Poland
    pesel = 3,  ///< numer PESEL: a person in the population register; it tells their date of birth
    krs   = 4,  ///< numer KRS: an entry in the National Court Register
    vat   = 5,  ///< numer VAT UE: a taxpayer in a state of the Union or in Northern Ireland, with the state's prefix
    iban  = 6,  ///< numer rachunku (IBAN): a bank account, with the country's prefix
    lei   = 7,  ///< kod LEI: a legal entity on the financial markets
};
BOOST_DESCRIBE_ENUM(NumberKind, nip, regon, pesel, krs, vat, iban, lei)

}  // namespace crm
