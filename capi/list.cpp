#include "list.hpp"

size_t crm_list_size(const crm_list* list)
{
    return list ? list->size() : 0;
}

const char* crm_list_next(const crm_list* list)
{
    return list ? list->next.c_str() : "";
}

void crm_list_free(crm_list* list)
{
    delete list;
}
