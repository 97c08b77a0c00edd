-- The directory of all published files of a version, made when the last of them is read; of which version it is. `other_files`:
-- published names that are no renditions: playlists and pictures. Without any, of before this column, there is no directory.
alter table seed_video add column other_files text[] not null default '{}';
alter table seed_video add column directory_cid bytea;
alter table seed_video add column directory_version int not null default 0;

create index seed_video_directories on seed_video (video_id)
    where state = 'SEEDING' and directory_version < version and other_files <> '{}';
