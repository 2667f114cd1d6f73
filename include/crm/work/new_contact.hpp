#pragma once

#include <crm/model/case.hpp>
#include <crm/model/contact.hpp>
#include <crm/model/operator.hpp>

#include <vector>

namespace crm {

/// A contact with who took part in it, and the cases that it is linked with.
struct NewContact {
    Contact                   contact{};    ///< one of another system may keep its id, and who made it when
    std::vector<Id<Operator>> employees{};  ///< of ours, who took part; none: the operator who works
    std::vector<Id<Case>>     cases{};
};

}  // namespace crm
