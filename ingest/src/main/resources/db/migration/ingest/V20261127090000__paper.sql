-- What further readings of lines in the picture of a page gave, and the codes in it.
alter table page
    add column rereadings jsonb not null default '[]',
    add column codes jsonb not null default '[]';

-- What the pages of an original say together: package paper. Owned by pipeline, as what follows.
create table paper (
    sha256 text primary key references original on delete cascade,
    -- Of the reading of papers.
    version int not null,
    data jsonb not null
);

-- The own number of each, as a key that is equal for every spelling.
create table paper_number (
    key text not null,
    sha256 text not null references paper on delete cascade,
    primary key (key, sha256)
);

create index paper_number_sha256 on paper_number (sha256);
