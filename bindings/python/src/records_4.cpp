#include "record.hpp"

namespace crm::python {

void bind_records_4(py::module_& module)
{
    static_assert(record_count <= 28, "make another file for the records that follow");
    bind_records<21, 28>(module);
}

}  // namespace crm::python
