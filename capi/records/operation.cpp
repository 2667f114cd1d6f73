#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_operation, (), (struct_size, given, id, operator_id, at, cause, stamp, key))

CRM_READ_ONLY_RECORD_IN_C(Operation, operation, 72)

crm_status crm_operation_by_key(crm_database* database, const char* key, crm_list** out, crm_error** error)
{
    return crm::capi::guarded(error, [&] {
        using crm::capi::required;
        required(out, "out");
        auto found = required(database, "database").database->operation(&required(key, "key"));
        std::vector<crm::Operation> operations;
        if (found)
            operations.push_back(*std::move(found));
        *out = crm::capi::make_list<crm_operation>(std::move(operations));
    });
}
