-- The files as they came, one row for each content. Owned by the package pipeline.
create table original (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size > 0),
    -- The name under which it first came; some formats are told apart by it alone.
    file_name text not null,
    -- PENDING: the bytes may not be in the object store yet, and nobody was told that they are.
    state text not null check (state in ('PENDING', 'RECEIVED', 'EXTRACTING', 'EXTRACTED', 'NEEDS_OCR', 'FAILED')),
    announced_at timestamptz not null default now(),
    attempts int not null default 0,
    failure text,
    failure_detail text,
    media_type text,
    page_count int,
    metadata jsonb not null default '{}'
);

create index original_unfinished on original (announced_at)
    where state in ('PENDING', 'RECEIVED', 'EXTRACTING', 'NEEDS_OCR');

create table page (
    sha256 text not null references original on delete cascade,
    number int not null check (number > 0),
    source text not null check (source in ('TEXT', 'OCR', 'PENDING', 'NONE')),
    text text not null,
    words jsonb not null default '[]',
    primary key (sha256, number)
);

create index page_pending on page (sha256, number) where source = 'PENDING';

-- What the search index has yet to take in. Owned by the package search. A row is deleted once the index holds the
-- change durably, so nothing is lost between here and there.
create table index_change (
    sequence bigint generated always as identity primary key,
    kind text not null,
    subject text not null
);

create index index_change_subject on index_change (kind, subject);

-- Jobs of db-scheduler, one table for each lane.
create table text_job (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index text_job_execution_time on text_job (execution_time);
create index text_job_last_heartbeat on text_job (last_heartbeat);

create table ocr_job (like text_job including all);
