create table video (
    id                uuid             primary key,
    instance          text             not null,
    account_id        uuid             not null references account,
    channel_id        uuid             not null,
    revision          bigint           not null,
    name              text             not null,
    description       text             not null,
    privacy           text             not null,
    tags              text[]           not null,
    language          text             not null,
    licence           integer          not null,
    category          integer          not null,
    nsfw              boolean          not null,
    publish_at        timestamptz,
    state             text             not null,
    version           integer          not null,
    settled_version   integer          not null,
    playable          boolean          not null,
    packaged          bytea,
    duration_ms       bigint           not null,
    aspect_ratio      double precision not null,
    failure_reason    text             not null,
    source_key        text             not null,
    source_filename   text             not null,
    source_size       bigint           not null,
    source_sha256     bytea            not null,
    source_media_type text             not null,
    created_at        timestamptz      not null,
    updated_at        timestamptz      not null,
    published_at      timestamptz
);

create index video_of_account on video (account_id, created_at desc, id desc);
create index video_of_channel on video (channel_id, created_at desc, id desc);
create index video_scheduled on video (publish_at) where publish_at is not null;
create index video_deleted on video (updated_at) where state = 'DELETED';
