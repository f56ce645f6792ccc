-- Owned by access: for whom else an account may act, and until when.
create table mandate (
    id uuid primary key,
    organisation uuid not null,
    state text not null check (state ~ '^[A-Z]{2}$'),
    representative text not null references account,
    valid_from date not null,
    valid_to date not null,
    -- The paper that gives the power, such as a power of attorney with its number.
    document text not null,
    recorded_by text not null references account,
    recorded_at timestamptz not null default now(),
    revoked_at timestamptz,
    check (valid_from <= valid_to)
);

create index on mandate (organisation);
create index on mandate (representative) where revoked_at is null;
