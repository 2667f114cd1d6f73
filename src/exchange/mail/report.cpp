#include <crm/exchange/mail_report.hpp>

#include <algorithm>

namespace crm {

namespace {

/// Messages that are committed together: few enough that others need not wait long for their turn.
class Piece {
public:
    static constexpr std::size_t most_messages = 100, most_bytes = 32 << 20;

    void add(MailSource const& source, std::string_view bytes)
    {
        messages_.push_back({source, std::string{bytes}});
        bytes_ += bytes.size();
    }
    [[nodiscard]] bool is_full() const { return messages_.size() >= most_messages || bytes_ >= most_bytes; }

    /// What became of each, now that it is there for good.
    [[nodiscard]] std::vector<MailReportRow> take_in(Database const& database, Id<Operator> who, MailImport const& how)
    {
        std::vector<MailReportRow> rows;
        if (!messages_.empty())
            database.transact(who, [&](Work& work) {
                rows.clear();  // from the start again, when the database was busy
                for (auto const& [source, bytes] : messages_)
                    rows.push_back(take_in(work, source, bytes, how));
            });
        messages_.clear();
        bytes_ = 0;
        return rows;
    }

private:
    struct Held {
        MailSource  source;
        std::string bytes;
    };

    static MailReportRow take_in(Work& work, MailSource const& source, std::string_view bytes, MailImport how)
    {
        if (how.folder.empty())
            how.folder = source.folder;
        MailReportRow row{.source = source};
        try {
            work.attempt([&] { row.mail = work.import_message(bytes, how); });
        } catch (Error const& refused) {
            if (refused.code() != ErrorCode::ValidationError && refused.code() != ErrorCode::Conflict)
                throw;
            row.mail    = {.result = MailResult::failed};
            row.failure = refused.what();
        }
        return row;
    }

    std::vector<Held> messages_;
    std::size_t       bytes_ = 0;
};

}  // namespace

std::size_t MailReport::count(MailResult result) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](MailReportRow const& row) { return row.mail.result == result; }));
}

MailReport import_mail(Database const& database, Id<Operator> who, std::filesystem::path const& path, MailImport const& how,
                       MailProgress const& progress)
{
    MailReport report;
    Piece      piece;
    auto const settle = [&] {
        for (auto& row : piece.take_in(database, who, how)) {
            report.rows.push_back(std::move(row));
            if (progress && !progress(report.rows.back(), report.rows.size()))
                report.cancelled = true;
        }
        return !report.cancelled;
    };
    for_each_mail(path, [&](MailSource const& source, std::string_view bytes) {
        piece.add(source, bytes);
        return !piece.is_full() || settle();
    });
    if (!report.cancelled)
        settle();
    return report;
}

}  // namespace crm
