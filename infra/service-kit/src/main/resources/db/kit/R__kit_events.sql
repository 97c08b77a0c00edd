-- The outbox and the memory of consumers; the same in each service's database. Repeatable: only ever adds.
create table if not exists event_outbox (
    seq        bigint generated always as identity primary key,
    event_id   uuid        not null unique,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    value      bytea       not null,
    created_at timestamptz not null
);

create table if not exists processed_event (
    consumer     text        not null,
    event_id     uuid        not null,
    processed_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index if not exists processed_event_age on processed_event (processed_at);

alter table event_outbox add column if not exists trace_parent text;
