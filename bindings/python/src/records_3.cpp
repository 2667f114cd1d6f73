#include "record.hpp"

namespace crm::python {

void bind_records_3(py::module_& module)
{
    bind_records<14, 21>(module);
}

}  // namespace crm::python
