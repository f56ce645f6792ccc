-- Originals that wait to be read or are being read, a row for each. Owned by the package pipeline.
drop table text_job;
drop table ocr_job;

create table reading_queue (
    sha256 text primary key references original on delete cascade,
    lane text not null check (lane in ('QUICK', 'SLOW')),
    -- On whose behalf; the lanes are shared fairly between owners. Empty for what the registry itself wants read anew.
    owner text not null,
    -- Its place in the lane, given when it was queued: the lowest is next.
    turn bigint not null,
    due_at timestamptz not null default now(),
    attempts int not null default 0,
    -- Whoever reads it, until the lease runs out.
    claim uuid,
    leased_until timestamptz
);

create index reading_queue_turn on reading_queue (lane, turn);
create index reading_queue_owner on reading_queue (lane, owner, turn);

alter table original
    drop column attempts,
    -- The version of the text extraction that read it, or could not; null until then.
    add column reader int,
    -- How many containers it lay in when it first came, and the outermost of them.
    add column depth int not null default 0,
    add column root text,
    -- Whether its pages are but stretches of its text, until it is laid out.
    add column to_paginate boolean not null default false;

update original set reader = 1 where state not in ('PENDING', 'RECEIVED');

create index original_reader on original (reader) where state in ('EXTRACTED', 'NEEDS_OCR', 'FAILED');
create index original_to_paginate on original (sha256) where to_paginate;
create index original_root on original (root) where root is not null;

-- The version of the recognition that gave a page its words; null for pages that no recognition was needed for.
alter table page add column recogniser int;

update page set recogniser = 1 where source = 'OCR';

-- What lies in archives, letters and other containers.
create table member (
    container text not null references original,
    number int not null check (number > 0),
    name text not null,
    content text not null references original,
    primary key (container, number)
);

create index member_content on member (content);
