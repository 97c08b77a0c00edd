-- Follows popularity.v1; a change of it is no new revision.
alter table video add column views bigint not null default 0;
