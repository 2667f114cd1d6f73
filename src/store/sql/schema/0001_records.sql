-- The tables of crm, version 1: one for each record, and what the library keeps beside them.
--
-- Moments are microseconds since 1970-01-01 UTC, days are counted from there, amounts are in 1/10000 of a unit of their
-- currency, enumerators have the numbers of the model. Every other integer is BIGINT: SOCI cuts what SQLite declares as
-- INTEGER to 32 bits in dynamic rows and vectors. A statement ends with a semicolon at the end of a line.
-- Words in braces are filled in for each database ({id}: BIGINT, or what SQLite keeps rows by; {key}: a column that is called
-- like a word of SQL; {clustered}: rows are kept in their key alone,
-- {if_given x}: rows without x are not in the index, where an index can be so). The prefix crm_ is the host's to choose.

-- An employee of ours. One without a login is allowed: someone who takes part in contacts only.
create table crm_operator (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    code        varchar(60)           unique,
    name        varchar(200) not null,
    email       varchar(320) not null,
    is_active   smallint     not null check (is_active in (0, 1))
);

-- One committed piece of work by one operator: what history and the feed count in.
create table crm_operation (
    id          {id}        not null primary key,
    operator_id bigint               references crm_operator (id),
    at          bigint      not null,
    cause       varchar(60) not null,
    stamp       bigint      not null,
    {key}       varchar(80)          unique
);
create index crm_operation_by_stamp on crm_operation (stamp);

-- The bytes of documents and messages, kept once whatever refers to them.
create table crm_content (
    id          {id}        not null primary key,
    version     bigint      not null,
    created_at  bigint      not null,
    created_by  bigint      not null,
    changed_at  bigint      not null,
    changed_by  bigint      not null,
    archived_at bigint,
    sha256      varchar(64) not null unique,
    size        bigint      not null,
    bytes       {blob}      not null
);

-- The data that registers share: names here, and numbers, addresses and contact points that refer to it.
create table crm_party (
    id           {id}         not null primary key,
    version      bigint       not null,
    created_at   bigint       not null,
    created_by   bigint       not null,
    changed_at   bigint       not null,
    changed_by   bigint       not null,
    archived_at  bigint,
    name         varchar(250) not null,
    short_name   varchar(100) not null,
    given_name   varchar(100) not null,
    middle_names varchar(100) not null,
    family_name  varchar(100) not null,
    title        varchar(60)  not null,
    birth_date   bigint,
    citizenship  varchar(2)   not null,
    language     varchar(35)  not null,
    name_key     varchar(400) not null,
    guard        bigint       not null default 0
);
create index crm_party_by_name_key on crm_party (name_key);

-- One phone number, e-mail address, web page… of a party.
create table crm_contact_point (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    party_id    bigint       not null references crm_party (id),
    kind        smallint     not null check (kind between 1 and 6),
    value       varchar(320) not null,
    value_key   varchar(320) not null,
    domain      varchar(255) not null,
    label       varchar(100) not null,
    is_primary  smallint     not null check (is_primary in (0, 1)),
    is_private  smallint     not null check (is_private in (0, 1)),
    do_not_use  smallint     not null check (do_not_use in (0, 1))
);
create index crm_contact_point_by_party on crm_contact_point (party_id);
create index crm_contact_point_by_value_key on crm_contact_point (value_key);
create index crm_contact_point_by_domain on crm_contact_point (domain);

-- A postal address of a party.
create table crm_address (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    party_id    bigint       not null references crm_party (id),
    kind        smallint     not null check (kind between 1 and 6),
    street      varchar(200) not null,
    building    varchar(30)  not null,
    flat        varchar(30)  not null,
    postal_code varchar(20)  not null,
    city        varchar(100) not null,
    region      varchar(100) not null,
    country     varchar(2)   not null,
    is_default  smallint     not null check (is_default in (0, 1))
);
create index crm_address_by_party on crm_address (party_id);

