-- Owned by regime. A file is kept as it was written; versions of the form before this one are recorded anew at the start.
delete from regime_version where not data ? 'edition';
alter table regime_version alter column data type json using data::json;

-- Owned by goods.
alter table goods add submitted_on date;
update goods set submitted_on = (select recorded_at::date from record where sequence = goods.submitted)
where submitted is not null;
alter table goods add check ((submitted is null) = (submitted_on is null));
create index goods_regime on goods (regime);

create table site (
    id uuid primary key,
    manufacturer uuid not null references manufacturer,
    revision bigint not null references record
);

create index site_manufacturer on site (manufacturer);

create table site_version (
    site uuid not null references site,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null default 'infinity',
    data jsonb not null,
    primary key (site, sequence)
);

-- Owned by attestation.
create index attestation_body on attestation (body);

alter table attestation_event add scope jsonb;
update attestation_event set scope = jsonb_build_object(
    'products', '[]'::jsonb, 'models', to_jsonb(models), 'sites', '[]'::jsonb, 'batches', '[]'::jsonb,
    'regulations', '[]'::jsonb);
alter table attestation_event alter column scope set not null;
alter table attestation_event drop column models;

create table source_version (
    source text not null,
    sequence bigint not null references record,
    data jsonb not null,
    primary key (source, sequence)
);

-- Owned by decision.
alter table decision add target uuid references decision;

-- Who may decide for a state besides its own authority, and on which days.
create table delegation (
    id uuid primary key default uuidv7(),
    state text not null check (state ~ '^[A-Z]{2}$'),
    delegate text not null references account,
    sequence bigint not null references record,
    valid_from date not null,
    valid_to date not null,
    act text not null
);

create index delegation_delegate on delegation (delegate);

-- What a manufacturer brings forward against a decision.
create table appeal (
    id uuid primary key default uuidv7(),
    decision uuid not null references decision,
    goods uuid not null references goods,
    reason text not null,
    made_by text not null references account,
    sequence bigint not null references record,
    settled_sequence bigint references record
);

create index appeal_goods on appeal (goods);
create unique index appeal_open on appeal (decision) where settled_sequence is null;

alter table proposal add appeal uuid references appeal;

-- A question of an authority to the manufacturer; its own clock stands still while it waits for the reply.
create table inquiry (
    id uuid primary key default uuidv7(),
    goods uuid not null references goods,
    state text not null check (state ~ '^[A-Z]{2}$'),
    question text not null,
    asked_by text not null references account,
    sequence bigint not null references record,
    asked_on date not null,
    reply_by date not null,
    reply text,
    replied_by text references account,
    replied_sequence bigint references record,
    replied_on date,
    check ((reply is null) = (replied_sequence is null) and (reply is null) = (replied_on is null))
);

create index inquiry_goods on inquiry (goods);

-- What an officer found at the border.
create table finding (
    id uuid primary key default uuidv7(),
    goods uuid not null references goods,
    number text not null,
    -- The state whose goods they are, and the one whose officer found it.
    home text not null check (home ~ '^[A-Z]{2}$'),
    state text not null check (state ~ '^[A-Z]{2}$'),
    line text not null,
    reason text not null,
    outcome text not null check (outcome in ('RELEASED', 'STOPPED', 'SAMPLED')),
    suspension_proposed boolean not null,
    found_by text not null references account,
    sequence bigint not null references record,
    settlement text,
    settled_by text references account,
    settled_sequence bigint references record,
    check ((settlement is null) = (settled_sequence is null))
);

create index finding_goods on finding (goods);
create index finding_open on finding (home, sequence) where settlement is null;

-- What authorities have yet to decide on: written at submission, struck off by a decision on the merits.
create table awaited_decision (
    goods uuid not null references goods,
    state text not null check (state ~ '^[A-Z]{2}$'),
    regime text not null,
    since date not null,
    primary key (goods, state)
);

create index awaited_decision_queue on awaited_decision (state, since);

insert into awaited_decision (goods, state, regime, since)
select id, state, regime, submitted_on from goods
where number is not null and not exists (
    select from decision
    where decision.goods = goods.id and decision.state = goods.state
      and decision.action in ('RECOGNIZE', 'CONDITION', 'REFUSE'));
