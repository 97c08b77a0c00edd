-- The directory of all published files of a version, made when the last of them is read; of which version it is.
alter table seed_video add column directory_cid bytea;
alter table seed_video add column directory_version int not null default 0;

create index seed_video_directories on seed_video (updated_at) where state = 'SEEDING' and directory_version < version;
