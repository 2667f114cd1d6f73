// A row as an object of JSON, and back.
#pragma once

#include "part.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace crm::exchange {

/// Without cells that are null.
[[nodiscard]] boost::json::object to_json(Part const& part, record::Row const& row);

/// What is wrong with a field.
struct WrongField {
    std::string field;
    std::string remedy;
};

/// \throws WrongField when a field is none of the part's, is missing, or has a value that it cannot have
[[nodiscard]] record::Row from_json(Part const& part, boost::json::object const& object);

}  // namespace crm::exchange
