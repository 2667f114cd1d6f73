// crm as a runner of the workload in ../shared/bench: WORKLOAD.md there says what each operation is.
//
//     crm_bench [--postgresql | --mariadb] DATA_DIR DATABASE OP[,OP…]
#include "host.hpp"
#include "mapping.hpp"

#include <crm/exchange/mail.hpp>
#include <crm/work/database.hpp>

#include <cstring>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>

using namespace bench_map;
using bench_host::Engine;
using bench_host::Host;

namespace {

Engine engine = Engine::sqlite;

constexpr int         operators      = 40;
constexpr int         contact_kinds  = 8;
constexpr int         trade_kinds    = 4;
constexpr std::size_t in_transaction = 10'000;

constexpr char const* create_host_customer =
    "create table host_customer (id bigint not null primary key, subject_id bigint not null unique references crm_subject (id),"
    " name varchar(250) not null, street varchar(200), postcode varchar(20), city varchar(100), tax_id varchar(20))";

class Crm final : public bench::Store {
public:
    ~Crm() override
    {
        work_.reset();
        view_.reset();
        host_.reset();
    }

    void open(std::string const& place, bool create) override
    {
        if (create)
            bench_host::empty(engine, place);
        database_.emplace(bench_host::uri_of(engine, place), crm::DatabaseOptions{.create = create});
        if (create) {
            place_ = place;
            add_dictionaries();
        }
        place_ = place;
    }

    // ---- W1 --------------------------------------------------------------------------------------------------------

    void load(bench::Data const& data) override
    {
        std::unordered_map<bench::Id, bench::Person const*> by_party;
        for (auto const& person : data.persons)
            by_party[person.party_id] = &person;

        in_batches(data.parties, [&](auto const& parties) { add_parties(parties, by_party); });
        in_batches(data.subjects, [&](auto const& subjects) { add_all<crm::Subject>(subjects, [](auto const& s) { return bench_map::subject(s); }); });
        in_batches(data.persons, [&](auto const& persons) { add_all<crm::Person>(persons, [](auto const& p) { return bench_map::person(p); }); });
        end_batch();
        add_host_customers(data.host_customers);
        in_batches(data.phases, [&](auto const& phases) { add_all<crm::Phase>(phases, [&](auto const& p) { return phase(p, scheme); }); });
        add_case_type();
        in_batches(data.cases, [&](auto const& cases) { add_all<crm::Case>(cases, [&](auto const& c) { return case_of(c, case_type); }); });
        in_batches(data.contacts, [&](auto const& contacts) {
            std::vector<crm::NewContact> added;
            added.reserve(contacts.size());
            for (auto const& contact : contacts)
                added.push_back(bench_map::contact(contact));
            work_->add_contacts(added);
        });
        in_batches(data.notes, [&](auto const& notes) { add_all<crm::Note>(notes, &note); });
        in_batches(data.tasks, [&](auto const& tasks) { add_all<crm::Task>(tasks, &task); });
        in_batches(data.documents, [&](auto const& documents) { add_documents(documents); });
        in_batches(data.plan_lines, [&](auto const& lines) { add_all<crm::PlanLine>(lines, &plan_line); });
        in_batches(data.trade_documents, [&](auto const& documents) { add_all<crm::TradeDocument>(documents, &trade_document); });
        end_batch();
        if (engine == Engine::postgresql)  // as the hand-written runner does, and every DBA after a load
            host().run("vacuum analyze");
    }

    std::int64_t rows_of(char const* table) override
    {
        if (!std::strcmp(table, "host_customer"))
            return host().number("select count(*) from host_customer");
        if (!std::strcmp(table, "phase"))  // the one that closes is ours
            return host().number("select count(*) from crm_phase where code <> 'closed'");
        if (!std::strcmp(table, "history"))  // a party's address is a part of its row there
            return host().number("select count(*) from crm_history h where h.record in "
                                 "('party', 'subject', 'person', 'case', 'contact', 'note', 'task', 'document', 'plan_line', 'trade_document')"
                                 " or (h.record = 'address' and h.action = 2 and not exists"
                                 " (select 1 from crm_history p where p.operation_id = h.operation_id and p.record = 'party'))");
        auto const name = std::string{table};
        auto const sql  = "select count(*) from crm_" + (name == "crm_case" ? "case" : name);
        return host().number(counting_.emplace_back(sql).c_str());
    }

