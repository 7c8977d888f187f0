create table ${schema}${prefix}ledger (
    tenant text collate "C" not null,
    name text collate "C" not null,
    revision bigint not null,
    slot bigint not null,
    phase text collate "C" not null,
    -- Whose turn it is, in ascending order: urgency * 10^18 + microseconds since 1970 at which the application is due,
    -- with an urgency of 0 for urgent, 1 for critical, 2 for warning, 3 for info. Null while nothing is to be done.
    turn bigint,
    used_at bigint,
    opens_at bigint,
    owner text,
    token text,
    handover text,
    attempts bigint not null,
    stumbles bigint not null,
    trouble text,
    last_mail text,
    entries text not null,
    checksum bigint not null,
    primary key (tenant, name)
);

create index ${prefix}ledger_due on ${schema}${prefix}ledger (turn) where turn is not null;

create table ${schema}${prefix}mail (
    tenant text collate "C" not null,
    name text collate "C" not null,
    slot bigint not null,
    sent_at bigint not null,
    mail text not null,
    checksum bigint not null,
    primary key (tenant, name, slot)
);

create index ${prefix}mail_sent on ${schema}${prefix}mail (sent_at);

create table ${schema}${prefix}outbox (
    id bigint generated always as identity primary key,
    tenant text collate "C" not null,
    name text collate "C" not null,
    issue text not null,
    checksum bigint not null
);
