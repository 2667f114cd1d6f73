#include "record.hpp"

BOOST_DESCRIBE_STRUCT(crm_change, (), (struct_size, action, operation_id, position, record, record_id, version, fields))

namespace crm {
BOOST_DESCRIBE_STRUCT(Change, (), (operation_id, position, record, record_id, version, action, fields))
}

namespace crm::capi {

CRM_COUNTERPART_IN_C(Change, crm_change, 72)

crm_list* list_of_changes(std::vector<Change> changes)
{
    return make_list<crm_change>(std::move(changes));
}

}  // namespace crm::capi

crm_status crm_change_at(const crm_list* list, size_t index, crm_change* out, crm_error** error)
{
    return crm::capi::element_at(list, index, out, error);
}