    // ---- Reading ---------------------------------------------------------------------------------------------------

    bench::SubjectView subject(bench::Id subject) override { return bench_map::subject(view().card(id<crm::Subject>(subject))); }

    std::optional<bench::SubjectView> by_tax_id(std::string const& number) override
    {
        auto const found = view().subjects_with_number(crm::NumberKind::nip, number);
        return found.empty() ? std::nullopt : std::optional{bench_map::subject(found.front())};
    }

    std::vector<bench::PartyHit> prefix(std::string const& typed, int limit) override
    {
        std::vector<bench::PartyHit> hits;
        for (auto& hit : view().search_parties(typed, static_cast<std::size_t>(limit)))
            hits.push_back({hit.party_id.value, hit.is_human, std::move(hit.name), std::move(hit.city)});
        return hits;
    }

    std::vector<bench::TimelineEntry> timeline(bench::Id subject, bench::Id with, bench::TimelineKey after, int limit) override
    {
        using crm::TimelineKind;
        static constexpr TimelineKind kinds[]{TimelineKind::contact, TimelineKind::note, TimelineKind::task_created, TimelineKind::document};
        auto const number_of = [](TimelineKind kind) { return static_cast<int>(std::ranges::find(kinds, kind) - std::begin(kinds)); };

        crm::TimelineQuery query{.subject_id = id<crm::Subject>(subject), .case_id = id<crm::Case>(with), .limit = static_cast<std::size_t>(limit), .kinds{std::begin(kinds), std::end(kinds)}};
        if (after.kind != bench::newest.kind)
            query.after = crm::TimelinePlace{instant(after.at), after.id, kinds[after.kind]};
        std::vector<bench::TimelineEntry> entries;
        for (auto& entry : view().timeline(query))
            entries.push_back({micros(entry.at), number_of(entry.kind), entry.id, entry.operator_id.value, std::move(entry.title)});
        return entries;
    }

    std::vector<bench::FunnelRow> funnel() override
    {
        std::vector<bench::FunnelRow> rows;
        for (auto const& row : view().funnel({.with_internal = true}))
            if (row.count != 0)
                rows.push_back({row.phase_id.value, std::string{row.sum.currency.code()}, row.count, row.sum.amount, row.weighted.amount});
        std::ranges::sort(rows, {}, [](auto const& row) { return std::tie(row.phase_id, row.currency); });
        return rows;
    }

    std::vector<bench::PlanActual> plan_actual(bench::Id of) override
    {
        std::vector<bench::PlanActual> rows;
        for (auto const& row : view().plan_against_actual(id<crm::Case>(of)))
            if (row.side == crm::MoneySide::cost && row.category)
                rows.push_back({static_cast<int>(*row.category), row.planned.amount, row.actual.amount});
        return rows;
    }

    std::vector<bench::CaseOverrun> overruns(int limit) override
    {
        std::vector<bench::CaseOverrun> rows;
        for (auto const& row : view().overruns({.limit = static_cast<std::size_t>(limit)}))
            rows.push_back({row.case_id.value, row.planned.amount, row.actual.amount});
        return rows;
    }

    // ---- W2 --------------------------------------------------------------------------------------------------------

    void add_contact(bench::Contact const& contact) override
    {
        database_->transact(acting, [&](crm::Work& work) {
            auto added = bench_map::contact(contact);
            work.add_contacts({&added, 1});
        });
    }

