#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

TEST_CASE("every rule of a document has one way to break it")
{
    check_own_rules<Document>(std::to_array<Breaking<Document>>({
        {"document.where.required", [](Document& d) { d.reference = " "; }},
        {"document.valid.order", [](Document& d) { d.valid_since = 2026y / 3 / 2, d.valid_until = 2026y / 3 / 1; }},
    }));
}

TEST_CASE("a document has content or a reference, and may be valid for one day")
{
    auto d        = sample<Document>();
    d.reference   = {};
    d.content_id  = Id<Content>{7};
    d.valid_since = d.valid_until = 2026y / 3 / 1;
    CHECK(broken_by(d) == Codes{});
}

TEST_CASE("every rule of a link of a document has one way to break it")
{
    check_own_rules<DocumentLink>(std::to_array<Breaking<DocumentLink>>({
        {"document_link.with.one", [](DocumentLink& l) { l.case_id = Id<Case>{7}; }},
    }));
}

TEST_CASE("document_link.with.one: any one record, and not none")
{
    auto none = sample<DocumentLink>();
    none.subject_id.reset();
    CHECK(broken_by(none) == Codes{"document_link.with.one"});

    auto const with = [&](auto member) {
        auto link    = none;
        link.*member = std::remove_reference_t<decltype(*(link.*member))>{7};
        return broken_by(link);
    };
    CHECK(with(&DocumentLink::subject_id) == Codes{});
    CHECK(with(&DocumentLink::person_id) == Codes{});
    CHECK(with(&DocumentLink::case_id) == Codes{});
    CHECK(with(&DocumentLink::contact_id) == Codes{});
    CHECK(with(&DocumentLink::task_id) == Codes{});
    CHECK(with(&DocumentLink::note_id) == Codes{});
    CHECK(with(&DocumentLink::message_ref) == Codes{});
}