-- A tax, register or bank number of a party, in canonical form.
create table crm_identifier (
    id          {id}        not null primary key,
    version     bigint      not null,
    created_at  bigint      not null,
    created_by  bigint      not null,
    changed_at  bigint      not null,
    changed_by  bigint      not null,
    archived_at bigint,
    party_id    bigint      not null references crm_party (id),
    kind        smallint    not null check (kind between 1 and 7),
    value       varchar(64) not null,
    since       bigint,
    until       bigint
);
create index crm_identifier_by_party on crm_identifier (party_id);
create index crm_identifier_by_value on crm_identifier (value);

-- A counterparty from the company's surroundings; legal or natural. No key but the first begins with the id: MariaDB may
-- look a row up by one that does, and overlooks it when somebody else changes the other half meanwhile.
create table crm_subject (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    number      varchar(40)           unique,
    kind        smallint     not null check (kind in (1, 2)),
    party_id    bigint       not null unique references crm_party (id),
    status      smallint     not null check (status between 1 and 4),
    keeper_id   bigint                references crm_operator (id),
    source      varchar(100) not null,
    industry    varchar(100) not null,
    parent_id   bigint                references crm_subject (id),
    is_own      smallint     not null check (is_own in (0, 1)),
    guard       bigint       not null default 0,
    constraint crm_subject_kind unique (kind, id),
    constraint crm_subject_whose unique (party_id, id)
);
create index crm_subject_by_keeper on crm_subject (keeper_id) {if_given keeper_id};
create index crm_subject_by_parent on crm_subject (parent_id) {if_given parent_id};

-- Someone we keep in touch with, always tied to one subject.
-- The database itself holds a natural subject to one person, and both to one party.
create table crm_person (
    id                 {id}         not null primary key,
    version            bigint       not null,
    created_at         bigint       not null,
    created_by         bigint       not null,
    changed_at         bigint       not null,
    changed_by         bigint       not null,
    archived_at        bigint,
    subject_id         bigint       not null,
    subject_kind       smallint     not null,
    party_id           bigint       not null references crm_party (id),
    salutation         varchar(60)  not null,
    position           varchar(100) not null,
    department         varchar(100) not null,
    decision_role      smallint              check (decision_role between 1 and 6),
    superior_id        bigint                references crm_person (id),
    active_since       bigint,
    active_until       bigint,
    source             varchar(100) not null,
    natural_subject_id bigint                {generated (case when subject_kind = 1 then subject_id end)} unique,
    natural_party_id   bigint                {generated (case when subject_kind = 1 then party_id end)},
    constraint crm_person_subject foreign key (subject_kind, subject_id) references crm_subject (kind, id) on update cascade,
    constraint crm_person_natural foreign key (natural_party_id, natural_subject_id) references crm_subject (party_id, id)
);
create index crm_person_by_subject on crm_person (subject_id);
create index crm_person_by_party on crm_person (party_id);
create index crm_person_by_superior on crm_person (superior_id) {if_given superior_id};

-- A named group of subjects, defined by the user, by any criterion; a subject can be in many.
create table crm_base (
    id          {id}          not null primary key,
    version     bigint        not null,
    created_at  bigint        not null,
    created_by  bigint        not null,
    changed_at  bigint        not null,
    changed_by  bigint        not null,
    archived_at bigint,
    code        varchar(60)   not null unique,
    name        varchar(100)  not null,
    parent_id   bigint                 references crm_base (id),
    criterion   varchar(4000) not null,
    description varchar(2000) not null,
    guard       bigint        not null default 0
);
create index crm_base_by_parent on crm_base (parent_id) {if_given parent_id};

-- A subject in a base, chosen by hand, or kept out of one by criterion.
create table crm_base_member (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    base_id     bigint       not null references crm_base (id),
    subject_id  bigint       not null references crm_subject (id),
    is_excluded smallint     not null check (is_excluded in (0, 1)),
    reason      varchar(500) not null,
    unique (base_id, subject_id)
);
create index crm_base_member_by_subject on crm_base_member (subject_id);

