#include "convert.hpp"

#include <crm/model/error.hpp>

#include <exception>
#include <new>

namespace crm::python {

namespace {

py::list violations_of(ValidationError const& failure)
{
    auto const violation = py::module_::import("crm.errors").attr("Violation");
    py::list   list;
    for (auto const& broken : failure.violations())
        list.append(violation(broken.code, broken.field, broken.message, broken.position));
    return list;
}

py::list clashes_of(Conflict const& failure)
{
    auto const clash  = py::module_::import("crm.errors").attr("Clash");
    auto const values = py::module_::import("json").attr("loads");
    py::list   list;
    for (auto const& [column, original, yours, theirs] : failure.clashes())
        list.append(clash(column, values(original), values(yours), values(theirs)));
    return list;
}

/// An object, not what attr() returns: that is lazy, and keeps the address of the name.
py::object class_of(ErrorCode code)
{
    for (auto const& facts : error_facts)
        if (facts.code == code)
            return py::module_::import("crm._core").attr(std::string{facts.name}.c_str());
    return py::module_::import("crm.errors").attr("Error");
}

void set_error(Error const& error, py::list const& details)
{
    auto const cls = class_of(error.code());
    PyErr_SetObject(cls.ptr(), py::object{cls(error.what(), details)}.ptr());
}

void translate(std::exception_ptr failure)
{
    if (!failure)
        return;
    try {
        std::rethrow_exception(failure);
    } catch (ValidationError const& error) {
        set_error(error, violations_of(error));
    } catch (Conflict const& error) {
        set_error(error, clashes_of(error));
    } catch (Error const& error) {
        PyErr_SetString(class_of(error.code()).ptr(), error.what());
    } catch (std::bad_alloc const&) {
        PyErr_SetString(class_of(ErrorCode::OutOfMemory).ptr(), "There is not enough memory.");
    }
}

}  // namespace

void bind_errors(py::module_& module)
{
    py::register_exception_translator(&translate);

    auto const class_for = py::module_::import("crm.errors").attr("_class_for");
    for (auto const& [code, name, meaning] : error_facts)
        module.attr(std::string{name}.c_str()) = class_for(name, meaning);
}

}  // namespace crm::python
