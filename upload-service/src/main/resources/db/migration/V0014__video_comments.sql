-- Follows comment-count.v1, whose revision tells which count is newer; a change of it is no new revision of the video.
alter table video add column comments bigint not null default 0;
alter table video add column comments_revision bigint not null default 0;
