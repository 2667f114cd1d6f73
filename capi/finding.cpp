#include "record.hpp"

BOOST_DESCRIBE_STRUCT(crm_paging, (), (struct_size, with_archived, order, limit, after))

namespace crm {
BOOST_DESCRIBE_STRUCT(Paging, (), (order, limit, after, with_archived))
}

namespace crm::capi {

CRM_COUNTERPART_IN_C(Paging, crm_paging, 40)

void from_c(crm_order const& given, Order& order)
{
    from_c(given.field, order.field);
    from_c(given.descending, order.descending);
}

Condition condition_of(char const* text)
{
    return parse_condition(word(text));
}

Paging paging_of(crm_paging const* paging)
{
    Paging page;
    fields_from_c(read_options(paging), page);
    return page;
}

}  // namespace crm::capi
