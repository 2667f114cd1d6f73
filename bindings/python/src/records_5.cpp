#include "record.hpp"

namespace crm::python {

void bind_records_5(py::module_& module)
{
    static_assert(record_count <= 35, "make another file for the records that follow");
    bind_records<28, 35>(module);
}

}  // namespace crm::python
