// A person who is given by names: registered with a party of their own.
#include "record.hpp"

#include <array>
#include <functional>

namespace crm::python {

namespace {

struct PartyKeyword {
    std::string_view        keyword;
    std::string NewPerson::*member;
};
constexpr PartyKeyword party_keywords[] = {
    {"given_name", &NewPerson::given_name}, {"middle_names", &NewPerson::middle_names},
    {"family_name", &NewPerson::family_name}, {"title", &NewPerson::title},
    {"email", &NewPerson::email},           {"phone", &NewPerson::phone},
};
constexpr auto extra_keywords = [] {
    std::array<std::string_view, std::size(party_keywords)> names{};
    for (std::size_t i = 0; i != names.size(); ++i)
        names[i] = party_keywords[i].keyword;
    return names;
}();

NewPerson new_person(Person const& person, Named const& named)
{
    NewPerson made{.subject_id = person.subject_id, .position = person.position, .department = person.department,
                   .decision_role = person.decision_role};
    for (auto const& [keyword, text] : named)
        for (auto const& known : party_keywords)
            if (known.keyword == keyword)
                made.*known.member = text;
    return made;
}

/// What registering doesn't take, put in afterwards.
Person completed(Work& work, Id<Person> id, Person const& given)
{
    auto stored          = work.get(id);
    auto const as_stored = stored;
    stored.salutation    = given.salutation;
    stored.superior_id   = given.superior_id;
    stored.active_since  = given.active_since;
    stored.active_until  = given.active_until;
    stored.source        = given.source;
    if (stored != as_stored)
        work.save(stored);
    return stored;
}

class PersonClass final : public RecordClassOf<Person> {
public:
    [[nodiscard]] std::span<std::string_view const> extra() const override { return extra_keywords; }

    /// Persons who have a party are stored as they are; the others are registered, all or none.
    void add(PyWork& work, std::span<Held* const> held, Ids ids) const override
    {
        if (std::ranges::all_of(held, [](Held* one) { return record_in(*one).party_id || names_of(*one).empty(); }))
            return RecordClassOf<Person>::add(work, held, ids);
        if (ids == Ids::kept)
            throw InvalidArgument{"A person who keeps an id needs a party: add that first, and give it instead of names."};

        std::vector<Draft<Person>> drafts;
        for (auto* one : held)
            drafts.push_back({record_in(*one), one->named});
        work.without_gil([&](Work& w) { w.attempt([&] { register_all(w, drafts); }); });
        for (std::size_t i = 0; i != held.size(); ++i)
            put(*held[i], std::move(drafts[i].value));
    }

private:
    static Named names_of(Held const& held)
    {
        Named names;
        for (auto const& name : held.named)
            if (std::ranges::find(extra_keywords, name.first) != extra_keywords.end())
                names.push_back(name);
        return names;
    }

    void register_all(Work& work, std::vector<Draft<Person>>& drafts) const
    {
        Violations broken;
        for (std::size_t i = 0; i != drafts.size(); ++i)
            collect(broken, i, [&] { register_one(work, drafts[i]); });
        if (!broken.empty())
            throw ValidationError{std::move(broken)};
    }
    void register_one(Work& work, Draft<Person>& draft) const
    {
        resolve(work, fields(), &draft.value, draft.named);
        auto const made = work.add_person(new_person(draft.value, draft.named));
        draft.value     = completed(work, made.person_id.value(), draft.value);
    }

    /// Every broken rule of every person, with their place in the call.
    static void collect(Violations& broken, std::size_t position, std::function<void()> const& step)
    {
        try {
            step();
        } catch (ValidationError const& refused) {
            for (auto violation : refused.violations()) {
                violation.position = position;
                broken.push_back(std::move(violation));
            }
        }
    }
};

}  // namespace

template <>
RecordClass const& class_of<Person>()
{
    static PersonClass const kind{};
    return kind;
}

}  // namespace crm::python
