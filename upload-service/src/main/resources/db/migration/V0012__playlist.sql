create table playlist (
    id           uuid        primary key,
    instance     text        not null,
    account_id   uuid        not null references account,
    channel_id   uuid        references channel,
    revision     bigint      not null,
    display_name text        not null,
    description  text        not null,
    privacy      text        not null,
    -- Follow the elements, so that a list of playlists need not read them.
    length       integer     not null,
    cover        uuid,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

create index playlist_of_account on playlist (account_id, created_at desc, id desc);
create index playlist_of_channel on playlist (channel_id) where channel_id is not null;

-- The video may be gone: its element stays, as viewers are told so.
create table playlist_element (
    id            uuid    primary key,
    playlist_id   uuid    not null references playlist on delete cascade,
    position      integer not null,
    video_id      uuid    not null,
    start_seconds integer,
    stop_seconds  integer,
    unique (playlist_id, position) deferrable initially deferred
);

create index playlist_element_of_video on playlist_element (playlist_id, video_id);

-- Of a renamed channel its playlists are told before its videos, in the order of their ids; null when they are told.
alter table renamed_channel
    add column playlists_after uuid default '00000000-0000-0000-0000-000000000000';
