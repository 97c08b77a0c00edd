-- One row for each video whose files were published. `video_revision` is that of the newest snapshot heard of; an older one
-- changes nothing. `revision` counts the facts told about it.
create table seed_video (
    video_id       uuid        primary key,
    instance_id    text        not null,
    video_revision bigint      not null,
    version        int         not null default 0,
    state          text        not null,
    revision       bigint      not null default 0,
    updated_at     timestamptz not null,
    emptied_at     timestamptz
);

create index seed_video_to_empty on seed_video (updated_at) where state = 'DELETED' and emptied_at is null;

-- One row for each file of the present version: first a task, then its torrents. `attempt` fences: only the worker that
-- claimed the present attempt may report. `due_at` is the end of the lease while it runs, of its pause while it waits.
create table seed_file (
    task_id          uuid        primary key,
    video_id         uuid        not null references seed_video (video_id),
    version          int         not null,
    ordinal          int         not null,
    rendition        text        not null,
    file             text        not null,
    height           int         not null,
    size             bigint      not null,
    sha256           bytea       not null,
    state            text        not null,
    attempt          int         not null default 1,
    failures         int         not null default 0,
    due_at           timestamptz not null,
    error            text        not null default '',
    piece_length     int,
    infohash_v1      bytea,
    infohash_v2      bytea,
    infohash_v1_only bytea,
    unique (video_id, ordinal)
);

create index seed_file_due on seed_file (due_at) where state in ('QUEUED', 'RUNNING', 'WAITING');

-- Trackers and peers ask by hash, of version 2 by its first 20 bytes.
create index seed_file_v1 on seed_file (infohash_v1);
create index seed_file_v2 on seed_file (substring(infohash_v2 from 1 for 20));
create index seed_file_v1_only on seed_file (infohash_v1_only);
