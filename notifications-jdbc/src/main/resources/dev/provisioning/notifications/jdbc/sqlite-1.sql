create table ${prefix}ledger (
    tenant text not null,
    name text not null,
    revision integer not null,
    slot integer not null,
    phase text not null,
    due_at integer,
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

create index ${prefix}ledger_due on ${prefix}ledger (due_at) where due_at is not null;

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
