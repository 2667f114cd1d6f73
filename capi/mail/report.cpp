#include "report.hpp"
#include "../pairing.hpp"

#include <algorithm>

BOOST_DESCRIBE_STRUCT(crm_mail_entry, (), (struct_size, given, file, index, folder, imported, problem, result, reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_mail_entry> = std::to_array<GivenBit>({{"index", CRM_MAIL_ENTRY_INDEX}});

namespace crm::capi {

CRM_STRUCT_IN_C(crm_mail_entry, 80)

namespace {

crm_mail_entry entry_of(MailEntry const& entry)
{
    crm_mail_entry c = CRM_MAIL_ENTRY_INIT;
    to_c(entry.file, c.file);
    to_c(entry.folder, c.folder);
    to_c(entry.problem, c.problem);
    c.imported = entry.imported.get();
    c.result   = entry.result;
    if (entry.index) {
        c.index = *entry.index;
        c.given = CRM_MAIL_ENTRY_INDEX;
    }
    return c;
}

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

size_t crm_mail_report_size(const crm_mail_report* report)
{
    return report ? report->entries.size() : 0;
}

size_t crm_mail_report_count(const crm_mail_report* report, crm_mail_result result)
{
    return report ? static_cast<size_t>(std::ranges::count(report->entries, result, &MailEntry::result)) : 0;
}

crm_status crm_mail_report_at(const crm_mail_report* report, size_t index, crm_mail_entry* out, crm_error** error)
{
    return guarded(error, [&] {
        if (index >= required(report, "report").entries.size())
            throw crm::InvalidArgument{"index is past the end of the report."};
        write_struct(out, entry_of(report->entries[index]));
    });
}

void crm_mail_report_free(crm_mail_report* report)
{
    delete report;
}
