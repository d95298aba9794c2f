-- The custom tables an operator designs: their fields, their relationships, and who changed what.

create table custom_tables (
  id integer primary key autoincrement,
  table_name text not null unique
    check (length(table_name) between 1 and 63 and table_name glob '[a-z]*'
      and table_name not glob '*[^a-z0-9_]*'),
  display_name text not null check (length(display_name) between 1 and 100),
  description text check (length(description) between 0 and 1000),
  icon text not null default 'table' check (length(icon) between 1 and 50),
  color text not null default '#3b82f6' check (length(color) between 1 and 50),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  -- users.id of users.db
  created_by integer,
  is_system integer not null default 0 check (is_system in (0, 1)),
  record_count integer not null default 0 check (record_count >= 0),
  status text not null default 'active' check (status in ('active', 'archived', 'deleted')),
  settings text check (json_valid(settings))
) strict;

create index idx_custom_tables_status on custom_tables (status);

create table custom_fields (
  id integer primary key autoincrement,
  table_id integer not null references custom_tables (id) on delete cascade,
  field_name text not null
    check (length(field_name) between 1 and 63 and field_name glob '[a-z]*'
      and field_name not glob '*[^a-z0-9_]*'),
  display_name text not null check (length(display_name) between 1 and 100),
  field_type text not null
    check (field_type in ('text', 'textarea', 'number', 'currency', 'datetime', 'email', 'phone',
      'url',
      'dropdown', 'checkbox', 'radio', 'file', 'rating', 'color', 'signature')),
  sort_order integer not null default 0,
  is_required integer not null default 0 check (is_required in (0, 1)),
  is_unique integer not null default 0 check (is_unique in (0, 1)),
  default_value text check (length(default_value) between 0 and 5000),
  validation_rules text check (json_valid(validation_rules)),
  help_text text check (length(help_text) between 0 and 1000),
  placeholder text check (length(placeholder) between 0 and 500),
  options text check (json_valid(options)),
  settings text check (json_valid(settings)),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (table_id, field_name)
) strict;

create index idx_custom_fields_field_name on custom_fields (field_name);

create table table_relationships (
  id integer primary key autoincrement,
  parent_table_id integer not null references custom_tables (id) on delete cascade,
  child_table_id integer not null references custom_tables (id) on delete cascade,
  relationship_type text not null
    check (relationship_type in ('one_to_one', 'one_to_many', 'many_to_many')),
  parent_field text not null check (length(parent_field) between 1 and 63),
  child_field text not null check (length(child_field) between 1 and 63),
  cascade_delete integer not null default 0 check (cascade_delete in (0, 1)),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (parent_table_id, child_table_id, parent_field, child_field)
) strict;

create index idx_table_relationships_child_table_id on table_relationships (child_table_id);

create table audit_log (
  id integer primary key autoincrement,
  table_name text not null check (length(table_name) between 1 and 63),
  record_id integer not null,
  action text not null check (action in ('create', 'update', 'delete')),
  field_name text check (length(field_name) between 1 and 63),
  old_value text,
  new_value text,
  -- users.id of users.db
  changed_by integer,
  changed_at text not null check (changed_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  ip_address text check (length(ip_address) between 1 and 50),
  user_agent text check (length(user_agent) between 0 and 1000)
) strict;

create index idx_audit_log_table_name_record_id on audit_log (table_name, record_id);
