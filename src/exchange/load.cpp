#include <crm/exchange/dump.hpp>

#include "rows/part.hpp"
#include "rows/row_json.hpp"
#include "rows/target.hpp"
#include "rows/writer.hpp"

#include "record/table.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <fstream>
#include <optional>

namespace crm {

namespace json = boost::json;

namespace {

using exchange::Part;
using record::Row;

/// Reads a dump line by line.
class Lines {
public:
    explicit Lines(std::istream& in) : in_{in} {}

    /// The next line, or none at the end. \throws InvalidArgument
    std::optional<json::object> next()
    {
        std::string line;
        if (!std::getline(in_, line))
            return std::nullopt;
        ++number_;
        json::error_code failure;
        auto             value = json::parse(line, failure);
        if (failure || !value.is_object())
            refuse("it is no object of JSON in UTF-8: " + (failure ? failure.message() : "it is something else") + ".");
        return std::move(value.get_object());
    }

    [[nodiscard]] std::uint64_t number() const { return number_; }

    [[noreturn]] void refuse(std::string const& what) const { throw InvalidArgument{"Line " + std::to_string(number_) + ": " + what}; }

private:
    std::istream& in_;
    std::uint64_t number_ = 0;
};

struct Head {
    bool             history = true;
    store::FeedRange feed{.kept_from = 2, .last = 1};  ///< without history: what was before is not kept
};

Head read_head(Lines& lines)
{
    auto const line = lines.next();
    auto const kind = line ? line->if_contains("crm") : nullptr;
    if (!kind || *kind != "dump")
        lines.refuse("a dump begins with {\"crm\":\"dump\", …}: this is something else.");
    if (auto const format = line->if_contains("format"); !format || *format != 1)
        lines.refuse("the dump has another format than 1: load it with the version of crm that made it.");
    Head              head;
    auto const* const history = line->if_contains("history");
    head.history              = history && *history == true;
    if (!head.history)
        return head;
    auto const* const feed  = line->if_contains("feed");
    auto const* const range = feed ? feed->if_object() : nullptr;
    auto const        place = [&](char const* key) {
        auto const* const value = range ? range->if_contains(key) : nullptr;
        if (!value || !value->is_int64())
            lines.refuse("the head of a dump with history has \"feed\":{\"kept_from\":…,\"last\":…}.");
        return value->get_int64();
    };
    head.feed = {.kept_from = place("kept_from"), .last = place("last")};
    return head;
}

std::string name_of(Part const& part, json::object const& line)
{
    auto const* const id = line.if_contains(part.columns().front().field);
    return std::string{part.name()} + (id && id->is_int64() ? " " + std::to_string(id->get_int64()) : "");
}

class Loading {
public:
    Loading(std::istream& in, store::Store& to, TellProgress const& progress) : lines_{in}, store_{to}, to_{to.begin(store::Access::write)}, tell_{progress} {}

    std::uint64_t run()
    {
        if (!to_->unfinished_copy().empty() || !exchange::is_empty(*to_))
            throw Conflict{std::string{exchange::not_empty}};
        auto const head = read_head(lines_);
        for (auto line = lines_.next(); line; line = lines_.next()) {
            if (auto const* const end = line->if_contains("end"); end && *end == true) {
                finish_part();
                check_end(*line);
                exchange::restore_counters(*to_, greatest_id_, head.feed);
                to_->commit();
                to_.reset();
                store_.number_operations();
                return rows_;
            }
            take(*line);
        }
        throw InvalidArgument{"The dump breaks off behind line " + std::to_string(lines_.number()) + ": its last line says that it is whole. Make it anew."};
    }

private:
    struct Loaded {
        Row           row;
        std::uint64_t line;
    };

    void check_end(json::object const& line)
    {
        auto const* const rows = line.if_contains("rows");
        if (!rows || !rows->is_int64() || static_cast<std::uint64_t>(rows->get_int64()) != rows_)
            lines_.refuse("the dump has other rows than its last line counts, " + std::to_string(rows_) + " were read: some are lost.");
    }