    bench::Contact contact(bench::Id contact) override
    {
        auto       reading = database_->view(acting);
        auto const read    = reading.get(id<crm::Contact>(contact));
        auto const who     = reading.find<crm::Participant>(crm::field(&crm::Participant::contact_id) == read.id).records;
        auto const cases   = reading.find<crm::ContactCase>(crm::field(&crm::ContactCase::contact_id) == read.id).records;
        return {.id          = read.id.value,
                .subject_id  = read.subject_id.value_or(crm::Id<crm::Subject>{}).value,
                .person_id   = read.person_id.value_or(crm::Id<crm::Person>{}).value,
                .case_id     = cases.empty() ? 0 : cases.front().case_id.value,
                .operator_id = who.at(0).operator_id.value().value,
                .kind        = static_cast<int>(read.kind_id.value) - 1,
                .direction   = read.direction == crm::Direction::outgoing,
                .at          = micros(read.at),
                .summary     = read.summary,
                .body        = read.body,
                .message_id{},
                .version     = static_cast<int>(read.revision.version)};
    }

    // ---- U1 --------------------------------------------------------------------------------------------------------

    void change_shared(bench::SharedChange const& change) override
    {
        host().begin();
        auto work  = host().join(*database_, acting);
        auto party = work.get(work.get(id<crm::Subject>(change.subject_id)).party_id);
        set_name(party, change.name, true);
        work.save(party);
        auto address        = work.find<crm::Address>(crm::field(&crm::Address::party_id) == party.id, {.limit = 1}).records.at(0);
        address.street      = change.street;
        address.postal_code = change.postcode;
        address.city        = change.city;
        work.save(address);
        host().run("update host_customer set name = $1, street = $2, postcode = $3, city = $4 where subject_id = $5",
                   {change.name, change.street, change.postcode, change.city, std::to_string(change.subject_id)});
        work.commit();
        host().commit();
    }

    bench::SharedState shared(bench::Id of) override
    {
        bench::SharedState state;
        state.party     = bench_map::subject(database_->view(acting).card(id<crm::Subject>(of))).party;
        auto const rows = host().run("select id, name, street, postcode, city from host_customer where subject_id = $1", {std::to_string(of)});
        if (!rows.empty()) {
            state.host.id       = std::stoll(rows[0][0]);
            state.host.name     = rows[0][1];
            state.host.street   = rows[0][2];
            state.host.postcode = rows[0][3];
            state.host.city     = rows[0][4];
        }
        auto const party    = std::to_string(state.party.id);
        state.changes       = host().number("select count(distinct operation_id) from crm_history where action = 2 and ((record = 'party' and record_id = $1)"
                                            " or (record = 'address' and record_id in (select id from crm_address where party_id = $2)))",
                                            {party, party});
        state.party.version = 1 + static_cast<int>(state.changes);
        return state;
    }

    // ---- M1 --------------------------------------------------------------------------------------------------------

    std::size_t import_mail(std::string const& mbox) override
    {
        crm::MailImport const how{.our_domains = {"nasza.example"}, .keep_raw = false};
        std::optional<crm::Work> work;
        std::size_t              messages = 0;
        crm::for_each_mail(mbox, [&](crm::MailSource const&, std::string_view bytes) {
            if (messages++ % 1000 == 0) {
                if (work)
                    work->commit();
                work.emplace(database_->work(acting, "mail"));
            }
            work->import_message(bytes, how);
            return true;
        });
        if (work)
            work->commit();
        return messages;
    }

