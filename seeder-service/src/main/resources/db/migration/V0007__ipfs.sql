-- One row for each object of the origin whose blocks are known; without a CID while it is still being read. `damaged_at`: a
-- block of it was not what its digest says, and nothing of it is given out any more. Without a video: of the deployment.
-- `total_size`: bytes of all its blocks.
create table ipfs_object (
    object_no  bigint generated always as identity primary key,
    video_id   uuid references seed_video (video_id),
    version    int         not null,
    key        text        not null unique,
    cid        bytea,
    total_size bigint      not null default 0,
    damaged_at timestamptz
);

create index ipfs_object_video on ipfs_object (video_id);

-- Blocks that are bytes of an object. `wrapped`: with a few more around them, as older profiles have it.
create table ipfs_leaf (
    digest    bytea   not null,
    object_no bigint  not null references ipfs_object (object_no) on delete cascade,
    at        bigint  not null,
    length    int     not null,
    wrapped   boolean not null,
    primary key (digest, object_no, at)
) partition by hash (digest);

-- Blocks that are no bytes of an object: nodes of files and directories, whole.
create table ipfs_node (
    digest    bytea  not null,
    object_no bigint not null references ipfs_object (object_no) on delete cascade,
    bytes     bytea  not null,
    primary key (digest, object_no)
) partition by hash (digest);

do $$
begin
    for part in 0..15 loop
        execute format('create table ipfs_leaf_%s partition of ipfs_leaf for values with (modulus 16, remainder %s)', part, part);
        execute format('create table ipfs_node_%s partition of ipfs_node for values with (modulus 16, remainder %s)', part, part);
    end loop;
end
$$;

-- What goes with an object is found by it.
create index ipfs_leaf_object on ipfs_leaf (object_no);
create index ipfs_node_object on ipfs_node (object_no);

alter table seed_file add column cid bytea;
