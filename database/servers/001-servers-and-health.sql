-- VPN servers and what the probes found.

create table servers (
  id integer primary key autoincrement,
  server_key text not null unique
    check (length(server_key) between 1 and 40 and server_key not glob '*[^a-z0-9_-]*'),
  server_name text not null check (length(server_name) between 1 and 100),
  server_description text check (length(server_description) between 0 and 500),
  ip_address text not null check (length(ip_address) between 1 and 255),
  port integer not null default 51820 check (port between 1 and 65535),
  public_key text not null
    check (length(public_key) = 44 and public_key glob '*='
      and public_key not glob '*[^A-Za-z0-9+/=]*'),
  access_level text not null default 'public' check (access_level in ('public', 'vip_only')),
  is_active integer not null default 1 check (is_active in (0, 1)),
  is_online integer not null default 0 check (is_online in (0, 1)),
  last_ping text check (last_ping glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  location_country text check (length(location_country) between 0 and 100),
  location_city text check (length(location_city) between 0 and 100),
  location_flag text check (length(location_flag) between 0 and 16),
  provider text check (length(provider) between 0 and 100),
  cost_per_month real generated always as (cost_minor / 100.0) virtual,
  display_order integer not null default 0,
  icon text check (length(icon) between 0 and 16),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  cost_minor integer check (cost_minor >= 0),
  cost_currency text not null default 'USD' check (cost_currency glob '[A-Z][A-Z][A-Z]'),
  dedicated_email text
    check (dedicated_email = lower(trim(dedicated_email)) and length(dedicated_email) between 3
      and 320)
) strict;

create index idx_servers_access_level on servers (access_level);

create table server_health (
  id integer primary key autoincrement,
  server_key text not null references servers (server_key) on update cascade on delete cascade,
  check_time text not null check (check_time glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  is_online integer not null check (is_online in (0, 1)),
  response_time_ms integer check (response_time_ms >= 0),
  error_message text check (length(error_message) between 0 and 1000)
) strict;

create index idx_server_health_server_key_check_time on server_health (server_key, check_time);

create index idx_server_health_check_time on server_health (check_time);