    std::string mail_text() override
    {
        bench::Text text;
        auto const  print = [&](bench_host::Rows const& rows) {
            for (auto const& row : rows)
                for (std::size_t i = 0; i != row.size(); ++i)
                    (text.out_ += row[i]) += i + 1 == row.size() ? '\n' : '\t';
        };
        auto contacts = host().run("select m.message_id, c.subject_id, coalesce(c.person_id, 0),"
                                   " (select p.operator_id from crm_participant p where p.contact_id = c.id and p.operator_id is not null),"
                                   " c.direction - 1, c.at, r.message_id, c.summary, c.body from crm_message m join crm_contact c on c.id = m.contact_id"
                                   " join crm_message r on r.contact_id = coalesce(c.thread_id, c.id) order by m.message_id");
        for (auto& row : contacts)
            restore_separator(row.back());
        print(contacts);
        print(host().run("select m.message_id, d.title, d.media_type, b.size, b.sha256 from crm_document d join crm_content b on b.id = d.content_id"
                         " join crm_document_link l on l.document_id = d.id join crm_message m on m.contact_id = l.contact_id order by m.message_id, d.title"));
        auto review = host().run("select message_id, other_side, sent_at, subject_line, text from crm_message where contact_id is null order by message_id");
        for (auto& row : review)
            restore_separator(row.back());
        print(review);

        // Of messages that wait, crm keeps the attachments too.
        auto const contents = host().number("select count(distinct d.content_id) from crm_document d join crm_document_link l on l.document_id = d.id where l.contact_id is not null");
        auto const waiting  = host().number("select count(*) from crm_document d where d.content_id is not null and not exists"
                                             " (select 1 from crm_document_link l where l.document_id = d.id and l.contact_id is not null)");
        text.row(contents, rows_of("history") - waiting);
        return text.out_;
    }

private:
    [[nodiscard]] Host& host()
    {
        if (!host_)
            host_ = Host::open(engine, place_);
        return *host_;
    }

    /// A state of the database for one question.
    crm::View& view()
    {
        view_.reset();  // before the next one begins, so that one session is enough
        return view_.emplace(database_->view(acting));
    }

    /// crm takes the blanks at the ends of lines away; that of the signature's separator (RFC 3676) is in the checksum.
    static void restore_separator(std::string& body)
    {
        for (auto at = body.find("\n--\n"); at != body.npos; at = body.find("\n--\n", at + 1))
            body.insert(at + 3, " ");
    }

    void add_dictionaries()
    {
        auto                       work = database_->work({});
        std::vector<crm::Operator> employees;
        for (int i = 1; i <= operators; ++i) {
            auto const login = "handlowiec" + std::to_string(i);
            employees.push_back({.id = id<crm::Operator>(i), .code = login, .name = login, .email = login + "@nasza.example"});
        }
        work.add_with_ids(std::span{employees});

        using crm::Medium;
        constexpr Medium              media[contact_kinds]{Medium::phone, Medium::meeting, Medium::email, Medium::letter, Medium::fax, Medium::chat, Medium::visit, Medium::other};
        std::vector<crm::ContactKind> kinds;
        for (int i = 0; i != contact_kinds; ++i)
            kinds.push_back({.id = id<crm::ContactKind>(i + 1), .code = "k" + std::to_string(i), .name = "Rodzaj " + std::to_string(i), .medium = media[i]});
        work.add_with_ids(std::span{kinds});

        std::vector<crm::TradeKind> trade;
        for (int i = 0; i != trade_kinds; ++i)
            trade.push_back({.id = id<crm::TradeKind>(i + 1), .code = "t" + std::to_string(i), .name = "Dokument " + std::to_string(i), .counts_as = i < 2 ? crm::CountsAs::cost : crm::CountsAs::neither});
        work.add_with_ids(std::span{trade});

        scheme = work.add(crm::Scheme{.code = "bench", .name = "Schemat"});
        work.commit();
        host().run(create_host_customer);
    }

    void add_case_type()
    {
        work_->add(crm::Phase{.scheme_id = scheme, .code = "closed", .name = "Zamknięta", .stage = crm::Stage::closed, .ordinal = 99});
        case_type = work_->add(crm::CaseType{.code = "bench", .name = "Sprawa", .scheme_id = scheme});
        for (int i = 1; i <= trade_kinds; ++i)
            work_->add(crm::AdmittedKind{.type_id = case_type, .kind_id = id<crm::TradeKind>(i)});
    }

