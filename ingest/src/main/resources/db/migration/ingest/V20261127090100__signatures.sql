-- The electronic signatures in an original, each with how it compares with what it is over.
alter table original add column signatures jsonb not null default '[]';
