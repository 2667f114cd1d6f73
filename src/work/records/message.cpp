#include "work/saving_definitions.hpp"

#include <crm/rules/message.hpp>

namespace crm {

CRM_INSTANTIATE_SAVING(Message)

}  // namespace crm
