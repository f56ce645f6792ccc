-- What other packages may ask of the tables of pipeline and search, so that a list of documents is one query.
create view original_progress as
select original.sha256, size, media_type, page_count, metadata, failure, failure_detail, state,
       (select count(*) from page where page.sha256 = original.sha256 and source = 'PENDING') as pages_to_recognise
from original;

create view unindexed as select kind, subject from index_change;