-- A kind of contact that users define.
create table crm_contact_kind (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    code        varchar(60)  not null unique,
    name        varchar(100) not null,
    medium      smallint     not null check (medium between 1 and 8)
);

-- An ordered set of phases in the three stages, used by case types.
create table crm_scheme (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    code        varchar(60)  not null unique,
    name        varchar(100) not null,
    guard       bigint       not null default 0
);

-- A step that users define inside a stage, in an order.
create table crm_phase (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    scheme_id   bigint       not null references crm_scheme (id),
    code        varchar(60)  not null,
    name        varchar(100) not null,
    stage       smallint     not null check (stage between 1 and 3),
    ordinal     bigint       not null,
    probability bigint       not null,
    guard       bigint       not null default 0,
    constraint crm_phase_probability check (probability between 0 and 100),
    unique (scheme_id, code)
);

-- What kind of case: its scheme of phases.
create table crm_case_type (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    code        varchar(60)  not null unique,
    name        varchar(100) not null,
    scheme_id   bigint       not null references crm_scheme (id)
);
create index crm_case_type_by_scheme on crm_case_type (scheme_id);

-- What contacts, tasks, documents and notes are grouped by.
create table crm_case (
    id                {id}          not null primary key,
    version           bigint        not null,
    created_at        bigint        not null,
    created_by        bigint        not null,
    changed_at        bigint        not null,
    changed_by        bigint        not null,
    archived_at       bigint,
    number            varchar(40)            unique,
    title             varchar(255)  not null,
    type_id           bigint        not null references crm_case_type (id),
    phase_id          bigint        not null references crm_phase (id),
    stage             smallint      not null check (stage between 1 and 3),
    keeper_id         bigint        not null references crm_operator (id),
    subject_id        bigint                 references crm_subject (id),
    person_id         bigint                 references crm_person (id),
    parent_id         bigint                 references crm_case (id),
    expected_amount   bigint,
    expected_currency char(3),
    probability       bigint,
    expected_close_on bigint,
    opened_at         bigint        not null,
    closed_at         bigint,
    outcome           smallint               check (outcome between 1 and 4),
    reason            varchar(1000) not null,
    source            varchar(100)  not null,
    description       {text}        not null,
    guard             bigint        not null default 0,
    constraint crm_case_outcome check ((closed_at is null) = (outcome is null)),
    constraint crm_case_stage check ((stage = 3) = (outcome is not null)),
    constraint crm_case_order check (closed_at >= opened_at),
    constraint crm_case_probability check (probability between 0 and 100),
    constraint crm_case_expected check ((expected_amount is null) = (expected_currency is null))
);
create index crm_case_by_phase_expected_currency on crm_case (phase_id, expected_currency);
create index crm_case_by_subject on crm_case (subject_id) {if_given subject_id};
create index crm_case_by_person on crm_case (person_id) {if_given person_id};
create index crm_case_by_type on crm_case (type_id);
create index crm_case_by_keeper_stage on crm_case (keeper_id, stage);
create index crm_case_by_parent on crm_case (parent_id) {if_given parent_id};

-- What a case was from a moment on: one row for each change of what the funnel reads, only ever appended.
create table crm_case_state (
    id                {id}     not null primary key,
    case_id           bigint   not null references crm_case (id),
    seq               bigint   not null,
    valid_at          bigint   not null,
    recorded_at       bigint   not null,
    operation_id      bigint   not null,
    operator_id       bigint            references crm_operator (id),
    type_id           bigint   not null references crm_case_type (id),
    phase_id          bigint   not null references crm_phase (id),
    stage             smallint not null check (stage between 1 and 3),
    previous_phase_id bigint            references crm_phase (id),
    entered           smallint not null check (entered in (0, 1)),
    subject_id        bigint            references crm_subject (id),
    keeper_id         bigint   not null references crm_operator (id),
    expected_amount   bigint,
    expected_currency char(3),
    probability       bigint   not null,
    outcome           smallint          check (outcome between 1 and 4),
    constraint crm_case_state_expected check ((expected_amount is null) = (expected_currency is null)),
    unique (case_id, seq)
);
create index crm_case_state_by_valid_at on crm_case_state (valid_at);
create index crm_case_state_by_phase on crm_case_state (phase_id);

