#include <crm/exchange/copy.hpp>

#include "rows/checksum.hpp"
#include "rows/part.hpp"
#include "rows/target.hpp"
#include "rows/writer.hpp"

#include "record/table.hpp"

#include <algorithm>
#include <map>

namespace crm {

namespace {

using exchange::Checksum;
using exchange::Part;
using record::Row;

constexpr std::string_view feed_name = "feed";

/// What rows there are on one side, part by part. The places of operations are looked at apart from them: those that the
/// source had not given yet are given by the target.
class Inventory {
public:
    explicit Inventory(store::FeedRange range) : range_{range} {}

    void add(Part const& part, Row const& row)
    {
        bool const  is_operation = row.size() == part.columns().size() && part.columns().back().name == "feed_position";
        auto const  width        = part.columns().size() - (is_operation ? 1 : 0);
        auto const& place        = row.back();
        sums_[part.name()].add(part.columns(), row, width);
        if (is_operation && !place.null && place.integer <= range_.last)
            sums_[feed_name].add(placed_columns(), {row.front(), place}, 2);
        greatest_id_ = std::max(greatest_id_, part.greatest_id(row));
    }

    [[nodiscard]] Checksum     of(std::string_view part) const { return sums_.contains(part) ? sums_.at(part) : Checksum{}; }
    [[nodiscard]] std::int64_t greatest_id() const { return greatest_id_; }

private:
    static record::Columns const& placed_columns()
    {
        static record::Columns const both(2);
        return both;
    }

    store::FeedRange                     range_;
    std::map<std::string_view, Checksum> sums_;
    std::int64_t                         greatest_id_ = 0;
};

/// Names one state of a database: every change of it is an operation, with a stamp after all others.
std::string fingerprint(store::Transaction& from)
{
    auto const& operations = record::table_of<Operation>();
    std::string text;
    for (auto const& part : exchange::parts())
        if (auto const count = part->count(from))
            text.append(part->name()).append(" ").append(std::to_string(*count)).append("\n");
    Checksum last;
    from.select(operations, {.order = {{operations.position("stamp"), true}}, .limit = 1},
                [&](Row const& row) { last.add(operations.columns, row, row.size()); });
    return "copy " + sha256(text + last.digest());
}

class Copying {
public:
    Copying(store::Store& from, store::Store& to, CopyOptions const& options)
        : from_{numbered(from).begin(store::Access::read)}, to_{to}, options_{options}, range_{from_->feed_range()}
    {
    }

    CopyReport run()
    {
        bool const goes_on = exchange::begin_filling(to_, fingerprint(*from_));
        for (auto const& part : exchange::parts())
            copy(*part, goes_on);
        in_transaction([&](store::Transaction& to) { exchange::restore_counters(to, theirs_.greatest_id(), range_); });
        to_.number_operations();
        compare();
        exchange::end_filling(to_);
        return report();
    }

private:
    static store::Store& numbered(store::Store& from)
    {
        from.number_operations();
        return from;
    }

    void tell(TransferProgress const& progress) const
    {
        if (options_.progress)
            options_.progress(progress);
    }

    /// The rows that are there already are the first ones of the part, by key.
    void copy(Part const& part, bool goes_on)
    {
        exchange::Pages      pages{part, *from_};
        exchange::PartWriter writer{part};
        TransferProgress     progress{.part = part.name(), .all = options_.progress ? part.count(*from_) : std::nullopt};
        for (auto rows = pages.next(); !rows.empty(); rows = pages.next()) {
            for (auto const& row : rows)
                theirs_.add(part, row);
            auto const there = goes_on ? stored(part, pages) : 0;
            goes_on          = there == rows.size();
            in_transaction([&](store::Transaction& to) { writer.write(to, rows, there); });
            added_[part.name()] += rows.size() - there;
            progress.done += rows.size();
            tell(progress);
        }
        if (writer.has_deferred())
            in_transaction([&](store::Transaction& to) { writer.finish(to); });
    }

    template <class Step>
    void in_transaction(Step const& step)
    {
        auto const transaction = to_.begin(store::Access::write);
        step(*transaction);
        transaction->commit();
    }

    /// How many rows of a page the target has.
    [[nodiscard]] std::size_t stored(Part const& part, exchange::Pages const& page)
    {
        std::size_t count = 0;
        part.read(*to_.begin(store::Access::read), page.before(), page.limit(), [&](Row const&) { ++count; });
        return count;
    }

    /// Reads back what is stored.
    void compare()
    {
        auto const  transaction = to_.begin(store::Access::read);
        std::string differences;
        for (auto const& part : exchange::parts()) {
            exchange::Pages  pages{*part, *transaction};
            TransferProgress progress{.part = part->name(), .all = theirs_.of(part->name()).rows(), .comparing = true};
            for (auto rows = pages.next(); !rows.empty(); rows = pages.next()) {
                for (auto const& row : rows)
                    ours_.add(*part, row);
                progress.done += rows.size();
                tell(progress);
            }
            differences += difference(part->name());
        }
        differences += difference(feed_name);
        if (transaction->feed_range().kept_from != range_.kept_from)
            differences += "; the feed begins elsewhere";
        if (!differences.empty())
            throw Corrupt{"The copy is not the same as its source, and stays marked as unfinished" + differences + "."};
    }

    [[nodiscard]] std::string difference(std::string_view part) const
    {
        auto const theirs = theirs_.of(part), ours = ours_.of(part);
        if (theirs == ours)
            return {};
        return "; " + std::string{part} + ": " + std::to_string(theirs.rows()) + " rows in the source, " + std::to_string(ours.rows()) + " in the copy" +
               (theirs.rows() == ours.rows() ? ", which are not the same" : "");
    }

    [[nodiscard]] CopyReport report() const
    {
        CopyReport report;
        auto const add = [&](std::string_view name) {
            auto const sum   = theirs_.of(name);
            auto const added = added_.find(name);
            report.push_back({std::string{name}, sum.rows(), added == added_.end() ? 0 : added->second, sum.digest()});
        };
        for (auto const& part : exchange::parts())
            add(part->name());
        add(feed_name);
        return report;
    }

    std::unique_ptr<store::Transaction>       from_;
    store::Store&                             to_;
    CopyOptions const&                        options_;
    store::FeedRange const                    range_;
    Inventory                                 theirs_{range_}, ours_{range_};
    std::map<std::string_view, std::uint64_t> added_{};
};

}  // namespace

CopyReport copy_database(store::Store& from, store::Store& to, CopyOptions const& options)
{
    if (&from == &to)
        throw InvalidArgument{"A database is copied to another one, not to itself."};
    return Copying{from, to, options}.run();
}

CopyReport copy_database(std::string_view from, std::string_view to, CopyOptions const& options)
{
    auto const source = store::open(from, {.create = false});
    auto const target = store::open(to, {.unfinished_copy = true});
    return copy_database(*source, *target, options);
}

}  // namespace crm
