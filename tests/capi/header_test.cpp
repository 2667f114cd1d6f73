#include "header_test.h"

extern "C" int crm_wrong_starts_in_cpp(void);

int crm_wrong_starts_in_cpp(void)
{
    return wrong_starts();
}
