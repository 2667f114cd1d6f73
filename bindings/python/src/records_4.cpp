#include "record.hpp"

namespace crm::python {

void bind_records_4(py::module_& module)
{
    bind_records<21, 28>(module);
}

}  // namespace crm::python
