// Notes, tasks and documents: DESIGN §2, rules 6 and 15.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

Note note(House& house, Note about)
{
    about.body = "Woli rozmawiać rano";
    house([&](Work& work) { work.add(about); });
    return about;
}

template <class Change>
Codes refused_task(House& house, Id<Task> id, Change change)
{
    return refused([&] {
        house([&](Work& work) {
            auto task = work.get(id);
            change(task);
            work.save(task);
        });
    });
}

}  // namespace

TEST_CASE("a note is written now, by who works")
{
    House      house{EVERY_STORE()};
    auto const made = note(house, {.subject_id = house.legal().subject_id});
    CHECK(made.author_id == house.anna);
    CHECK(made.written_at == house.now);
}

TEST_CASE("a note of the library itself has no author")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    auto const id   = house.by({}, [&](Work& work) { return work.add(Note{.subject_id = firm.subject_id, .body = "Z importu"}); });
    CHECK_FALSE(house.get(id).author_id);
}

TEST_CASE("note.about.required")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    CHECK(refused([&] { note(house, {.case_id = sale.id}); }) == Codes{"note.about.required"});
}

TEST_CASE("note.person.of_subject")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal(), other = house.legal("Inna");
    auto const ewa = house.person(firm.subject_id);
    CHECK(refused([&] { note(house, {.subject_id = other.subject_id, .person_id = ewa.person_id}); }) == Codes{"note.person.of_subject"});
    CHECK_NOTHROW(note(house, {.subject_id = firm.subject_id, .person_id = ewa.person_id}));
}

TEST_CASE("a note of a contact belongs to the contact's only case")
{
    House      house{EVERY_STORE()};
    auto const firm    = house.legal().subject_id;
    auto const contact = house.contact({.subject_id = firm});
    auto const first = house.sale(firm), second = house.sale(firm);
    CHECK_FALSE(note(house, {.subject_id = firm, .contact_id = contact.id}).case_id);
    house([&](Work& work) { work.link(contact.id, first.id); });
    CHECK(note(house, {.subject_id = firm, .contact_id = contact.id}).case_id == first.id);
    CHECK(note(house, {.subject_id = firm, .contact_id = contact.id, .case_id = second.id}).case_id == second.id);
    house([&](Work& work) { work.link(contact.id, second.id); });
    CHECK_FALSE(note(house, {.subject_id = firm, .contact_id = contact.id}).case_id);
}

TEST_CASE("a task has a title and someone responsible")
{
    House house{EVERY_STORE()};
    CHECK(refused([&] { house([](Work& work) { work.add(Task{}); }); }) == Codes{"task.title.required", "task.responsible.required"});
}

TEST_CASE("task.responsible.active")
{
    House house{EVERY_STORE()};
    auto  task = house.task();
    house([&](Work& work) {
        auto jan      = work.get(house.jan);
        jan.is_active = false;
        work.save(jan);
    });
    CHECK(refused_task(house, task.id, [&](Task& t) { t.responsible_id = house.jan; }) == Codes{"task.responsible.active"});
}

TEST_CASE("task.person.of_subject")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal(), other = house.legal("Inna");
    auto const ewa  = house.person(firm.subject_id);
    auto const task = house.task();
    CHECK(refused_task(house, task.id, [&](Task& t) { t.subject_id = other.subject_id, t.person_id = ewa.person_id; }) ==
          Codes{"task.person.of_subject"});
}

TEST_CASE("a task that is done tells who did it, when, and what came of it")
{
    House      house{EVERY_STORE()};
    auto const task = house.task();
    house.now += 1h;
    house.by(house.jan, [&](Work& work) { work.complete(task.id, "Oddzwonią"); });
    auto const done = house.get(task.id);
    CHECK(done.status == TaskStatus::done);
    CHECK(done.done_at == house.now);
    CHECK(done.done_by == house.jan);
    CHECK(done.result == "Oddzwonią");
}

TEST_CASE("a task may have been done before it is told, and be saved as done")
{
    House      house{EVERY_STORE()};
    auto const first = house.task(), second = house.task();
    house([&](Work& work) { work.complete(first.id, {}, monday); });
    CHECK(house.get(first.id).done_at == monday);
    CHECK(refused_task(house, second.id, [](Task& t) { t.status = TaskStatus::done; }) == Codes{});
    CHECK(house.get(second.id).done_by == house.anna);
    CHECK(house.get(second.id).done_at == house.now);
}