-- An event: information flowed between a subject and an employee of ours.
create table crm_contact (
    id           {id}         not null primary key,
    version      bigint       not null,
    created_at   bigint       not null,
    created_by   bigint       not null,
    changed_at   bigint       not null,
    changed_by   bigint       not null,
    archived_at  bigint,
    kind_id      bigint       not null references crm_contact_kind (id),
    subject_id   bigint                references crm_subject (id),
    person_id    bigint                references crm_person (id),
    at           bigint       not null,
    ended_at     bigint,
    direction    smallint     not null check (direction between 1 and 3),
    status       smallint     not null check (status between 1 and 4),
    is_automatic smallint     not null check (is_automatic in (0, 1)),
    summary      varchar(998) not null,
    body         {text}       not null,
    place        varchar(200) not null,
    thread_id    bigint                references crm_contact (id),
    evaluation   bigint,
    guard        bigint       not null default 0,
    constraint crm_contact_about check (subject_id is not null or person_id is not null)
);
create index crm_contact_by_subject_at on crm_contact (subject_id, at) {if_given subject_id};
create index crm_contact_by_person_at on crm_contact (person_id, at) {if_given person_id};
create index crm_contact_by_thread on crm_contact (thread_id) {if_given thread_id};
create index crm_contact_by_kind on crm_contact (kind_id);

-- Someone who took part in a contact: an employee of ours, a person, or just an address.
create table crm_participant (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    contact_id  bigint       not null references crm_contact (id),
    operator_id bigint                references crm_operator (id),
    person_id   bigint                references crm_person (id),
    address     varchar(320) not null,
    role        smallint     not null check (role between 1 and 4),
    constraint crm_participant_who check ((case when operator_id is null then 0 else 1 end) + (case when person_id is null then 0 else 1 end)
                                          + (case when address = '' then 0 else 1 end) = 1)
);
create index crm_participant_by_contact on crm_participant (contact_id);
create index crm_participant_by_person on crm_participant (person_id) {if_given person_id};
create index crm_participant_by_operator on crm_participant (operator_id) {if_given operator_id};

-- A contact that is linked with a case.
create table crm_contact_case (
    id          {id}   not null primary key,
    version     bigint not null,
    created_at  bigint not null,
    created_by  bigint not null,
    changed_at  bigint not null,
    changed_by  bigint not null,
    archived_at bigint,
    contact_id  bigint not null references crm_contact (id),
    case_id     bigint not null references crm_case (id),
    unique (contact_id, case_id)
);
create index crm_contact_case_by_case_contact on crm_contact_case (case_id, contact_id);

