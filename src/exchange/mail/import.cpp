#include <crm/exchange/mail.hpp>
#include <crm/work/work.hpp>

namespace crm {

ImportedMail Work::import_message(std::string_view raw, MailImport const& how)
{
    return import_message(parse_mail(raw), raw, how);
}

}  // namespace crm
