#include "handles.hpp"
#include "settings.hpp"

BOOST_DESCRIBE_STRUCT(crm_work_options, (), (struct_size, reserved, cause, key, sqlite3_libversion))
BOOST_DESCRIBE_STRUCT(crm_join_options, (), (struct_size, reserved, zone, clock, clock_user, unique_numbers,
                                             sqlite3_libversion))

namespace crm::capi {

CRM_STRUCT_IN_C(crm_work_options, 24)
CRM_STRUCT_IN_C(crm_join_options, 56)

namespace {

Id<Operator> operator_of(crm_database* database, char const* code)
{
    return required(database, "database").database->operator_id(&required(code, "operator_code"));
}

crm_view* begin_view(crm_database* database, Id<Operator> who)
{
    auto& opened = required(database, "database").database;
    return new crm_view{opened, opened->view(who)};
}

std::string cause_of(crm_work_options const& options)
{
    return options.cause ? options.cause : "work";
}

crm_work* begin_work(crm_database* database, Id<Operator> who, crm_work_options const& options)
{
    auto& opened = required(database, "database").database;
    return new crm_work{opened, opened->work(who, cause_of(options), std::string{word(options.key)})};
}

template <class Connection>
crm_work* join_work(crm_database* database, Connection* host, Id<Operator> who, crm_work_options const& options)
{
    auto& opened = required(database, "database").database;
    return new crm_work{opened, opened->join(&required(host, "host"), who, cause_of(options), std::string{word(options.key)})};
}

template <class Options>
void refuse_another_sqlite(Options const& options)
{
    if (options.sqlite3_libversion)
        crm::store::require_our_sqlite(options.sqlite3_libversion);
}

/// What a step of the host came to, on its way through C++.
struct StepFailed {
    crm_status status;
};

}  // namespace
}  // namespace crm::capi

using namespace crm::capi;

crm_status crm_view_begin(crm_database* database, const char* operator_code, crm_view** out, crm_error** error)
{
    return guarded(error, [&] { required(out, "out") = begin_view(database, operator_of(database, operator_code)); });
}

crm_status crm_view_begin_as(crm_database* database, crm_id operator_id, crm_view** out, crm_error** error)
{
    return guarded(error, [&] { required(out, "out") = begin_view(database, {operator_id}); });
}

crm_reader* crm_view_reader(crm_view* view)
{
    return view ? &view->reader : nullptr;
}

void crm_view_free(crm_view* view)
{
    delete view;
}

crm_status crm_work_begin(crm_database* database, const char* operator_code, crm_work** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        *out = begin_work(database, operator_of(database, operator_code), read_options<crm_work_options>(nullptr));
    });
}

crm_status crm_work_begin_as(crm_database* database, crm_id operator_id, const crm_work_options* options, crm_work** out,
                             crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        *out = begin_work(database, {operator_id}, read_options(options));
    });
}

crm_status crm_work_join(struct sqlite3* host, crm_id operator_id, const crm_join_options* options, crm_work** out,
                         crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        required(host, "host");
        auto const known = read_options(options);
        refuse_another_sqlite(known);
        *out = new crm_work{nullptr, crm::Work::join(host, {operator_id},
                                                     {.clock          = clock_of(known.clock, known.clock_user),
                                                      .zone           = std::string{word(known.zone)},
                                                      .unique_numbers = numbers_of(known.unique_numbers)})};
    });
}

crm_status crm_work_join_sqlite(crm_database* database, struct sqlite3* host, crm_id operator_id,
                                const crm_work_options* options, crm_work** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        auto const known = read_options(options);
        refuse_another_sqlite(known);
        *out = join_work(database, host, {operator_id}, known);
    });
}

crm_status crm_work_join_pq(crm_database* database, struct pg_conn* host, crm_id operator_id, const crm_work_options* options,
                            crm_work** out, crm_error** error)
{
    return guarded(error, [&] {
        required(out, "out");
        *out = join_work(database, host, {operator_id}, read_options(options));
    });
}

crm_reader* crm_work_reader(crm_work* work)
{
    return work ? &work->reader : nullptr;
}

crm_status crm_work_attempt(crm_work* work, crm_step step, void* user, crm_error** error)
{
    crm_error* refusal = nullptr;
    crm_status stopped = CRM_OK;
    auto const attempt = [&] {
        working(work).attempt([&] {
            if (auto const status = required(step, "step")(user, work, &refusal); status != CRM_OK)
                throw StepFailed{status};
        });
    };
    auto const status = guarded(error, [&] {
        try {
            attempt();
        } catch (StepFailed const& failed) {
            stopped = failed.status;
        }
    });
    if (stopped != CRM_OK && error)
        *error = refusal;
    else
        crm_error_free(refusal);
    return stopped != CRM_OK ? stopped : status;
}

crm_status crm_work_commit(crm_work* work, crm_error** error)
{
    return guarded(error, [&] { working(work).commit(); });
}

void crm_work_rollback(crm_work* work)
{
    if (work)
        work->work.rollback();
}

void crm_work_free(crm_work* work)
{
    delete work;
}
