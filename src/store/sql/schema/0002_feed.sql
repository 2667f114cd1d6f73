-- Many writers, version 2. Each committed operation gets a place in one order that whoever follows the feed can rely on;
-- and what two writers must not both rely on is counted up by both.
-- Programs of version 1 go on as they are: what they write gets its place when the feed is read, or by the next writer.
-- reader 1, writer 1

-- Null until the place is given, by whoever reads the feed first (SQLite: at the commit).
alter table crm_operation add column feed_position bigint;
create index crm_operation_by_feed_position on crm_operation (feed_position, stamp);

-- One row: it is updated by whoever gives places, so that one at a time does.
create table crm_feed (
    name          varchar(40) not null primary key,
    last_position bigint      not null,
    kept_from     bigint      not null
);
insert into crm_feed (name, last_position, kept_from) values ('all', 0, 1);
-- Guards of values that no row stands for yet: a number that is to be unique has the guard that its hash chooses.
create table crm_guard (
    id    {id}   not null primary key,
    guard bigint not null
);
insert into crm_guard (id, guard) values (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0);

-- An operator who keeps open cases stays: whoever gives him one, and whoever lets him go, count this up.
alter table crm_operator add column guard bigint not null default 0;
