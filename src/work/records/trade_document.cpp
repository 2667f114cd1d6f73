// Trade documents, and the kinds of them that case types admit.
#include "work/saving_definitions.hpp"

#include <crm/rules/trade_document.hpp>

namespace crm {

namespace {

/// The admission in use of a kind by a case type.
std::optional<AdmittedKind> admission(Saving& saving, Id<CaseType> type, Id<TradeKind> kind)
{
    using Columns       = Where<AdmittedKind>;
    auto const admitted = saving.select<AdmittedKind>(all_of({Columns::equal("type_id", type.value), Columns::equal("kind_id", kind.value),
                                                              Columns::is_null("archived_at")}),
                                                      {}, 1);
    return admitted.empty() ? std::nullopt : std::optional{admitted.front()};
}

/// How many documents of a kind are linked with cases of a type.
std::int64_t documents_of(Saving& saving, AdmittedKind const& admitted)
{
    using Columns = Where<TradeDocument>;
    return saving.count<TradeDocument>(all_of({Columns::equal("kind_id", admitted.kind_id.value),
                                               {.kind         = store::Filter::Kind::exists,
                                                .parts        = {Where<Case>::equal("type_id", admitted.type_id.value)},
                                                .column       = Columns::column("case_id"),
                                                .table        = &record::table_of<Case>(),
                                                .their_column = Where<Case>::column("id")}}));
}

}  // namespace

template <>
struct Hooks<TradeDocument> : PlainHooks<TradeDocument> {
    /// Looked at when they are linked: what the host makes of a document later is a fact, also of a case that was closed.
    static void check(TradeDocument const* before, TradeDocument const& after, Saving& saving, Violations& broken)
    {
        bool const is_linked = !before || before->case_id != after.case_id;
        if (is_linked)
            saving.guard(after.case_id);  // which guards that it is open: whoever closes it changes its row
        auto const with = saving.find(after.case_id);
        if (!with)
            return;
        if (is_linked)
            rules::check_link(*with, broken);
        if (is_linked || before->kind_id != after.kind_id)
            check_kind(*with, after, saving, broken);
    }

private:
    /// The admission guards that it stays: whoever takes it back counts it up too.
    static void check_kind(Case const& with, TradeDocument const& document, Saving& saving, Violations& broken)
    {
        auto admitted = admission(saving, with.type_id, document.kind_id);
        if (admitted) {
            saving.guard(admitted->id);
            admitted = admission(saving, with.type_id, document.kind_id);  // it may have gone meanwhile
        }
        rules::check_admitted(admitted.has_value(), broken);
    }
};

template <>
struct Hooks<AdmittedKind> : PlainHooks<AdmittedKind> {
    static void check(AdmittedKind const* before, AdmittedKind const& after, Saving& saving, Violations& broken)
    {
        if (!before || (before->type_id == after.type_id && before->kind_id == after.kind_id))
            return;
        saving.guard(after.id);
        rules::check_unused_admission(documents_of(saving, *before), broken);
    }

    static void check_removal(AdmittedKind const& removed, Saving& saving, Violations& broken)
    {
        saving.guard(removed.id);
        rules::check_unused_admission(documents_of(saving, removed), broken);
    }
};

CRM_INSTANTIATE_SAVING(TradeDocument)
CRM_INSTANTIATE_SAVING(AdmittedKind)

}  // namespace crm
