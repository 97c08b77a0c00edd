-- Hashes that trackers refuse, whatever they name: 20 bytes, those of version 2 cut short.
create table denied_hash (
    hash      bytea       primary key,
    reason    text        not null,
    operator  text        not null,
    denied_at timestamptz not null
);

create index denied_hash_newest on denied_hash (denied_at desc, hash);
