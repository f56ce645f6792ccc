-- Owned by access. Who signed up or was invited has an address for notices, and no API key until one is asked for.
alter table account
    alter column api_key_id drop not null,
    alter column api_key_hash drop not null,
    add column email text,
    add column language text check (language in ('ru', 'be', 'en')),
    add column closed_at timestamptz,
    add column closed_by text;

create index on account (organisation);
-- Names that differ in case alone would be taken for each other.
create unique index on account (lower(name));

-- Owned by enrolment: organisations that ask to be let in, and what became of it.
create table enrolment (
    id uuid primary key,
    state text not null check (state ~ '^[A-Z]{2}$'),
    tax_id text not null,
    role text not null check (role in ('MANUFACTURER', 'BODY')),
    -- Of a conformity assessment body.
    accreditation text,
    name text not null,
    address text not null,
    account text not null,
    email text not null,
    language text not null,
    -- Gone once it is decided.
    password_hash text,
    requested_at timestamptz not null default now(),
    decided_at timestamptz,
    decided_by text references account,
    refusal text,
    check ((role = 'BODY') = (accreditation is not null)),
    check ((decided_at is null) = (password_hash is not null))
);

create unique index on enrolment (lower(account)) where decided_at is null;
create index on enrolment (requested_at) where decided_at is null;

-- Owned by enrolment: a link by which one more person of an organisation makes an account, once.
create table invitation (
    id uuid primary key,
    token_hash bytea not null unique,
    invited_by text not null references account,
    email text not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index on invitation (invited_by) where used_at is null;
