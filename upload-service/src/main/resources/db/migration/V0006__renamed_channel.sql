-- Channels whose videos are still to be told with the channel's new texts, in the order of their ids.
create table renamed_channel (
    channel_id uuid primary key references channel on delete cascade,
    after_id   uuid not null
);
