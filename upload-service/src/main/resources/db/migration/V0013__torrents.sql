-- Follows seeding.v1: the torrents of the published files, and the revision of the fact that told them.
alter table video add column torrents bytea;
alter table video add column torrents_revision bigint not null default 0;
