#include "checking.hpp"

#include "model/on_failure.hpp"

#include <crm/work/database.hpp>

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace crm {

namespace {

/// Runs a step of the check. A database that is damaged is a finding.
template <class Step>
void look(FindingList& list, Findings& findings, Step const& step)
{
    try {
        step();
    } catch (Corrupt const& damaged) {
        findings.all = false;
        list.add("", 0, "database.corrupt", damaged.what());
    } catch (SchemaMismatch const& other) {
        findings.all = false;
        list.add("", 0, "database.schema", other.what());
    }
}

}  // namespace

Findings Database::check(CheckOptions const& options) const
{
    Findings    findings;
    FindingList list{findings, options.most};
    try {
        look(list, findings, [&] {
            auto const  reading = store_->begin(store::Access::read);
            RecordCheck records{*reading, *settings_, list, findings, options};
            records.run();
            check_history(*reading, records.known(), list, options);
        });
        look(list, findings, [&] {
            for (auto& sentence : store_->begin(store::Access::read)->self_check())
                list.add("", 0, "database.integrity", std::move(sentence));
        });
    } catch (Enough const&) {
        // `all` says so.
    }
    std::ranges::stable_sort(findings.found, {}, [](Finding const& f) { return std::tie(f.record, f.id); });
    return findings;
}

void Database::back_up(std::string const& path, bool replace, store::BackupProgress const& progress) const
{
    namespace fs = std::filesystem;

    auto const refuse_existing = [&] {
        if (!replace && fs::exists(path))
            throw InvalidArgument{"There is a file " + path + " already: name another one, or say that it is replaced."};
    };
    refuse_existing();
    auto const unfinished = path + ".unfinished";
    fs::remove(unfinished);  // of one that was broken off
    OnFailure remove{[&] {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
    }};
    store_->back_up(unfinished, progress);
    refuse_existing();
    fs::rename(unfinished, path);
    remove.went_well();
}

}  // namespace crm