-- An e-mail as it came in: imported, unmatched, to be reviewed, ignored; one that is matched has its contact.
create table crm_message (
    id            {id}          not null primary key,
    version       bigint        not null,
    created_at    bigint        not null,
    created_by    bigint        not null,
    changed_at    bigint        not null,
    changed_by    bigint        not null,
    archived_at   bigint,
    {key}         varchar(64)   not null unique,
    is_synthetic  smallint      not null check (is_synthetic in (0, 1)),
    message_id    varchar(4000) not null,
    state         smallint      not null check (state between 1 and 4),
    contact_id    bigint                 references crm_contact (id),
    direction     smallint      not null check (direction between 1 and 3),
    is_automatic  smallint      not null check (is_automatic in (0, 1)),
    sent_at       bigint,
    sender        varchar(320)  not null,
    sender_name   varchar(500)  not null,
    other_side    varchar(320)  not null,
    recipients    {text}        not null,
    subject_line  varchar(998)  not null,
    headers       {text}        not null,
    text          {text}        not null,
    in_reply_to   varchar(4000) not null,
    references_to {text}        not null,
    raw_id        bigint                 references crm_content (id),
    explanation   {text}        not null,
    constraint crm_message_contact check ((state = 1) = (contact_id is not null))
);
create index crm_message_by_contact on crm_message (contact_id) {if_given contact_id};
create index crm_message_by_state on crm_message (state);
create index crm_message_by_other_side on crm_message (other_side);
create index crm_message_by_raw on crm_message (raw_id) {if_given raw_id};

-- Another Message-ID that a message is known by: of one that it encloses.
create table crm_message_alias (
    id          {id}        not null primary key,
    version     bigint      not null,
    created_at  bigint      not null,
    created_by  bigint      not null,
    changed_at  bigint      not null,
    changed_by  bigint      not null,
    archived_at bigint,
    message_ref bigint      not null references crm_message (id),
    {key}       varchar(64) not null,
    unique (message_ref, {key})
);
create index crm_message_alias_by_key on crm_message_alias ({key});

-- Where a message was found: each mailbox and folder that holds it.
create table crm_message_copy (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    message_ref bigint       not null references crm_message (id),
    mailbox     varchar(320) not null,
    folder      varchar(255) not null,
    owner_id    bigint                references crm_operator (id),
    seen_at     bigint       not null,
    differs_id  bigint                references crm_content (id)
);
create index crm_message_copy_by_message_ref on crm_message_copy (message_ref);
create index crm_message_copy_by_differs on crm_message_copy (differs_id) {if_given differs_id};

-- Something to do, by someone, until some day.
create table crm_task (
    id             {id}          not null primary key,
    version        bigint        not null,
    created_at     bigint        not null,
    created_by     bigint        not null,
    changed_at     bigint        not null,
    changed_by     bigint        not null,
    archived_at    bigint,
    title          varchar(255)  not null,
    responsible_id bigint        not null references crm_operator (id),
    status         smallint      not null check (status between 1 and 5),
    priority       smallint      not null check (priority between 1 and 3),
    subject_id     bigint                 references crm_subject (id),
    person_id      bigint                 references crm_person (id),
    case_id        bigint                 references crm_case (id),
    contact_id     bigint                 references crm_contact (id),
    due_at         bigint,
    done_at        bigint,
    done_by        bigint                 references crm_operator (id),
    result         varchar(4000) not null,
    description    {text}        not null,
    constraint crm_task_done check ((status = 4) = (done_at is not null))
);
create index crm_task_by_subject_created_at on crm_task (subject_id, created_at) {if_given subject_id};
create index crm_task_by_person_created_at on crm_task (person_id, created_at) {if_given person_id};
create index crm_task_by_case_created_at on crm_task (case_id, created_at) {if_given case_id};
create index crm_task_by_contact on crm_task (contact_id) {if_given contact_id};
create index crm_task_by_responsible_status on crm_task (responsible_id, status);

-- Any information attached to the records.
create table crm_note (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    subject_id  bigint                references crm_subject (id),
    person_id   bigint                references crm_person (id),
    contact_id  bigint                references crm_contact (id),
    task_id     bigint                references crm_task (id),
    case_id     bigint                references crm_case (id),
    author_id   bigint                references crm_operator (id),
    written_at  bigint       not null,
    title       varchar(255) not null,
    body        {text}       not null,
    is_private  smallint     not null check (is_private in (0, 1)),
    is_pinned   smallint     not null check (is_pinned in (0, 1)),
    constraint crm_note_about check (subject_id is not null or person_id is not null)
);
create index crm_note_by_subject_written_at on crm_note (subject_id, written_at) {if_given subject_id};
create index crm_note_by_person_written_at on crm_note (person_id, written_at) {if_given person_id};
create index crm_note_by_case_written_at on crm_note (case_id, written_at) {if_given case_id};
create index crm_note_by_contact on crm_note (contact_id) {if_given contact_id};
create index crm_note_by_task on crm_note (task_id) {if_given task_id};

