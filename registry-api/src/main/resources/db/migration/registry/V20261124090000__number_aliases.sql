-- Owned by attestation. What an attestation is found by besides its number: the keys of its cards in the registers of
-- states. One card may be named by several attestations; then the answer is ambiguous.
create table attestation_alias (
    key text not null,
    attestation uuid not null references attestation,
    sequence bigint not null references record,
    primary key (key, attestation)
);

-- What a number that was not found is compared by: Likeness says how, in the same letters.
alter table attestation
    add column skeleton text not null generated always as (
        translate(split_part(key, '|', 2), 'OЗБЧIІLBSR\/.-', '036411185P')
    ) stored,
    -- Serial and year. Null where the number ends otherwise.
    add column tail text generated always as (
        replace(
            substring(number from '(?<![0-9])(?:[0-9]{5,}|[0-9]{3,} ?[/-] ?[0-9]{2}(?:[0-9]{2})?)$'),
            ' ',
            ''
        )
    ) stored;

create index attestation_skeleton on attestation (skeleton);
create index attestation_tail on attestation (tail);
