-- Up to which record an account has seen an entry, so that it can be shown what is new.
create table look (
    account  text not null,
    goods    uuid not null references goods,
    sequence bigint not null,
    primary key (account, goods)
);
