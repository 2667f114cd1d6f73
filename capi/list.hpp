// What questions are answered with: a vector of C++ beside the structs in C that lend from it.
#pragma once

#include "pairing.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct crm_list {
    explicit crm_list(std::string next_page) : next{std::move(next_page)} {}
    virtual ~crm_list()                    = default;
    [[nodiscard]] virtual std::size_t size() const noexcept = 0;

    std::string next;
};

namespace crm::capi {

template <class CStruct>
struct ListOf : crm_list {
    using crm_list::crm_list;
    [[nodiscard]] std::size_t size() const noexcept override { return lent.size(); }

    std::vector<CStruct> lent{};
};

template <class CStruct, class Value>
struct Listing final : ListOf<CStruct> {
    Listing(std::vector<Value> values, std::string next_page)
        : ListOf<CStruct>{std::move(next_page)}, owned{std::move(values)}
    {
        this->lent.resize(owned.size());
        for (std::size_t i = 0; i != owned.size(); ++i)
            fields_to_c(owned[i], this->lent[i], lender);
    }

    std::vector<Value> owned;
    Lender             lender{};
};

template <class CStruct, class Value>
crm_list* make_list(std::vector<Value> values, std::string next = {})
{
    return new Listing<CStruct, Value>{std::move(values), std::move(next)};
}

template <class CStruct>
crm_status element_at(crm_list const* list, std::size_t index, CStruct* out, crm_error** error)
{
    return guarded(error, [&] {
        auto const* const elements = dynamic_cast<ListOf<CStruct> const*>(&required(list, "list"));
        if (!elements)
            throw InvalidArgument{"The list holds something else: read it with the function of its own type."};
        if (index >= elements->lent.size())
            throw InvalidArgument{"index is past the end of the list."};
        write_struct(out, elements->lent[index]);
    });
}

}  // namespace crm::capi
