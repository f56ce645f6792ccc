-- Owned by access.
create table account (
    name text primary key,
    role text not null check (role in ('MANUFACTURER', 'BODY', 'OFFICER', 'AUTHORITY', 'OPERATOR')),
    state text check (state ~ '^[A-Z]{2}$'),
    -- The manufacturer or conformity assessment body it acts for.
    organisation uuid,
    password_hash text not null,
    api_key_id text not null unique,
    api_key_hash bytea not null,
    created_at timestamptz not null default now()
);

create table idempotent_request (
    account text not null references account,
    key text not null,
    fingerprint bytea not null,
    status int,
    location text,
    etag text,
    body jsonb,
    received_at timestamptz not null default now(),
    primary key (account, key)
);

create index idempotent_request_age on idempotent_request (received_at);

create table secret (
    name text primary key,
    value bytea not null
);

-- Owned by log. The order of all changes of facts: sequence and time rise together, in the order of the commits.
create table record (
    sequence bigint primary key,
    recorded_at timestamptz not null unique,
    actor text not null,
    event text not null,
    subject text not null,
    reason text,
    act text
);

create index record_subject on record (subject, sequence);

-- Owned by regime.
create table regime_version (
    regime text not null,
    version int not null,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null default 'infinity',
    data jsonb not null,
    primary key (regime, version)
);

-- Owned by goods. Every table "x_version" holds what was recorded of x: valid on days from valid_from up to but
-- without valid_to, the row with the highest sequence counting where several hold the same day.
create table manufacturer (
    id uuid primary key default uuidv7(),
    state text not null check (state ~ '^[A-Z]{2}$'),
    tax_id text not null,
    unique (state, tax_id)
);

create table manufacturer_version (
    manufacturer uuid not null references manufacturer,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null default 'infinity',
    data jsonb not null,
    primary key (manufacturer, sequence)
);

create sequence goods_number;

create table goods (
    id uuid primary key default uuidv7(),
    -- Null until submitted; never changes afterwards and is never used again.
    number text unique,
    -- The record of the submission.
    submitted bigint references record,
    regime text not null,
    state text not null check (state ~ '^[A-Z]{2}$'),
    manufacturer uuid not null references manufacturer,
    -- The sequence of the newest record about these goods: what If-Match is compared with.
    revision bigint not null references record,
    check ((number is null) = (submitted is null))
);

create index goods_manufacturer on goods (manufacturer);

create table goods_version (
    goods uuid not null references goods,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null default 'infinity',
    data jsonb not null,
    primary key (goods, sequence)
);

create index goods_version_gtins on goods_version using gin ((data -> 'gtins'));

-- Owned by attestation.
create table body (
    id uuid primary key default uuidv7(),
    state text not null check (state ~ '^[A-Z]{2}$'),
    accreditation text not null unique
);

create table body_version (
    body uuid not null references body,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null default 'infinity',
    data jsonb not null,
    primary key (body, sequence)
);

create table attestation (
    id uuid primary key default uuidv7(),
    -- Scheme and body of the number, look-alikes folded, separators left out: what every spelling comes down to.
    key text not null unique,
    number text not null,
    kind text not null,
    body uuid references body,
    manufacturer uuid references manufacturer,
    revision bigint not null references record
);

create index attestation_manufacturer on attestation (manufacturer);

create table attestation_version (
    attestation uuid not null references attestation,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null default 'infinity',
    data jsonb not null,
    primary key (attestation, sequence)
);

create table attestation_goods (
    attestation uuid not null references attestation,
    goods uuid not null references goods,
    sequence bigint not null references record,
    primary key (attestation, goods)
);

create index attestation_goods_goods on attestation_goods (goods);

create table attestation_event (
    attestation uuid not null references attestation,
    sequence bigint not null references record,
    type text not null,
    effective date not null,
    until date,
    models text[] not null default '{}',
    reason text not null,
    act text,
    authority text not null,
    primary key (attestation, sequence)
);

-- Owned by document.
create table document (
    id uuid primary key default uuidv7(),
    original text not null references original,
    -- Who may always read it: a manufacturer, a conformity assessment body, or the authority of a state.
    owner text not null,
    file_name text not null,
    kind text not null,
    visibility text not null check (visibility in ('PUBLIC', 'RESTRICTED')),
    sequence bigint not null references record,
    unique (owner, original)
);

create index document_original on document (original);

create table document_goods (
    document uuid not null references document,
    goods uuid not null references goods,
    sequence bigint not null references record,
    primary key (document, goods)
);

create index document_goods_goods on document_goods (goods);

create table document_attestation (
    document uuid not null references document,
    attestation uuid not null references attestation,
    sequence bigint not null references record,
    primary key (document, attestation)
);

create index document_attestation_attestation on document_attestation (attestation);

-- Owned by decision.
create table proposal (
    id uuid primary key default uuidv7(),
    goods uuid not null references goods,
    state text not null check (state ~ '^[A-Z]{2}$'),
    action text not null,
    effective date not null,
    act text not null,
    reason text not null,
    proposed_by text not null references account,
    proposed_sequence bigint not null references record,
    status text not null default 'OPEN' check (status in ('OPEN', 'CONFIRMED', 'REJECTED')),
    settled_by text references account,
    settled_sequence bigint references record,
    settled_reason text,
    -- Four eyes: the second person is another one.
    check (settled_by is null or settled_by <> proposed_by)
);

create index proposal_goods on proposal (goods);

create table decision (
    id uuid primary key default uuidv7(),
    proposal uuid not null references proposal,
    goods uuid not null references goods,
    state text not null check (state ~ '^[A-Z]{2}$'),
    action text not null,
    sequence bigint not null references record,
    valid_from date not null,
    -- A provisional decision ends when it lapses.
    valid_to date not null default 'infinity',
    act text not null,
    reason text not null
);

create index decision_goods on decision (goods);
