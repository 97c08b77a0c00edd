-- One row for each version of a video that was asked for.
create table transcode_job (
    video_id       uuid        not null,
    version        int         not null check (version >= 1),
    instance_id    text        not null,
    owner_subject  text        not null,
    source_key     text        not null,
    state          text        not null,
    playable       boolean     not null default false,
    plan           jsonb,
    failure_code   text        not null default '',
    failure_reason text        not null default '',
    retryable      boolean     not null default false,
    progressed_at  timestamptz not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    finished_at    timestamptz,
    cleaned_at     timestamptz,
    primary key (video_id, version)
);

create index transcode_job_to_clean on transcode_job (finished_at) where cleaned_at is null and finished_at is not null;

-- The pieces of work of a job. `attempt` fences: only the worker that claimed the present attempt may report.
create table transcode_task (
    task_id     uuid        primary key,
    video_id    uuid        not null,
    version     int         not null,
    ordinal     int         not null,
    kind        text        not null,
    chunk       int         not null default 0,
    state       text        not null,
    attempt     int         not null default 1,
    failures    int         not null default 0,
    due_at      timestamptz not null,
    error       text        not null default '',
    foreign key (video_id, version) references transcode_job (video_id, version) on delete cascade,
    unique (video_id, version, ordinal)
);

create index transcode_task_due on transcode_task (due_at) where state in ('QUEUED', 'RUNNING', 'WAITING');

-- What the encoder said once of each rendition in work.
create table transcode_rendition (
    video_id    uuid   not null,
    version     int    not null,
    name        text   not null,
    init_size   bigint not null,
    init_sha256 text   not null,
    timescale   bigint not null,
    codecs      text   not null,
    foreign key (video_id, version) references transcode_job (video_id, version) on delete cascade,
    primary key (video_id, version, name)
);

-- Segments that are durable in the origin.
create table transcode_segment (
    video_id  uuid   not null,
    version   int    not null,
    rendition text   not null,
    number    int    not null,
    object    text   not null,
    size      bigint not null,
    sha256    text   not null,
    micros    bigint not null,
    frames    int    not null,
    foreign key (video_id, version) references transcode_job (video_id, version) on delete cascade,
    primary key (video_id, version, rendition, number)
);

-- Videos that are gone: a late event must not bring them back, and late objects are swept.
create table deleted_video (
    video_id    uuid        primary key,
    instance_id text        not null,
    deleted_at  timestamptz not null,
    emptied_at  timestamptz,
    swept_at    timestamptz
);
