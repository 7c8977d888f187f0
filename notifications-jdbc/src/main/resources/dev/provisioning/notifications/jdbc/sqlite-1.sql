create table ${prefix}ledger (
    tenant text not null,
    name text not null,
    revision integer not null,
    slot integer not null,
    phase text not null,
    -- Whose turn it is, in ascending order: urgency * 10^18 + microseconds since 1970 at which the application is due,
    -- with an urgency of 0 for urgent, 1 for critical, 2 for warning, 3 for info. Null while nothing is to be done.
    turn integer,
    used_at integer,
    opens_at integer,
    owner text,
    token text,
    handover text,
    attempts integer not null,
    stumbles integer not null,
    trouble text,
    last_mail text,
    entries text not null,
    checksum integer not null,
    primary key (tenant, name)
) without rowid;

create index ${prefix}ledger_due on ${prefix}ledger (turn) where turn is not null;

create index ${prefix}ledger_at_work on ${prefix}ledger (phase) where phase in ('CLAIMED', 'HANDED_OVER');

create table ${prefix}mail (
    tenant text not null,
    name text not null,
    slot integer not null,
    sent_at integer not null,
    mail text not null,
    checksum integer not null,
    primary key (tenant, name, slot)
) without rowid;

create index ${prefix}mail_sent on ${prefix}mail (sent_at);
