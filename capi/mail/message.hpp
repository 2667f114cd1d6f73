#pragma once

#include <crm_mail.h>

#include <string_view>

namespace crm::capi {

/// Understands a message and takes it in.
/// \throws Failed
void import_bytes(crm_work* work, std::string_view raw, crm_mail_options const* options, crm_list** out);

}  // namespace crm::capi
