-- What is planned for cases, and the host's trade documents that it is compared with, version 3. Units and words are those
-- of version 1. Programs of earlier versions go on as they are: they know nothing of these.
-- reader 1, writer 1

-- A kind of trade document: the host's dictionary.
create table crm_trade_kind (
    id          {id}         not null primary key,
    version     bigint       not null,
    created_at  bigint       not null,
    created_by  bigint       not null,
    changed_at  bigint       not null,
    changed_by  bigint       not null,
    archived_at bigint,
    code        varchar(60)  not null unique,
    name        varchar(100) not null,
    counts_as   smallint     not null check (counts_as between 1 and 3),
    is_reversal smallint     not null check (is_reversal in (0, 1))
);

-- A kind of trade document that cases of a type may be linked with.
create table crm_admitted_kind (
    id          {id}   not null primary key,
    version     bigint not null,
    created_at  bigint not null,
    created_by  bigint not null,
    changed_at  bigint not null,
    changed_by  bigint not null,
    archived_at bigint,
    type_id     bigint not null references crm_case_type (id),
    kind_id     bigint not null references crm_trade_kind (id),
    guard       bigint not null default 0,
    constraint crm_admitted_kind_once unique (type_id, kind_id)
);
create index crm_admitted_kind_by_kind on crm_admitted_kind (kind_id);

-- A planned cost or revenue of a case. The index holds all that plan and actual are compared by.
create table crm_plan_line (
    id               {id}          not null primary key,
    version          bigint        not null,
    created_at       bigint        not null,
    created_by       bigint        not null,
    changed_at       bigint        not null,
    changed_by       bigint        not null,
    archived_at      bigint,
    case_id          bigint        not null references crm_case (id),
    side             smallint      not null check (side in (1, 2)),
    category         smallint      not null check (category between 1 and 5),
    planned_amount   bigint        not null,
    planned_currency char(3)       not null,
    planned_on       bigint,
    description      varchar(2000) not null
);
create index crm_plan_line_by_case on crm_plan_line (case_id, side, planned_currency, category, planned_amount, archived_at);

-- A document of the host's, known here by reference, kind, date and amount. Its index by case is as that of plan lines.
create table crm_trade_document (
    id           {id}         not null primary key,
    version      bigint       not null,
    created_at   bigint       not null,
    created_by   bigint       not null,
    changed_at   bigint       not null,
    changed_by   bigint       not null,
    archived_at  bigint,
    kind_id      bigint       not null references crm_trade_kind (id),
    reference    varchar(100) not null,
    host_key     varchar(200),
    case_id      bigint                references crm_case (id),
    category     smallint     not null check (category between 1 and 5),
    issued_on    bigint,
    net_amount   bigint       not null,
    net_currency char(3)      not null,
    status       smallint     not null check (status between 1 and 4),
    constraint crm_trade_document_reference unique (kind_id, reference)
);
create index crm_trade_document_by_host_key on crm_trade_document (host_key) {if_given host_key};
create index crm_trade_document_by_case on crm_trade_document (case_id, net_currency, category, kind_id, status, net_amount, archived_at) {if_given case_id};
