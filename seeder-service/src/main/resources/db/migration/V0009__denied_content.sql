-- Content of IPFS that is not given out. `hash`: SHA-256 of what names it, as lists of others have it, so that a list need not
-- say what it is about.
create table denied_content (
    hash      bytea       primary key,
    content   text        not null,
    reason    text        not null,
    operator  text        not null,
    denied_at timestamptz not null
);

create index denied_content_newest on denied_content (denied_at desc, hash);
