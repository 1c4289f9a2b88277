-- Every member's page asks for the count of unread messages once a minute.
create index notifications_unread_index on app.notifications (org_id, member_id) where read_at is null;
