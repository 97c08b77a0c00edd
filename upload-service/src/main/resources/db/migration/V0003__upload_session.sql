create table upload_session (
    id            uuid        primary key,
    instance      text        not null,
    account_id    uuid        not null references account,
    channel_id    uuid        not null,
    state         text        not null,
    filename      text        not null,
    details       jsonb       not null,
    length        bigint      not null,
    part_size     integer     not null,
    received      bigint      not null,
    digest        bytea       not null,
    head          bytea       not null,
    -- Objects with the durable bytes behind the last whole part, in order.
    tails         jsonb       not null,
    multipart_id  text,
    -- Grows with each writer: only the newest may commit.
    fence         bigint      not null,
    -- Numbers are never used twice, so that a late write of a fenced writer hits nothing.
    last_part     integer     not null,
    last_tail     integer     not null,
    created_at    timestamptz not null,
    touched_at    timestamptz not null,
    expires_at    timestamptz not null
);

create index upload_session_of_account on upload_session (account_id) where state = 'OPEN';
create index upload_session_expiry on upload_session (expires_at);
create index upload_session_waiting on upload_session (touched_at) where state <> 'COMPLETED';

-- Whole parts of the multipart upload, in order of their numbers (which may have gaps).
create table upload_part (
    session_id uuid    not null references upload_session on delete cascade,
    number     integer not null,
    etag       text    not null,
    size       bigint  not null,
    primary key (session_id, number)
);

-- Bytes that count against an account's quota.
create view account_storage as
    select account_id, sum(bytes) as bytes
    from (select account_id, source_size as bytes from video where state <> 'DELETED'
          union all
          select account_id, length from upload_session where state = 'OPEN') as stored
    group by account_id;
