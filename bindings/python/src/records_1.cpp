#include "record.hpp"

namespace crm::python {

void bind_records_1(py::module_& module)
{
    bind_records<0, 7>(module);
}

}  // namespace crm::python
