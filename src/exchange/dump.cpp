#include <crm/exchange/dump.hpp>

#include "rows/part.hpp"
#include "rows/row_json.hpp"

#include "model/on_failure.hpp"

#include <boost/json/serialize.hpp>

#include <filesystem>
#include <fstream>

namespace crm {

namespace json = boost::json;

namespace {

/// Whether it tells of changes, and not of what is there.
bool is_of_history(exchange::Part const& part)
{
    return part.name() == "history" || part.name() == Facts<Operation>::name;
}

void write_line(std::ostream& out, json::object const& object)
{
    out << json::serialize(object) << '\n';
    if (!out)
        throw StorageFull{"The dump cannot be written any further: there is no room, or it is not to be reached."};
}

json::object head(bool history, store::FeedRange feed)
{
    json::object object{{"crm", "dump"}, {"format", 1}, {"history", history}};
    if (history)
        object["feed"] = json::object{{"kept_from", feed.kept_from}, {"last", feed.last}};
    return object;
}

}  // namespace

std::uint64_t dump_database(store::Store& from, std::ostream& out, DumpOptions const& options)
{
    from.number_operations();
    auto const reading = from.begin(store::Access::read);
    write_line(out, head(options.history, reading->feed_range()));
    std::uint64_t rows_written = 0;
    for (auto const& part : exchange::parts()) {
        if (!options.history && is_of_history(*part))
            continue;
        TransferProgress progress{.part = part->name(), .all = options.progress ? part->count(*reading) : std::nullopt};
        exchange::Pages  pages{*part, *reading};
        for (auto rows = pages.next(); !rows.empty(); rows = pages.next()) {
            for (auto const& row : rows)
                write_line(out, exchange::to_json(*part, row));
            progress.done += rows.size();
            rows_written += rows.size();
            if (options.progress)
                options.progress(progress);
        }
    }
    write_line(out, {{"end", true}, {"rows", rows_written}});
    return rows_written;
}

std::uint64_t dump_database(std::string_view from, std::string const& path, DumpOptions const& options)
{
    namespace fs = std::filesystem;

    auto const source = store::open(from, {.create = false});
    if (fs::exists(path))
        throw InvalidArgument{"There is a file " + path + " already: name another one, or remove it."};
    auto const    unfinished = path + ".unfinished";
    std::ofstream out{unfinished, std::ios::binary | std::ios::trunc};
    if (!out)
        throw Unavailable{"The file " + unfinished + " cannot be made: check the folder and your right to write in it."};
    OnFailure remove{[&] {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
    }};
    auto const rows = dump_database(*source, out, options);
    out.close();
    if (!out)
        throw StorageFull{"The file " + unfinished + " could not be written to its end."};
    fs::rename(unfinished, path);
    remove.went_well();
    return rows;
}

}  // namespace crm
