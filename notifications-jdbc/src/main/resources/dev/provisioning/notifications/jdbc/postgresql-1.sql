create table ${schema}${prefix}ledger (
    tenant text collate "C" not null,
    name text collate "C" not null,
    revision bigint not null,
    slot bigint not null,
    phase text collate "C" not null,
    due_at bigint,
    used_at bigint,
    opens_at bigint,
    owner text,
    token text,
    handover text,
    attempts bigint not null,
    stumbles bigint not null,
    trouble text,
    last_mail text,
    entries bigint not null,
    checksum bigint not null,
    primary key (tenant, name)
) with (fillfactor = 80);

create index ${prefix}ledger_due on ${schema}${prefix}ledger (due_at) where due_at is not null;

create table ${schema}${prefix}entry (
    tenant text collate "C" not null,
    name text collate "C" not null,
    key text collate "C" not null,
    status text collate "C" not null,
    severity text collate "C" not null,
    first_seen bigint not null,
    last_seen bigint not null,
    held_at bigint not null,
    count bigint not null,
    told bigint not null,
    born bigint not null,
    version bigint not null,
    in_doubt bigint not null,
    resolved_at bigint,
    issue text not null,
    checksum bigint not null,
    primary key (tenant, name, key)
) with (fillfactor = 80);

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

-- Puts ledgers in the place of their predecessors, with all that belongs to them, and tells the numbers of those that it
-- has replaced. A ledger is replaced if the one that is there is of the revision before, and, as far as issues are to be
-- taken out of the outbox with it, these are all still there. If it is not patient, a ledger that another transaction is
-- changing is left out, too. The ledgers come in the order of their names, so that no two callers wait for each other.
create function ${schema}${prefix}replace(
    given ${schema}${prefix}ledger[],
    changed ${schema}${prefix}entry[],
    gone ${schema}${prefix}entry[],
    sent ${schema}${prefix}mail[],
    forget_before bigint,
    taken bigint[],
    patient boolean)
returns setof int language plpgsql as $$
declare
    number int := 0;
    new ${schema}${prefix}ledger;
    old ${schema}${prefix}entry;
    replaced text[] := '{}';
begin
    if cardinality(taken) > 0
            and (select count(*) from ${schema}${prefix}outbox where id = any (taken)) < cardinality(taken) then
        return;
    end if;
    foreach new in array given loop
        number := number + 1;
        if new.revision = 1 then
            insert into ${schema}${prefix}ledger values (new.*) on conflict do nothing;
        else
            if not patient then
                perform from ${schema}${prefix}ledger l
                    where l.tenant = new.tenant and l.name = new.name for update skip locked;
                continue when not found;
            end if;
            update ${schema}${prefix}ledger l set
                    revision = new.revision, slot = new.slot, phase = new.phase, due_at = new.due_at,
                    used_at = new.used_at, opens_at = new.opens_at, owner = new.owner, token = new.token,
                    handover = new.handover, attempts = new.attempts, stumbles = new.stumbles,
                    trouble = new.trouble, last_mail = new.last_mail, entries = new.entries,
                    checksum = new.checksum
                where l.tenant = new.tenant and l.name = new.name and l.revision = new.revision - 1;
        end if;
        continue when not found;
        replaced := replaced || (new.tenant || E'\n' || new.name);
        return next number;
    end loop;
    if cardinality(replaced) = 0 then
        return;
    end if;
    if cardinality(changed) > 0 then
        insert into ${schema}${prefix}entry as e
            select c.* from unnest(changed) c where c.tenant || E'\n' || c.name = any (replaced)
            on conflict (tenant, name, key) do update set
                status = excluded.status, severity = excluded.severity, first_seen = excluded.first_seen,
                last_seen = excluded.last_seen, held_at = excluded.held_at, count = excluded.count,
                told = excluded.told, born = excluded.born, version = excluded.version,
                in_doubt = excluded.in_doubt, resolved_at = excluded.resolved_at, issue = excluded.issue,
                checksum = excluded.checksum;
    end if;
    foreach old in array gone loop
        if old.tenant || E'\n' || old.name = any (replaced) then
            delete from ${schema}${prefix}entry e
                where e.tenant = old.tenant and e.name = old.name and e.key = old.key;
        end if;
    end loop;
    if cardinality(sent) > 0 then
        insert into ${schema}${prefix}mail as m
            select s.* from unnest(sent) s where s.tenant || E'\n' || s.name = any (replaced)
            on conflict (tenant, name, slot) do update set
                sent_at = excluded.sent_at, mail = excluded.mail, checksum = excluded.checksum;
        delete from ${schema}${prefix}mail where ctid = any (array(
            select ctid from ${schema}${prefix}mail where sent_at < forget_before order by sent_at limit 20));
    end if;
    if cardinality(taken) > 0 then
        delete from ${schema}${prefix}outbox where id = any (taken);
    end if;
end $$;
