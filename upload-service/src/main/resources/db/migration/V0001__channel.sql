-- Accounts and channels share one space of names within an instance, as ActivityPub handles do.
create table handle (
    instance text not null,
    name     text not null,
    primary key (instance, name)
);

create table account (
    id           uuid        primary key,
    instance     text        not null,
    subject      text        not null,
    name         text        not null,
    display_name text        not null,
    description  text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    unique (instance, subject),
    foreign key (instance, name) references handle
);

create table channel (
    id           uuid        primary key,
    instance     text        not null,
    account_id   uuid        not null references account,
    revision     bigint      not null,
    name         text        not null,
    display_name text        not null,
    description  text        not null,
    support      text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    unique (instance, name),
    foreign key (instance, name) references handle
);

create index channel_of_account on channel (account_id, created_at);
