// E-mail as values: understood, and walked through. Only where the library crm::mail is there.
#include "described.hpp"
#include "sideways.hpp"

#include <crm/exchange/files.hpp>
#include <crm/exchange/mail.hpp>
#include <crm/rules/numbers.hpp>

#include <memory>
#include <optional>

namespace crm::python {

namespace {

#ifdef CRM_WITH_MAIL

/// The messages of a file or a folder, one at a time.
class MailFiles {
public:
    explicit MailFiles(std::string path)
        : walk_{[this, path = std::move(path)](Sideways::Pause const& pause) {
              for_each_mail(path, [&](MailSource const& source, std::string_view bytes) {
                  found_.emplace(source, std::string{bytes});
                  return pause();
              });
          }}
    {
    }

    std::pair<MailSource, std::string> next()
    {
        {
            py::gil_scoped_release const released;
            walk_.resume();
        }
        if (!found_)
            throw py::stop_iteration{};
        auto const last = std::exchange(found_, std::nullopt);
        return *last;
    }

private:
    std::optional<std::pair<MailSource, std::string>> found_;
    Sideways                                          walk_;
};

MailMessage parse(py::handle given)
{
    bool const is_path = !PyObject_CheckBuffer(given.ptr());
    auto const path    = is_path ? py::module_::import("os").attr("fspath")(given).cast<std::string>() : std::string{};
    auto const bytes   = is_path ? Bytes{} : argument<Bytes>(given, "message");
    py::gil_scoped_release const released;
    return parse_mail(is_path ? read_file(path) : bytes.data);
}

std::string as_json(MailMessage const& message, py::handle source)
{
    return mail_as_json(message, source.is_none() ? MailSource{} : argument<MailSource>(source, "source"));
}

#else

class MailFiles {};

[[noreturn]] void refuse()
{
    throw Unsupported{"This build has no e-mail: configure it with CRM_WITH_MAIL."};
}

#endif

using MailArg = Typed<"bytes | str | os.PathLike[str]">;

Typed<"MailMessage"> parsed([[maybe_unused]] MailArg const& message)
{
#ifdef CRM_WITH_MAIL
    return {py::cast(parse(message))};
#else
    refuse();
#endif
}

Typed<"collections.abc.Iterator[MailFile]"> walked([[maybe_unused]] Typed<"str | os.PathLike[str]"> const& path)
{
#ifdef CRM_WITH_MAIL
    return {py::cast(std::make_unique<MailFiles>(py::module_::import("os").attr("fspath")(path).cast<std::string>()))};
#else
    refuse();
#endif
}

std::string to_json([[maybe_unused]] MailMessage const& message, [[maybe_unused]] Typed<"MailSource | None"> const& source)
{
#ifdef CRM_WITH_MAIL
    return as_json(message, source);
#else
    refuse();
#endif
}

Typed<"str | None"> canonical(Typed<"NumberKind | str"> const& kind, std::string const& text)
{
    return Convert<std::optional<std::string>>::cast(rules::canonical_number(argument<NumberKind>(kind, "kind"), text));
}

}  // namespace

void bind_mail(py::module_& module)
{
    py::class_<MailFiles> files{module, "_MailFiles", "The messages of a file or a folder, one at a time."};
    files.def("__iter__", [](Typed<"Self"> const& self) { return self; });
#ifdef CRM_WITH_MAIL
    files.def("__next__", [](MailFiles& self) {
        auto const [source, bytes] = self.next();
        return Typed<"MailFile">{py::module_::import("crm.finding").attr("MailFile")(source, py::bytes{bytes})};
    });
#else
    files.def("__next__", [](MailFiles&) -> Typed<"MailFile"> { refuse(); });
#endif

    module.def("parse_mail", &parsed, py::arg("message"),
               "Understand an e-mail (RFC 5322, MIME), given as bytes or as the path of a file, as far as it can be understood, "
               "whatever the bytes are: ``defects`` tells what was wrong with them. Raises NotFound for a path that there is not, "
               "Unsupported in a build without e-mail.");
    module.def("iter_mail", &walked, py::arg("path"),
               "The messages of a file (one message, or an mbox) or a folder (Maildirs, and files of either kind at any depth), as pairs "
               "of where each was found and its bytes, in an order that does not change. One message is in memory at a time. Raises "
               "NotFound when there is nothing at the path, Unavailable when it cannot be read.");
    module.def("mail_as_json", &to_json, py::arg("message"), py::arg("source") = py::none{},
               "A message as one line of JSON: bodies of attachments as size and SHA-256.");
}

void bind_numbers(py::module_& module)
{
    module.def("canonical_number", &canonical, py::arg("kind"), py::arg("text"),
               "The form in which a tax, register or bank number is stored and compared; None when it is not a valid one of that kind. "
               "Raises ValueError for an unknown kind.");
    module.def("number_remedy", [](Typed<"NumberKind | str"> const& kind) { return rules::remedy_of(argument<NumberKind>(kind, "kind")); },
               py::arg("kind"), "A sentence that tells a user how such a number looks.");
}

}  // namespace crm::python
