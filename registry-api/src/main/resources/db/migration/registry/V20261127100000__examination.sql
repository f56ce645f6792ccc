-- Owned by attestation. Both days of a validity find a paper whose number cannot be read.
create index attestation_version_validity on attestation_version ((data ->> 'validTo'), (data ->> 'validFrom'));

-- Owned by examination. Where a paper and what it was filed as or for say different things, as of the last reading.
create table mismatch (
    document uuid not null references document,
    -- The attestation it was filed as, or the goods entry it was filed for.
    subject uuid not null,
    field text not null,
    outcome text not null,
    certainty text not null,
    printed text[] not null,
    recorded text[] not null,
    primary key (document, subject, field)
);

create index mismatch_subject on mismatch (subject);

-- What a person made of a mismatch. It settles that one mismatch of those values; should one of them change, it is open again.
create table mismatch_settlement (
    document uuid not null references document,
    subject uuid not null,
    field text not null,
    printed text[] not null,
    recorded text[] not null,
    finding text not null,
    reason text not null,
    settled_by text not null references account,
    sequence bigint not null references record,
    primary key (document, subject, field, sequence)
);

-- How a sender put the pages of a batch together.
create table arrangement (
    owner text not null,
    batch text not null,
    sequence bigint not null references record,
    data jsonb not null,
    primary key (owner, batch, sequence)
);
