// A case without a keeper is looked after by who adds it.
#include "record.hpp"

namespace crm::python {

namespace {

class CaseClass final : public RecordClassOf<Case> {
public:
    void add(PyWork& work, std::span<Held* const> held, Ids ids) const override
    {
        auto const who = work.without_gil([](Work& w) { return w.who(); });

        std::vector<std::unique_ptr<Held>> copies;  // a failed call leaves what it was given as it was
        std::vector<Held*>                 given;
        for (auto* one : held) {
            given.push_back(copies.emplace_back(one->copy()).get());
            if (!record_in(*given.back()).keeper_id && !is_named(*one, "keeper"))
                record_in(*given.back()).keeper_id = who;
        }
        RecordClassOf<Case>::add(work, given, ids);
        for (std::size_t i = 0; i != held.size(); ++i)
            put(*held[i], std::move(record_in(*given[i])));
    }

private:
    static bool is_named(Held const& held, std::string_view keyword)
    {
        return std::ranges::find(held.named, keyword, &Named::value_type::first) != held.named.end();
    }
};

}  // namespace

template <>
RecordClass const& class_of<Case>()
{
    static CaseClass const kind{};
    return kind;
}

}  // namespace crm::python
