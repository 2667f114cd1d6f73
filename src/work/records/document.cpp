#include "work/saving_definitions.hpp"

#include <crm/rules/document.hpp>

namespace crm {

namespace {

/// A name of a file alone: what a sender wrote before it could lead out of the folder where it is saved.
std::string safe_file_name(std::string name)
{
    if (auto const folder = name.find_last_of("/\\"); folder != name.npos)
        name.erase(0, folder + 1);
    std::erase_if(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    return name == "." || name == ".." ? std::string{} : name;
}

}  // namespace

template <>
struct Hooks<Document> : PlainHooks<Document> {
    static void prepare(Document const*, Document& after, Saving&) { after.file_name = safe_file_name(std::move(after.file_name)); }
};

CRM_INSTANTIATE_SAVING(Document)
CRM_INSTANTIATE_SAVING(DocumentLink)

}  // namespace crm
