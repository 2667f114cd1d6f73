// What became of each message of an import.
#pragma once

#include "calling.hpp"

#include <crm_mail.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace crm::capi {

struct MailEntry {
    std::string                file{};
    std::optional<std::size_t> index{};
    std::string                folder{};
    crm_mail_result            result = 0;
    ListPtr                    imported{};
    std::string                problem{};
};

}  // namespace crm::capi

struct crm_mail_report {
    std::vector<crm::capi::MailEntry> entries{};
};
