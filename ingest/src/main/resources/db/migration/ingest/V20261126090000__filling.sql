-- That the search index is to be filled anew: one row, until it has been. Owned by the package search, as what follows.
create table index_filling (
    one boolean primary key default true check (one),
    -- The generation that is being filled; null until one has been begun.
    generation text,
    -- Whether it was found to hold something else than the database, twice.
    differs boolean not null default false
);

-- How far a generation has been filled with the subjects of a kind: up to and with the last one, in the order of the kind.
create table index_filled (
    generation text not null,
    kind text not null,
    last text not null default '',
    subjects bigint not null default 0,
    -- How many there were when it was begun.
    total bigint not null,
    primary key (generation, kind)
);

alter table index_change add column added_at timestamptz not null default now();

-- The pages on which something is to be found. A character counts as blank as in Java's String.isBlank. Nearly every
-- page says something at its beginning, so that the rest of it need not be read.
create view page_with_words as
select sha256, number from page
where left(text, 100) ~ '[^\u0009-\u000d\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]'
   or text ~ '[^\u0009-\u000d\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]';
