#include "header_test.h"

int crm_wrong_starts_in_cpp(void);

int main(void)
{
    return wrong_starts() + crm_wrong_starts_in_cpp();
}
