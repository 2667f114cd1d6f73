// What a writer says of its work: lines that are on their way to the disk's cache before the next step, so that SIGKILL
// takes none of them away.
//
//     trying KEY                                    an attempt begins to commit, and these are all of its changes:
//     KEY RECORD ID VERSION ACTION                  in order; VERSION 0: of a record that has none
//     done KEY                                      it was acknowledged
//     refused KEY                                   it was not done: a rule, a conflict, or a busy database
#pragma once

#include <crm/store/history.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace crm::faults {

/// What happened to one record.
struct Deed {
    std::string  record{};
    std::int64_t id      = 0;
    std::int64_t version = 0;
    Action       action  = Action::added;

    friend bool operator==(Deed const&, Deed const&)  = default;
    friend auto operator<=>(Deed const&, Deed const&) = default;
};
using Deeds = std::vector<Deed>;

/// A file that only grows.
class Log {
public:
    explicit Log(std::string const& path) : file_{::open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644)}
    {
        if (file_ < 0)
            throw std::runtime_error{"The log " + path + " cannot be opened."};
    }
    Log(Log const&)            = delete;
    Log& operator=(Log const&) = delete;
    ~Log() { ::close(file_); }

    /// One call of the kernel for all lines: there whole, or not at all.
    void write(std::string const& lines)
    {
        if (::write(file_, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size()))
            throw std::runtime_error{"The log takes no more."};
    }

    void trying(std::string const& key, Deeds const& deeds)
    {
        std::string lines = "trying " + key + "\n";
        for (auto const& deed : deeds)
            lines += key + " " + deed.record + " " + std::to_string(deed.id) + " " + std::to_string(deed.version) + " " +
                     std::to_string(static_cast<int>(deed.action)) + "\n";
        write(lines);
    }
    void done(std::string const& key) { write("done " + key + "\n"); }
    void refused(std::string const& key) { write("refused " + key + "\n"); }

private:
    int file_;
};

}  // namespace crm::faults
