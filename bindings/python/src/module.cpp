#include "convert.hpp"

namespace crm::python {

void bind_condition(py::module_& module);
void bind_database(py::module_& module);
void bind_enums(py::module_& module);
void bind_errors(py::module_& module);
void bind_mail(py::module_& module);
void bind_money(py::module_& module);
void bind_numbers(py::module_& module);
void bind_reading(py::module_& module);
void bind_record_base(py::module_& module);
void bind_records_1(py::module_& module);
void bind_records_2(py::module_& module);
void bind_records_3(py::module_& module);
void bind_records_4(py::module_& module);
void bind_records_5(py::module_& module);
void bind_revision(py::module_& module);
void bind_transfer(py::module_& module);
void bind_values(py::module_& module);
void bind_view(py::module_& module);
void bind_work(py::module_& module);

}  // namespace crm::python

PYBIND11_MODULE(_core, module)
{
    using namespace crm::python;

    module.doc()               = "What crm/__init__.py makes public.";
    module.attr("__version__") = CRM_VERSION;
    bind_errors(module);
    bind_enums(module);
    bind_money(module);  // before records, whose fields have its type
    bind_revision(module);
    bind_record_base(module);
    bind_records_1(module);
    bind_records_2(module);
    bind_records_3(module);
    bind_records_4(module);
    bind_records_5(module);
    bind_values(module);
    bind_condition(module);
    bind_reading(module);
    bind_view(module);
    bind_work(module);
    bind_database(module);
    bind_transfer(module);
    bind_mail(module);
    bind_numbers(module);
}
