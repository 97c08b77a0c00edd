-- True while a request writes and has not brought a whole part: found true by the next one, the client's connection
-- broke too early, and less is to be taken at a time.
alter table upload_session add column broken_off boolean not null default false;
