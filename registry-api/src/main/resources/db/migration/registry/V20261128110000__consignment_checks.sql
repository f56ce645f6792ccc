-- Checks of consignments, kept for a while for the pages that show them.
create table consignment_check (
    -- Random: whoever holds the address of a check made without an account may read it.
    id         text primary key,
    account    text not null,
    begun_at   timestamptz not null default now(),
    kept_until timestamptz not null,
    terms      jsonb not null,
    lines      int not null,
    -- Both null while it is being worked on.
    ended_at   timestamptz,
    summary    jsonb
);

create index on consignment_check (kept_until);

create table consignment_row (
    check_id     text not null references consignment_check on delete cascade,
    line         int not null,
    needs_a_look boolean not null,
    content      jsonb not null,
    primary key (check_id, line)
);

create index on consignment_row (check_id, line) where needs_a_look;
