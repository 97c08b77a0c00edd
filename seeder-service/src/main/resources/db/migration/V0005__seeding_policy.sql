-- How videos of an instance are seeded; one without a row in every way, and as fast as it goes.
create table seeding_policy (
    instance_id text    primary key,
    torrents    boolean not null,
    peer_wire   boolean not null,
    browsers    boolean not null,
    rate        bigint  not null
);
