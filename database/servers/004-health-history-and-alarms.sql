-- What the probes found, in less and less detail, and what is made of it.

alter table server_health add column kind text
  check (kind in ('up', 'no_answer', 'port_closed', 'wrong_preshared_key', 'bad_answer',
    'handshake_but_no_traffic', 'agent_silent'));

-- Probes during planned maintenance count for nothing.
alter table server_health add column is_planned integer not null default 0
  check (is_planned in (0, 1));

create table server_health_hours (
  server_key text not null references servers (server_key) on update cascade on delete cascade,
  starts_at text not null check (starts_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  checks integer not null check (checks >= 0),
  online_checks integer not null check (online_checks >= 0),
  planned_checks integer not null check (planned_checks >= 0),
  response_ms_total integer not null check (response_ms_total >= 0),
  answers integer not null check (answers >= 0),
  primary key (server_key, starts_at),
  check (online_checks + planned_checks <= checks and answers <= checks)
) strict;

create index idx_server_health_hours_starts_at on server_health_hours (starts_at);

create table server_health_days (
  server_key text not null references servers (server_key) on update cascade on delete cascade,
  day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  checks integer not null check (checks >= 0),
  online_checks integer not null check (online_checks >= 0),
  planned_checks integer not null check (planned_checks >= 0),
  response_ms_total integer not null check (response_ms_total >= 0),
  answers integer not null check (answers >= 0),
  primary key (server_key, day),
  check (online_checks + planned_checks <= checks and answers <= checks)
) strict;

create index idx_server_health_days_day on server_health_days (day);

-- Failures in a row, so that one alone turns nothing.
create table server_condition (
  server_key text primary key not null
    references servers (server_key) on update cascade on delete cascade,
  failures integer not null check (failures >= 0),
  checked_at text not null check (checked_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  offline_since text check (offline_since glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table server_alarms (
  id integer primary key autoincrement,
  server_key text not null references servers (server_key) on update cascade on delete cascade,
  kind text not null
    check (kind in ('offline', 'agent_silent', 'lagging', 'refused', 'paid_but_off', 'unpaid_but_on')),
  detail text not null check (length(detail) between 0 and 1000),
  raised_at text not null check (raised_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  cleared_at text check (cleared_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create unique index idx_server_alarms_server_key_kind on server_alarms (server_key, kind)
  where cleared_at is null;

create index idx_server_alarms_raised_at on server_alarms (raised_at);

create table planned_maintenance (
  id integer primary key autoincrement,
  public_id text not null unique check (length(public_id) between 8 and 64),
  server_key text not null references servers (server_key) on update cascade on delete cascade,
  starts_at text not null check (starts_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  ends_at text not null check (ends_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  note text not null check (length(note) between 0 and 200),
  check (ends_at > starts_at)
) strict;

create index idx_planned_maintenance_server_key_starts_at
  on planned_maintenance (server_key, starts_at);
