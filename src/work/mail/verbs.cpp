// The verbs of Work that take e-mail in.
#include "importing.hpp"

namespace crm {

ImportedMail Work::import_message(MailMessage const& message, std::string_view raw, MailImport const& how)
{
    ImportedMail report;
    call_again_if_taken([&] {
        Saving saving{*this};
        report = mail::Importing{*this, saving, how}.take_in(message, raw);
    });
    return report;
}

ImportedMail Work::match_message(Id<Message> id, Id<Subject> subject, std::optional<Id<Person>> person)
{
    ImportedMail report;
    call([&] {
        Saving           saving{*this};
        MailImport const how;
        auto const       waiting = saving.get(id);
        if (waiting.contact_id)
            throw InvalidArgument{"The message " + std::to_string(id.value) + " has its contact already: correct that one."};
        report = mail::Importing{*this, saving, how}.settle(waiting, {.subject_id = subject, .person_id = person, .rule = "by.hand"});
    });
    return report;
}

std::vector<ImportedMail> Work::match_waiting(MailImport const& how)
{
    std::vector<ImportedMail> reports;
    call([&] {
        Saving          saving{*this};
        mail::Importing importing{*this, saving, how};
        using Columns    = Where<Message>;
        auto const state = Columns::equal("state", static_cast<std::int64_t>(MessageState::unmatched));
        std::int64_t last = 0;  // in the order they came in, so that threads find their beginnings
        for (bool more = true; more;) {
            auto const page = saving.select<Message>(all_of({state, Columns::compare("id", store::Comparison::greater, last)}), {}, 100);
            more            = !page.empty();
            for (auto const& waiting : page) {
                last = waiting.id.value;
                auto const match = importing.match_again(waiting);
                if (match.subject_id)
                    reports.push_back(importing.settle(waiting, match));
                else if (match.ambiguous)
                    reports.push_back(importing.put_to_review(waiting, match));
            }
        }
    });
    return reports;
}

}  // namespace crm