-- A file or a reference to one.
create table crm_document (
    id          {id}          not null primary key,
    version     bigint        not null,
    created_at  bigint        not null,
    created_by  bigint        not null,
    changed_at  bigint        not null,
    changed_by  bigint        not null,
    archived_at bigint,
    number      varchar(100)  not null,
    title       varchar(255)  not null,
    kind        varchar(100)  not null,
    status      smallint      not null check (status between 1 and 3),
    direction   smallint      not null check (direction between 1 and 3),
    received_at bigint,
    issued_on   bigint,
    valid_since bigint,
    valid_until bigint,
    file_name   varchar(255)  not null,
    media_type  varchar(255)  not null,
    content_id  bigint                 references crm_content (id),
    reference   varchar(2000) not null,
    constraint crm_document_where check (content_id is not null or reference <> '')
);
create index crm_document_by_content on crm_document (content_id) {if_given content_id};

-- A document that is linked with one other record.
create table crm_document_link (
    id          {id}   not null primary key,
    version     bigint not null,
    created_at  bigint not null,
    created_by  bigint not null,
    changed_at  bigint not null,
    changed_by  bigint not null,
    archived_at bigint,
    document_id bigint not null references crm_document (id),
    subject_id  bigint          references crm_subject (id),
    person_id   bigint          references crm_person (id),
    case_id     bigint          references crm_case (id),
    contact_id  bigint          references crm_contact (id),
    task_id     bigint          references crm_task (id),
    note_id     bigint          references crm_note (id),
    message_ref bigint          references crm_message (id),
    constraint crm_document_link_with check ((case when subject_id is null then 0 else 1 end) + (case when person_id is null then 0 else 1 end)
                                            + (case when case_id is null then 0 else 1 end) + (case when contact_id is null then 0 else 1 end)
                                            + (case when task_id is null then 0 else 1 end) + (case when note_id is null then 0 else 1 end)
                                            + (case when message_ref is null then 0 else 1 end) = 1)
);
create index crm_document_link_by_subject_document on crm_document_link (subject_id, document_id) {if_given subject_id};
create index crm_document_link_by_person_document on crm_document_link (person_id, document_id) {if_given person_id};
create index crm_document_link_by_case_document on crm_document_link (case_id, document_id) {if_given case_id};
create index crm_document_link_by_contact_document on crm_document_link (contact_id, document_id) {if_given contact_id};
create index crm_document_link_by_task_document on crm_document_link (task_id, document_id) {if_given task_id};
create index crm_document_link_by_note_document on crm_document_link (note_id, document_id) {if_given note_id};
create index crm_document_link_by_message_ref_document on crm_document_link (message_ref, document_id) {if_given message_ref};
create index crm_document_link_by_document on crm_document_link (document_id);

-- One row for each changed record: who and when is told by the operation, which is written last, hence no foreign key.
create table crm_history (
    operation_id bigint      not null,
    position     bigint      not null,
    record       varchar(40) not null,
    record_id    bigint      not null,
    version      bigint      not null,
    action       smallint    not null check (action between 1 and 3),
    fields       {text}      not null,
    primary key (operation_id, position)
){clustered};
create index crm_history_record on crm_history (record, record_id, version);

-- Ids are given in blocks, so that bulk loading needs no round trip a row and writers never collide.
create table crm_id_block (
    name    varchar(40) not null primary key,
    next_id bigint      not null
);
insert into crm_id_block (name, next_id) values ('all', 1);