    void take(json::object const& line)
    {
        auto const* const name = line.if_contains("record");
        auto const* const part = name && name->is_string() ? exchange::part_named(name->get_string()) : nullptr;
        if (!part)
            lines_.refuse("\"record\" names no kind of record that this version of crm has.");
        if (!part_ || part->name() != part_->name())
            begin(*part);
        try {
            auto row     = exchange::from_json(*part, line);
            greatest_id_ = std::max(greatest_id_, part->greatest_id(row));
            for (auto const& cell : row)
                bytes_ += sizeof cell + cell.text.size();
            batch_.push_back({std::move(row), lines_.number()});
        } catch (exchange::WrongField const& wrong) {
            lines_.refuse(name_of(*part, line) + ", " + wrong.field + ": " + wrong.remedy + ".");
        }
        ++rows_;
        if (batch_.size() == 2000 || bytes_ > 8 << 20)
            store_batch();
    }

    void begin(Part const& part)
    {
        finish_part();
        part_ = &part;
        writer_.emplace(part);
        progress_ = {.part = part.name()};
    }

    void finish_part()
    {
        if (!part_)
            return;
        store_batch();
        if (!writer_->has_deferred())
            return;
        try {
            to_->attempt([&] { writer_->finish(*to_); });
        } catch (Conflict const&) {
            throw Conflict{"A " + std::string{part_->name()} + " refers to one that the dump does not have: mend its references to records of its own kind."};
        }
    }

    void store_batch()
    {
        std::vector<Row> rows;
        for (auto const& loaded : batch_)
            rows.push_back(loaded.row);
        try {
            if (!rows.empty())
                to_->attempt([&] { writer_->write(*to_, rows); });
        } catch (Conflict const&) {
            find_refused();
            throw;
        } catch (SchemaMismatch const&) {
            find_refused();
            throw;
        }
        progress_.done += rows.size();
        if (tell_ && !rows.empty())
            tell_(progress_);
        batch_.clear();
        bytes_ = 0;
    }

    /// Tries the rows of a batch that was refused one after the other. \throws Conflict that names the one
    void find_refused()
    {
        exchange::PartWriter writer{*part_};
        for (auto const& [row, line] : batch_)
            try {
                to_->attempt([&] { writer.write(*to_, std::span{&row, 1}); });
            } catch (Error const& refused) {
                throw Conflict{"Line " + std::to_string(line) + ": " + std::string{part_->name()} + " " + std::to_string(row.front().integer) + why_refused(row, refused)};
            }
    }

    [[nodiscard]] std::string why_refused(Row const& row, Error const& refused)
    {
        for (std::size_t i = 0; i != row.size(); ++i) {
            auto const& column = part_->columns()[i];
            if (column.refers_to.empty() || row[i].null)
                continue;
            bool there = part_->name() == column.refers_to && row[i].integer >= row.front().integer;
            to_->get(record::table_named(column.refers_to), row[i].integer, [&](Row const&) { there = true; });
            if (!there)
                return ", " + column.field + ": there is no " + std::string{column.refers_to} + " " + std::to_string(row[i].integer) + " in the lines before: mend the reference, or add that record.";
        }
        if (refused.code() == ErrorCode::Conflict)
            return ": its id, or another value that no two records share, is taken by a line before.";
        return ": its fields do not fit together, a constraint of the table says so.";
    }

    Lines                               lines_;
    store::Store&                       store_;
    std::unique_ptr<store::Transaction> to_;
    TellProgress const&                 tell_;

    Part const*                         part_ = nullptr;
    std::optional<exchange::PartWriter> writer_{};
    std::vector<Loaded>                 batch_{};
    std::size_t                         bytes_ = 0;
    TransferProgress                    progress_{};
    std::uint64_t                       rows_        = 0;
    std::int64_t                        greatest_id_ = 0;
};

}  // namespace

std::uint64_t load_database(std::istream& in, store::Store& to, TellProgress const& progress)
{
    return Loading{in, to, progress}.run();
}

std::uint64_t load_database(std::string const& path, std::string_view to, TellProgress const& progress)
{
    std::ifstream in{path, std::ios::binary};
    if (!in)
        throw NotFound{"The file " + path + " cannot be opened: check its name and your right to read it."};
    auto const target = store::open(to);
    return load_database(in, *target, progress);
}

}  // namespace crm
