#include "headers.hpp"
#include "mbox.hpp"

#include <crm/exchange/mail.hpp>
#include <crm/model/error.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

namespace crm {
namespace {

using namespace mail;
namespace fs = std::filesystem;

[[noreturn]] void refuse(fs::path const& path)
{
    throw Unavailable{"The mail at \"" + path.string() + "\" cannot be read: see that the file is there and that this program may read it."};
}

std::ifstream opened(fs::path const& path)
{
    std::ifstream file;
    file.rdbuf()->pubsetbuf(nullptr, 0);  // reading is by large blocks
    file.open(path, std::ios::binary);
    if (!file)
        refuse(path);
    return file;
}

/// Names of files in a Maildir end in ":2," and flags in the order of the alphabet.
bool has_seen_flag(std::string_view name)
{
    auto const flags = name.rfind(":2,");
    return flags != name.npos && name.find('S', flags + 3) != name.npos;
}

bool has_read_status(std::string_view bytes)
{
    Defects unused;
    return read_head(bytes, unused).first("Status").find('R') != std::string_view::npos;
}

bool is_in_maildir(fs::path const& file)
{
    auto const folder = file.parent_path().filename();
    return folder == "cur" || folder == "new" || file.filename().string().find(":2,") != std::string::npos;
}

bool is_one_message(fs::path const& file) { return lower(file.extension().string()) == ".eml" || is_in_maildir(file); }

/// The Maildir around a file, or the folder that it lies in.
std::string folder_of(fs::path const& relative)
{
    auto const folder = relative.parent_path();
    auto const name   = folder.filename();
    return (name == "cur" || name == "new" ? folder.parent_path() : folder).generic_string();
}

class Walk {
public:
    explicit Walk(MailVisit const& visit) : visit_{visit} {}

    /// False: the visitor wants no more.
    bool folder(fs::path const& path, fs::path const& relative)
    {
        auto const names = sorted_names(path);
        auto const is_maildir = std::binary_search(names.begin(), names.end(), "cur") && std::binary_search(names.begin(), names.end(), "new");
        for (auto const& name : names) {
            if (is_maildir && name == "tmp")
                continue;  // not delivered yet
            if (!entry(path / name, relative / name))
                return false;
        }
        return true;
    }

    bool file(fs::path const& path, fs::path const& relative)
    {
        auto file = opened(path);
        char begin[5] = {};
        file.read(begin, sizeof begin);
        auto const is_mbox = std::string_view{begin, sizeof begin} == "From " && !is_one_message(path);
        file.clear();
        file.seekg(0);
        auto const goes_on = is_mbox ? mbox(file, relative) : message(file, relative);
        if (file.bad())
            refuse(path);
        return goes_on;
    }

private:
    static std::vector<std::string> sorted_names(fs::path const& path)
    {
        std::vector<std::string> names;
        std::error_code          error;
        for (fs::directory_iterator at{path, error}; !error && at != fs::directory_iterator{}; at.increment(error))
            names.push_back(at->path().filename().string());
        if (error)
            refuse(path);
        std::sort(names.begin(), names.end());
        return names;
    }

    bool entry(fs::path const& path, fs::path const& relative)
    {
        std::error_code error;
        if (fs::is_directory(fs::symlink_status(path, error)))
            return folder(path, relative);
        auto const is_hidden = relative.filename().string().starts_with('.');
        if (is_hidden || !fs::is_regular_file(path, error))
            return true;
        return file(path, relative);
    }

    bool message(std::istream& file, fs::path const& relative)
    {
        MailSource source;
        source.file   = relative.generic_string();
        source.folder = folder_of(relative);
        source.seen   = has_seen_flag(source.file);

        std::string bytes;
        while (file && bytes.size() <= mail_limits::message_bytes)
            read_block(file, bytes);
        source.is_cut = bytes.size() > mail_limits::message_bytes;
        bytes.resize(std::min(bytes.size(), mail_limits::message_bytes));
        return visit_(source, bytes);
    }

    static void read_block(std::istream& file, std::string& bytes)
    {
        constexpr std::size_t block = 64 << 10;
        auto const            size  = bytes.size();
        bytes.resize(size + block);
        file.read(bytes.data() + size, block);
        bytes.resize(size + static_cast<std::size_t>(file.gcount()));
    }

    bool mbox(std::istream& file, fs::path const& relative)
    {
        MboxReader reader{file};
        MailSource source;
        source.file   = relative.generic_string();
        source.folder = source.file;
        for (std::size_t index = 0; auto const found = reader.next(); ++index) {
            source.index  = index;
            source.seen   = has_read_status(found->bytes);
            source.is_cut = found->is_cut;
            if (!visit_(source, found->bytes))
                return false;
        }
        return true;
    }

    MailVisit const& visit_;
};

}  // namespace

void for_each_mail(fs::path const& path, MailVisit const& visit)
{
    std::error_code error;
    auto const      status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        throw NotFound{"There is no mail at \"" + path.string() + "\": give the path of a message, an mbox, a Maildir or a folder of these."};
    if (fs::is_directory(status)) {
        Walk{visit}.folder(path, {});
        return;
    }
    if (!fs::is_regular_file(status))
        refuse(path);
    Walk{visit}.file(path, path.filename());
}

}  // namespace crm
