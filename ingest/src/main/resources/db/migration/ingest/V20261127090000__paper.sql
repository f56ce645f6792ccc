-- What further readings of lines in the picture of a page gave, and the codes in it.
alter table page
    add column rereadings jsonb not null default '[]',
    add column codes jsonb not null default '[]';
