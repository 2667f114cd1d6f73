#include "record.hpp"

namespace crm::python {

void bind_records_2(py::module_& module)
{
    bind_records<7, 14>(module);
}

}  // namespace crm::python