TEST_CASE("task.done.moment")
{
    House      house{EVERY_STORE()};
    auto const task = house.task();
    CHECK(refused_task(house, task.id, [](Task& t) { t.done_at = monday; }) == Codes{"task.done.moment"});
}

TEST_CASE("task.case.open")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    auto const old  = house.task(sale.id), other = house.task();
    house([&](Work& work) { work.close(sale.id, CaseOutcome::done); });
    CHECK(refused([&] { house.task(sale.id); }) == Codes{"task.case.open"});
    CHECK(refused_task(house, other.id, [&](Task& t) { t.case_id = sale.id; }) == Codes{"task.case.open"});
    CHECK(refused_task(house, old.id, [](Task& t) { t.title = "Zadzwonić jutro"; }) == Codes{});
    house([&](Work& work) { work.reopen(sale.id, "Klient wrócił"); });
    CHECK_NOTHROW(house.task(sale.id));
}

TEST_CASE("task.done.kept")
{
    House      house{EVERY_STORE()};
    auto const done = house.task(), open = house.task();
    house([&](Work& work) { work.complete(done.id); });
    CHECK(refused([&] { house([&](Work& work) { work.remove(done.id); }); }) == Codes{"task.done.kept"});
    CHECK(refused([&] { house([&](Work& work) { work.remove(open.id); }); }) == Codes{});
}

TEST_CASE("document.title.required and document.where.required")
{
    House house{EVERY_STORE()};
    CHECK(refused([&] { house([](Work& work) { work.add(Document{}); }); }) == Codes{"document.title.required", "document.where.required"});
}

TEST_CASE("the name of a file leads nowhere")
{
    House house{EVERY_STORE()};
    struct Name {
        std::string given, stored;
    };
    auto const [given, stored] = GENERATE(values<Name>({
        {"oferta.pdf", "oferta.pdf"},
        {"../../etc/passwd", "passwd"},
        {R"(C:\Users\anna\oferta.pdf)", "oferta.pdf"},
        {"/srv/", ""},
        {"..", ""},
        {".", ""},
        {"ofer\nta\x7F.pdf", "oferta.pdf"},
        {std::string{"oferta\0.pdf", 11}, "oferta.pdf"},
        {"Łąka.pdf", "Łąka.pdf"},
    }));
    Document document{.title = "Oferta", .file_name = given, .reference = "x"};
    house([&](Work& work) { work.add(document); });
    CHECK(house.get(document.id).file_name == stored);
}

TEST_CASE("a document is linked with any of the records, with each once")
{
    House      house{EVERY_STORE()};
    auto const firm    = house.legal();
    auto const ewa     = house.person(firm.subject_id);
    auto const sale    = house.sale();
    auto const contact = house.contact({.subject_id = firm.subject_id});
    auto const task    = house.task();
    auto const made    = note(house, {.subject_id = firm.subject_id});
    auto const id      = house([](Work& work) { return work.add(Document{.title = "Oferta", .reference = "/srv/offer.pdf"}); });
    for (int turn = 0; turn != 2; ++turn)
        house([&](Work& work) {
            work.link(id, firm.subject_id);
            work.link(id, *ewa.person_id);
            work.link(id, sale.id);
            work.link(id, contact.id);
            work.link(id, task.id);
            work.link(id, made.id);
        });
    CHECK(house.all<DocumentLink>().size() == 6);
    house([&](Work& work) { work.remove(id); });
    CHECK(house.all<DocumentLink>().empty());
}

TEST_CASE("the same bytes are kept once, whatever they are")
{
    House       house{EVERY_STORE()};
    std::string bytes;
    for (int byte = 0; byte != 256; ++byte)
        bytes += static_cast<char>(byte);
    auto const keep  = [&](std::string_view what) { return house([&](Work& work) { return work.keep(what); }); };
    auto const first = keep(bytes);
    CHECK(keep(bytes) == first);
    CHECK(keep("") != first);
    CHECK(keep("") == keep(""));
    auto const content = house.get(first);
    CHECK(content.bytes.data == bytes);
    CHECK(content.size == 256);
    CHECK(content.revision.version == 1);
}

TEST_CASE("content.removed.referred: bytes stay as long as a document has them")
{
    House house{EVERY_STORE()};
    auto  document = Document{.title = "Oferta"};
    house([&](Work& work) {
        document.content_id = work.keep("papa");
        work.add(document);
    });
    CHECK(refused([&] { house([&](Work& work) { work.remove(*document.content_id); }); }) == Codes{"content.removed.referred"});
}
