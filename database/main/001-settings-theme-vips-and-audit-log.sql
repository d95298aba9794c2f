-- System settings, theme, VIP list and the audit log.

create table settings (
  id integer primary key autoincrement,
  setting_key text not null unique
    check (length(setting_key) between 1 and 100 and setting_key not glob '*[^a-z0-9_]*'),
  setting_value text not null check (length(setting_value) <= 20000),
  setting_type text not null default 'string'
    check (setting_type in ('string', 'number', 'boolean', 'json')),
  description text check (length(description) between 0 and 500),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  is_secret integer not null default 0 check (is_secret in (0, 1)),
  check (setting_type <> 'boolean' or setting_value in ('true', 'false')),
  check (setting_type <> 'json' or json_valid(setting_value))
) strict;

create table theme (
  id integer primary key autoincrement,
  element_name text not null unique
    check (length(element_name) between 1 and 100 and element_name not glob '*[^a-z0-9_]*'),
  element_value text not null check (length(element_value) between 1 and 500),
  element_category text not null
    check (element_category in ('colors', 'typography', 'spacing', 'buttons')),
  description text check (length(description) between 0 and 500),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table vip_users (
  id integer primary key autoincrement,
  email text not null check (length(email) between 3 and 320),
  added_by text check (length(added_by) between 0 and 320),
  added_date text not null check (added_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  notes text check (length(notes) between 0 and 2000),
  is_active integer not null default 1 check (is_active in (0, 1)),
  public_id text not null unique
    check (length(public_id) between 8 and 64 and public_id not glob '*[^A-Za-z0-9_-]*'),
  email_canonical text not null unique
    check (email_canonical = lower(trim(email_canonical)) and length(email_canonical) between 3
      and 320)
) strict;

create table audit_log (
  id integer primary key autoincrement,
  at text not null check (at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  actor text not null check (length(actor) between 1 and 200),
  action text not null check (length(action) between 1 and 100),
  subject text not null check (length(subject) between 0 and 200),
  detail text not null check (json_valid(detail)),
  previous_hash text not null check (length(previous_hash) in (0, 64)),
  hash text not null
    check (length(hash) = 64 and hash not glob '*[^0-9a-f]*')
) strict;

create index idx_audit_log_subject on audit_log (subject);

create index idx_audit_log_action on audit_log (action);

create trigger audit_log_refuses_update before update on audit_log
begin
  select raise(abort, 'audit_log rows cannot be changed');
end;

create trigger audit_log_refuses_delete before delete on audit_log
begin
  select raise(abort, 'audit_log rows cannot be deleted');
end;

-- Without this, insert or replace would remove the old row and skip the delete trigger.
create trigger audit_log_refuses_replace before insert on audit_log
when exists (select 1 from audit_log where id = new.id)
begin
  select raise(abort, 'audit_log rows cannot be replaced');
end;
