-- The captions of a video stand in its row: whoever holds its lock has them too, and each event tells all of them.
alter table video add column captions jsonb not null default '[]';

-- Objects with captions that no video has, or has not yet: they go when they are due.
create table caption_leftover (
    key      text        primary key,
    video_id uuid        not null,
    due      timestamptz not null
);

create index caption_leftover_due on caption_leftover (due);
