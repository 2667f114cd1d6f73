// Taking whole mailboxes in.
#pragma once

#include <crm/exchange/mail.hpp>
#include <crm/work/database.hpp>

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace crm {

/// What became of one message.
struct MailReportRow {
    MailSource   source{};
    ImportedMail mail{};
    std::string  failure{};  ///< why it was not taken in; empty: it was
};

/// What became of each message of an import, in the order they were found.
struct MailReport {
    std::vector<MailReportRow> rows{};
    bool                       cancelled = false;

    [[nodiscard]] std::size_t count(MailResult result) const;
};

/// Is told of each message when it is there for good. False gives the import up; what was told stays.
using MailProgress = std::function<bool(MailReportRow const& row, std::size_t done)>;

/// Takes in every message of a file or folder, as for_each_mail() finds them, and commits some at a time. A message that
/// is refused never stops the others. Of messages that a folder of the mailbox holds, the folder is that of the source,
/// unless `how` names one.
/// \throws NotFound, Unavailable as for_each_mail(); Busy and what commit() throws: what was told before stays
MailReport import_mail(Database const& database, Id<Operator> who, std::filesystem::path const& path, MailImport const& how = {},
                       MailProgress const& progress = {});

}  // namespace crm
