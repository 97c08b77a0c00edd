-- Facts of before `owner_subject` tell nobody's ownership: all channels and their videos are told again, once.
create table untold_channel (
    channel_id uuid primary key references channel on delete cascade
);

insert into untold_channel select id from channel;

insert into renamed_channel select id, '00000000-0000-0000-0000-000000000000' from channel
on conflict (channel_id) do update set after_id = excluded.after_id;
