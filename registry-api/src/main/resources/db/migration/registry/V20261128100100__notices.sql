-- Owned by notice: letters to be sent, and that they were. The row stays so that nobody is told of an event twice.
create table notice (
    id uuid primary key default uuidv7(),
    -- What it tells of, such as enrolment:<id>.
    event text not null,
    recipient text not null,
    -- Gone once it is sent or given up: it may hold a link that opens an account.
    subject text,
    body text,
    written_at timestamptz not null default now(),
    attempts int not null default 0,
    -- When it is to be tried; null while it is being sent and when it is done with.
    due_at timestamptz default now(),
    sent_at timestamptz,
    failure text,
    unique (event, recipient)
);

create index on notice (due_at) where due_at is not null;
