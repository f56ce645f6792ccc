-- Owned by document.
alter table document add column supersedes uuid unique references document;

-- Files that were sent together, under a name the sender gave them.
create table document_batch (
    owner text not null,
    batch text not null,
    document uuid not null references document,
    primary key (owner, batch, document)
);

create index document_batch_document on document_batch (document);

-- Documents that came within others.
create table document_member (
    container uuid not null references document,
    number int not null,
    member uuid not null references document,
    primary key (container, number)
);

create index document_member_member on document_member (member);
create index document_owner on document (owner, id);
