#include "../message.hpp"
#include "calling.hpp"
#include "message.hpp"
#include "report.hpp"

#include <crm/exchange/mail.hpp>

BOOST_DESCRIBE_STRUCT(crm_mail_progress, (), (struct_size, result, done, committed, file))
BOOST_DESCRIBE_STRUCT(crm_mail_import_options, (), (struct_size, reserved, messages, piece, watch, watch_user))

namespace crm::capi {

CRM_STRUCT_IN_C(crm_mail_progress, 40)
CRM_STRUCT_IN_C(crm_mail_import_options, 40)

namespace {

/// True for what one message can fail with, and another be taken in all the same.
bool concerns_one_message(crm_status status)
{
    switch (status) {
    case CRM_INVALID_ARGUMENT:
    case CRM_VALIDATION_ERROR:
    case CRM_NOT_FOUND:
    case CRM_CONFLICT:
    case CRM_UNSUPPORTED:
    case CRM_OUT_OF_RANGE:
    case CRM_INTERNAL: return true;
    default: return false;
    }
}

/// What a step of a work is told, and what it gives back.
struct OneMessage {
    std::string_view        bytes;
    crm_mail_options const& options;
    crm_list*               imported = nullptr;
};

crm_status import_one(void* user, crm_work* work, crm_error** error)
{
    auto& message = *static_cast<OneMessage*>(user);
    return guarded_call(error, [&] { import_bytes(work, message.bytes, &message.options, &message.imported); });
}

/// Takes in messages one by one, and commits them in pieces.
class Mailbox {
public:
    Mailbox(crm_database* database, char const* operator_code, crm_mail_import_options const& options,
            std::vector<MailEntry>& entries)
        : database_{database}, operator_code_{operator_code}, how_{options}, messages_{read_options(options.messages)},
          entries_{entries}
    {
        messages_.struct_size = sizeof messages_;  // what lies beyond it in a newer caller's is zero
    }

    /// Gives up what is not committed.
    ~Mailbox() { entries_.resize(committed_); }

    void take(MailSource const& source, std::string_view bytes)
    {
        if (!work_)
            begin();
        entries_.push_back(import(source, bytes));
        if (entries_.size() - committed_ >= (how_.piece != 0 ? how_.piece : 100))
            commit();
        tell();
    }

    void commit()
    {
        if (!work_)
            return;
        demand([&](crm_error** error) { return crm_work_commit(work_.get(), error); });
        work_.reset();
        committed_ = entries_.size();
    }

private:
    void begin()
    {
        crm_work* work = nullptr;
        demand([&](crm_error** error) { return crm_work_begin(database_, operator_code_, &work, error); });
        work_.reset(work);
    }

    MailEntry import(MailSource const& source, std::string_view bytes)
    {
        auto options = messages_;
        if (!options.folder)
            options.folder = source.folder.c_str();
        MailEntry  entry{.file = source.file, .index = source.index, .folder = source.folder};
        OneMessage message{bytes, options};
        crm_error* error  = nullptr;
        auto const status = crm_work_attempt(work_.get(), &import_one, &message, &error);
        ErrorPtr   failure{error};
        entry.imported.reset(message.imported);

        if (status != CRM_OK && !concerns_one_message(status))
            throw Failed{status, std::move(failure)};
        if (status != CRM_OK)
            entry.problem = crm_error_message(failure.get());
        else if (source.is_cut)
            entry.problem = "The message is longer than crm reads: the rest is left out.";
        entry.result = status == CRM_OK ? result_of(entry.imported.get()) : CRM_MAIL_RESULT_FAILED;
        return entry;
    }

    static crm_mail_result result_of(crm_list const* imported)
    {
        crm_imported_mail mail = CRM_IMPORTED_MAIL_INIT;
        demand([&](crm_error** error) { return crm_imported_mail_at(imported, 0, &mail, error); });
        return mail.result;
    }

    void tell() const
    {
        if (!how_.watch)
            return;
        auto const&       last = entries_.back();
        crm_mail_progress progress{sizeof progress, last.result, entries_.size(), committed_, {}};
        to_c(last.file, progress.file);
        if (how_.watch(how_.watch_user, &progress) != 0)
            throw Cancelled{"The host gave the import up."};
    }

    crm_database*           database_;
    char const*             operator_code_;
    crm_mail_import_options how_;
    crm_mail_options        messages_;
    WorkPtr                 work_{};
    std::vector<MailEntry>& entries_;
    std::size_t             committed_ = 0;
};

void import_all(Mailbox& mailbox, char const* path)
{
    for_each_mail(path, [&](MailSource const& source, std::string_view bytes) {
        mailbox.take(source, bytes);
        return true;
    });
    mailbox.commit();
}

/// Hands over a report, however the import ends.
struct HandedOver {
    std::unique_ptr<crm_mail_report> report = std::make_unique<crm_mail_report>();
    crm_mail_report**                out    = nullptr;

    ~HandedOver()
    {
        if (out)
            *out = report.release();
    }
};

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_mail_import_path(crm_database* database, const char* operator_code, const char* path,
                                const crm_mail_import_options* options, crm_mail_report** out, crm_error** error)
{
    return guarded_call(error, [&] {
        required(database, "database");
        required(operator_code, "operator_code");
        required(path, "path");
        auto const how = read_options(options);
        HandedOver handed{.out = out};
        Mailbox    mailbox{database, operator_code, how, handed.report->entries};
        import_all(mailbox, path);
    });
}
