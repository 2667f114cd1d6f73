// A described record as a class of Python. Nothing here is written for one record.
#pragma once

#include "reading.hpp"
#include "reference.hpp"

#include <crm/model/records.hpp>

#include <algorithm>
#include <utility>

namespace crm::python {

template <class Record>
RecordClass const& class_of();

template <class Record>
class HeldOf final : public Held {
public:
    explicit HeldOf(Record given = {}) : record{std::move(given)} {}

    [[nodiscard]] RecordClass const& kind() const override { return class_of<Record>(); }
    [[nodiscard]] void*              data() override { return &record; }
    [[nodiscard]] bool               equals(Held const& other) const override
    {
        auto const* same = dynamic_cast<HeldOf const*>(&other);
        return same && same->record == record && same->named == named;
    }
    [[nodiscard]] std::unique_ptr<Held> copy() const override { return std::make_unique<HeldOf>(*this); }

    Record record;
};

template <class Record>
py::object to_python(Record record)
{
    return py::cast(std::make_unique<HeldOf<Record>>(std::move(record)));
}

/// The text that a record is known by to people and programs: its code, or its number; empty: none.
template <class Record>
constexpr std::string_view code_field()
{
    for (auto const& unique : unique_facts<Record>())
        if (unique.fields[1].empty() && (unique.fields[0] == "code" || unique.fields[0] == "number"))
            return unique.fields[0];
    return {};
}

template <class Record>
class RecordClassOf : public RecordClass {
public:
    [[nodiscard]] std::string_view      name() const override { return class_name<Record>(); }
    [[nodiscard]] std::string_view      in_texts() const override { return Facts<Record>::name; }
    [[nodiscard]] std::string_view      doc() const override { return Facts<Record>::doc; }
    [[nodiscard]] Fields const&         fields() const override { return fields_of<Record>(); }
    [[nodiscard]] std::unique_ptr<Held> make() const override { return std::make_unique<HeldOf<Record>>(); }
    [[nodiscard]] py::handle            python() const override { return py::type::handle_of<HeldOf<Record>>(); }

    [[nodiscard]] py::object get(PyReading& reading, std::int64_t id) const override
    {
        return to_python(reading.without_gil([&](Reading& r) { return r.get(Id<Record>{id}); }));
    }
    [[nodiscard]] py::object look_up(PyReading& reading, std::int64_t id) const override
    {
        auto found = reading.without_gil([&](Reading& r) { return r.look_up(Id<Record>{id}); });
        return found ? to_python(*std::move(found)) : py::none{};
    }
    void refresh(PyReading& reading, Held& held) const override
    {
        auto const id = record_in(held).id;
        record_in(held) = reading.without_gil([&](Reading& r) { return r.get(id); });
        held.named.clear();
    }
    [[nodiscard]] py::tuple page(PyReading& reading, Condition const& condition, Paging const& paging) const override
    {
        auto     found = reading.without_gil([&](Reading& r) { return r.find<Record>(condition, paging); });
        py::list records;
        for (auto& record : found.records)
            records.append(to_python(std::move(record)));
        return py::make_tuple(records, found.next);
    }
    [[nodiscard]] std::int64_t count(PyReading& reading, Condition const& condition, bool archived) const override
    {
        return reading.without_gil([&](Reading& r) { return r.count<Record>(condition, archived); });
    }
    [[nodiscard]] std::vector<Change> history(PyReading& reading, std::int64_t id) const override
    {
        return reading.without_gil([&](Reading& r) { return r.history(Id<Record>{id}); });
    }

