// The record types that need nothing beside their facts and rules.
#include "work/saving_definitions.hpp"

namespace crm {

CRM_INSTANTIATE_SAVING(BaseMember)
CRM_INSTANTIATE_SAVING(ContactCase)
CRM_INSTANTIATE_SAVING(ContactKind)
CRM_INSTANTIATE_SAVING(Content)
CRM_INSTANTIATE_SAVING(MessageAlias)
CRM_INSTANTIATE_SAVING(MessageCopy)
CRM_INSTANTIATE_SAVING(TradeKind)

}  // namespace crm
