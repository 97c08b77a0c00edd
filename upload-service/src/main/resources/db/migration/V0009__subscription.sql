create table subscription (
    account_id uuid        not null references account,
    -- Empty for a channel of the account's own instance.
    host       text        not null,
    name       text        not null,
    -- Null as long as only the handle is known. A channel that is gone stays here until that is told.
    channel_id uuid,
    created_at timestamptz not null,
    primary key (account_id, host, name)
);

create index subscription_to_channel on subscription (channel_id);

-- Channels whose subscriptions are still to be ended.
create table ended_channel (
    channel_id uuid primary key
);

-- Facts about one subscription are told in this order, also when it began again.
create sequence subscription_revision;

create table feed_token (
    account_id uuid primary key references account,
    token      text not null
);
