-- Form templates, the forms made from them, and what people submitted.

create table form_templates (
  id integer primary key autoincrement,
  template_name text not null unique check (length(template_name) between 1 and 100),
  category text not null
    check (category in ('customer', 'sales', 'support', 'marketing', 'operations', 'vpn')),
  fields_json text not null check (json_valid(fields_json))
) strict;

create index idx_form_templates_category on form_templates (category);

create table forms (
  id integer primary key autoincrement,
  form_name text not null check (length(form_name) between 1 and 100),
  form_slug text not null unique
    check (length(form_slug) between 1 and 100 and form_slug not glob '*[^a-z0-9-]*'),
  style text not null default 'business' check (style in ('casual', 'business', 'corporate')),
  fields_json text not null check (json_valid(fields_json)),
  settings_json text not null check (json_valid(settings_json))
) strict;

create table form_submissions (
  id integer primary key autoincrement,
  form_id integer not null references forms (id) on delete restrict,
  submission_data text not null check (json_valid(submission_data)),
  submitted_at text not null check (submitted_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_form_submissions_form_id_submitted_at on form_submissions (form_id, submitted_at);