    void add(PyWork& work, std::span<Held* const> held, Ids ids) const override
    {
        if constexpr (is_written_by_hosts) {
            std::vector<Record> copies;
            std::vector<Named>  named;
            copies.reserve(held.size());
            named.reserve(held.size());
            for (auto const* one : held) {
                copies.push_back(static_cast<HeldOf<Record> const*>(one)->record);
                named.push_back(one->named);
            }
            work.without_gil([&](Work& w) {
                KnownCodes known;
                for (std::size_t i = 0; i != copies.size(); ++i)
                    resolve(w, fields(), &copies[i], named[i], known);
                ids == Ids::kept ? w.add_with_ids(std::span{copies}) : w.add(std::span{copies});
            });
            for (std::size_t i = 0; i != copies.size(); ++i)
                put(*held[i], std::move(copies[i]));
        } else {
            refuse();
        }
    }
    void save(PyWork& work, Held& held) const override
    {
        if constexpr (is_written_by_hosts) {
            auto copy  = record_in(held);
            auto named = held.named;
            work.without_gil([&](Work& w) {
                resolve(w, fields(), &copy, named);
                w.save(copy);
            });
            put(held, std::move(copy));
        } else {
            refuse();
        }
    }
    void archive(PyWork& work, std::int64_t id) const override
    {
        change(work, [&](auto& w) { w.archive(Id<Record>{id}); });
    }
    void restore(PyWork& work, std::int64_t id) const override
    {
        change(work, [&](auto& w) { w.restore(Id<Record>{id}); });
    }
    void remove(PyWork& work, std::int64_t id) const override
    {
        change(work, [&](auto& w) { w.remove(Id<Record>{id}); });
    }

    [[nodiscard]] std::optional<std::int64_t> by_code(Reading& reading, std::string_view code) const override
    {
        constexpr auto field = code_field<Record>();
        if constexpr (field.empty()) {
            throw InvalidArgument{"No code tells one " + std::string{in_texts()} + " from another: give its id."};
        } else {
            auto const found = reading.find<Record>(
                Condition::compare(std::string{field}, store::Comparison::equal, std::string{code}),
                {.limit = 1, .with_archived = true});
            return found.records.empty() ? std::nullopt : std::optional{found.records.front().id.value};
        }
    }

protected:
    static Record& record_in(Held& held) { return static_cast<HeldOf<Record>&>(held).record; }
    static void    put(Held& held, Record record)
    {
        record_in(held) = std::move(record);
        held.named.clear();
    }

private:
    /// Records without versions are the library's own: operations and the states of cases.
    static constexpr bool is_written_by_hosts = Versioned<Record>;

    template <class Step>
    void change(PyWork& work, Step step) const
    {
        if constexpr (is_written_by_hosts)
            work.without_gil([&](Work& w) { step(w); });
        else
            refuse();
    }
    [[noreturn]] void refuse() const
    {
        throw InvalidArgument{"Records of the kind " + std::string{in_texts()} + " are written by the library alone."};
    }
};

template <class Record>
RecordClass const& class_of()
{
    static RecordClassOf<Record> const kind{};
    return kind;
}
// What these add is more than what they hold: person.cpp, case.cpp.
template <>
RecordClass const& class_of<Case>();
template <>
RecordClass const& class_of<Person>();

/// Sets what keywords name in a new record.
void fill(Held& held, py::kwargs const& keywords);

/// What the constructor tells of itself.
std::string constructor_doc(RecordClass const& kind);

/// Gives a class its fields.
void describe_class(py::object const& python_class, RecordClass const& kind);

template <class Record>
void bind_record(py::module_& module)
{
    auto const& kind = class_of<Record>();
    std::string const name{kind.name()}, doc{kind.doc()};
    py::options       plain;
    plain.disable_function_signatures();

    py::class_<HeldOf<Record>, Held> python_class{module, name.c_str(), doc.c_str()};
    python_class.def(py::init([](py::kwargs const& keywords) {
                         auto held = std::make_unique<HeldOf<Record>>();
                         fill(*held, keywords);
                         return held;
                     }),
                     constructor_doc(kind).c_str());
    describe_class(python_class, kind);
    record_classes().push_back(&kind);
}

/// Binds some records of the list, so that no file takes long to compile.
template <std::size_t first, std::size_t last>
void bind_records(py::module_& module)
{
    [&]<std::size_t... offset>(std::index_sequence<offset...>) {
        (bind_record<boost::mp11::mp_at_c<Records, first + offset>>(module), ...);
    }(std::make_index_sequence<std::min(last, record_count) - std::min(first, record_count)>{});
}

}  // namespace crm::python
