// Messages, and an office that takes them in.
#pragma once

#include "house.hpp"

#include <crm/model/mail.hpp>
#include <crm/model/search.hpp>

namespace crm::test {

/// A message to Anna. \param id its Message-ID; empty: none
inline MailMessage mail(std::string id, std::string from = "jan@dachy.pl")
{
    return {.message_id = std::move(id),
            .sent_at    = monday + 8h,
            .from       = {{"Jan Kowalski", std::move(from)}},
            .to         = {{"Anna", "anna@firma.pl"}},
            .subject    = "Oferta na dach",
            .text       = "Proszę o ofertę."};
}

inline MailAttachment attachment(std::string name, std::string content)
{
    return {.file_name = std::move(name), .media_type = "application/pdf", .content = content, .sha256 = sha256(content)};
}

class MailRoom : public House {
public:
    explicit MailRoom(std::string const& kind, DatabaseOptions options = {}) : House{kind, std::move(options)}
    {
        (*this)([&](Work& work) {
            auto operator_anna  = work.get(anna);
            operator_anna.email = "anna@firma.pl";
            work.save(operator_anna);
        });
    }

    ImportedMail take(MailMessage const& message, MailImport const& how = {}, std::string_view raw = "raw")
    {
        return (*this)([&](Work& work) { return work.import_message(message, raw, how); });
    }

    Registered firm_with(std::string email, std::string name = "Dachy Sp. z o.o.")
    {
        return (*this)([&](Work& work) { return work.add_legal({.name = name, .email = email}); });
    }
    Registered person_with(Id<Subject> of, std::string email)
    {
        return (*this)([&](Work& work) { return work.add_person({.subject_id = of, .given_name = "Jan", .family_name = "Kowalski", .email = email}); });
    }
    [[nodiscard]] Message message(ImportedMail const& taken) const { return get(taken.message_id.value()); }
    [[nodiscard]] Contact contact_of(ImportedMail const& taken) const { return get(taken.contact_id.value()); }
};

}  // namespace crm::test