    void add_parties(std::span<bench::Party const> from, std::unordered_map<bench::Id, bench::Person const*> const& persons)
    {
        std::vector<crm::Party>        parties;
        std::vector<crm::Identifier>   numbers;
        std::vector<crm::Address>      addresses;
        std::vector<crm::ContactPoint> points;
        parties.reserve(from.size());
        points.reserve(2 * from.size());
        for (auto const& next : from) {
            auto const person = persons.find(next.id);
            auto const owner  = parties.emplace_back(bench_map::party(next, person == persons.end() ? nullptr : person->second)).id;
            if (!next.tax_id.empty())
                numbers.push_back({.party_id = owner, .kind = crm::NumberKind::nip, .value = next.tax_id});
            if (!next.email.empty())
                points.push_back({.party_id = owner, .kind = crm::ContactPointKind::email, .value = next.email});
            if (!next.phone.empty())
                points.push_back({.party_id = owner, .kind = crm::ContactPointKind::phone, .value = next.phone});
            if (!next.city.empty() || !next.street.empty())
                addresses.push_back({.party_id    = owner,
                                     .kind        = crm::AddressKind::registered,
                                     .street      = next.street,
                                     .postal_code = next.postcode,
                                     .city        = next.city,
                                     .country     = next.country,
                                     .is_default  = true});
        }
        work_->add_with_ids(std::span{parties});
        work_->add(numbers);
        work_->add(addresses);
        work_->add(points);
    }

    void add_documents(std::span<bench::Document const> from)
    {
        std::vector<crm::DocumentLink> links;
        for (auto const& next : from) {
            links.push_back({.document_id = id<crm::Document>(next.id), .subject_id = id<crm::Subject>(next.subject_id)});
            if (next.case_id != 0)
                links.push_back({.document_id = id<crm::Document>(next.id), .case_id = id<crm::Case>(next.case_id)});
        }
        add_all<crm::Document>(from, &document);
        work_->add(links);
    }

    void add_host_customers(std::vector<bench::HostCustomer> const& customers)
    {
        for (std::size_t i = 0; i != customers.size(); ++i) {
            if (i % in_transaction == 0) {
                if (i != 0)
                    host().commit();
                host().begin();
            }
            auto const& c = customers[i];
            host().run("insert into host_customer (id, subject_id, name, street, postcode, city, tax_id) values ($1, $2, $3, $4, $5, $6, nullif($7, ''))",
                       {std::to_string(c.id), std::to_string(c.subject_id), c.name, c.street, c.postcode, c.city, c.tax_id});
        }
        if (!customers.empty())
            host().commit();
    }

    template <class Record, class Row, class Map>
    void add_all(std::span<Row const> from, Map map)
    {
        std::vector<Record> records;
        records.reserve(from.size());
        for (auto const& next : from)
            records.push_back(map(next));
        work_->add_with_ids(std::span{records});
    }

    /// Hands the rows out some at a time, so that a transaction has as many as the workload says.
    template <class Row, class Add>
    void in_batches(std::vector<Row> const& rows, Add add)
    {
        for (std::size_t first = 0; first != rows.size();) {
            if (!work_)
                work_.emplace(database_->work(acting, "import"));
            auto const count = std::min(rows.size() - first, in_transaction - pending_);
            add(std::span{rows}.subspan(first, count));
            first += count;
            pending_ += count;
            if (pending_ == in_transaction)
                end_batch();
        }
    }
    void end_batch()
    {
        if (work_)
            work_->commit();
        work_.reset();
        pending_ = 0;
    }

    crm::Id<crm::Operator> const acting = id<crm::Operator>(bench::acting_operator);
    crm::Id<crm::Scheme>         scheme{};
    crm::Id<crm::CaseType>       case_type{};
    std::string                  place_;
    std::deque<std::string>      counting_;
    std::optional<crm::Database> database_;
    std::unique_ptr<Host>        host_;
    std::optional<crm::Work>     work_;  ///< of W1
    std::optional<crm::View>     view_;
    std::size_t                  pending_ = 0;  ///< records in it
};

}  // namespace

int main(int count, char** words)
{
    if (count > 1 && (!std::strcmp(words[1], "--postgresql") || !std::strcmp(words[1], "--mariadb"))) {
        engine   = words[1][2] == 'p' ? Engine::postgresql : Engine::mariadb;
        words[1] = words[0];
        ++words;
        --count;
    }
    return bench::run<Crm>(count, words);
}
