-- Lists leave out the few deleted records; counting must not look at every living head for that.
create index records_deleted_index on app.records (org_id, id) where deleted_at is not null;
