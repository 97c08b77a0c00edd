-- Name of the multivariant playlist of the present version, and the version whose streams are in player_hash.
alter table seed_video add column playlist text not null default '';
alter table seed_video add column players_version int not null default 0;

create index seed_video_players on seed_video (updated_at)
    where state = 'SEEDING' and playlist <> '' and players_version < version;

-- What players in browsers call the streams of a version: one name each for the variant streams and for the audio.
create table player_hash (
    video_id uuid  not null references seed_video (video_id),
    version  int   not null,
    hash     bytea not null,
    primary key (video_id, version, hash)
);

create index player_hash_hash on player_hash (hash);
