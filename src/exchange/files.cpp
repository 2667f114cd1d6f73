#include <crm/exchange/files.hpp>

#include <crm/model/error.hpp>

#include <fstream>
#include <iterator>

namespace crm {

std::string read_file(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file)
        throw NotFound{"The file " + path.string() + " cannot be opened: check its name and your right to read it."};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (file.bad())
        throw Unavailable{"The file " + path.string() + " cannot be read to its end."};
    return bytes;
}

}  // namespace crm
