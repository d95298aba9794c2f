-- Devices, their configurations, and the addresses and keys that may not be given out again.

create table devices (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  device_id text not null unique
    check (length(device_id) between 8 and 64 and device_id not glob '*[^A-Za-z0-9_-]*'),
  device_name text not null check (length(device_name) between 1 and 50),
  device_type text check (device_type in ('mobile', 'desktop', 'tablet', 'router', 'other')),
  operating_system text check (length(operating_system) between 1 and 50),
  public_key text not null unique
    check (length(public_key) = 44 and public_key glob '*='
      and public_key not glob '*[^A-Za-z0-9+/=]*'),
  -- Private keys never reach the server, so this column of the specification stays empty.
  private_key_encrypted text check (private_key_encrypted is null),
  preshared_key text,
  assigned_ip text not null unique check (assigned_ip glob '[0-9]*.[0-9]*.[0-9]*.[0-9]*/32'),
  -- servers.server_key of servers.db
  current_server text check (length(current_server) between 1 and 40),
  status text not null default 'active' check (status in ('active', 'disabled', 'deleted')),
  is_online integer not null default 0 check (is_online in (0, 1)),
  last_seen text check (last_seen glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  address_offset integer not null unique check (address_offset >= 0),
  assigned_ipv6 text not null unique check (assigned_ipv6 glob '*:*/128'),
  tunnel_name text not null
    check (length(tunnel_name) between 1 and 15 and tunnel_name not glob '*[^a-zA-Z0-9_=+.-]*'),
  dns text not null default 'cloudflare'
    check (dns in ('cloudflare', 'google', 'quad9', 'adguard')),
  mtu integer not null default 1420 check (mtu between 1280 and 1500),
  keepalive integer not null default 25 check (keepalive between 0 and 60),
  tunnel_mode text not null default 'full' check (tunnel_mode in ('full', 'split')),
  unique (user_id, device_name),
  unique (user_id, tunnel_name)
) strict;

create index idx_devices_current_server_status on devices (current_server, status);

create table device_configs (
  id integer primary key autoincrement,
  device_id text not null references devices (device_id) on delete cascade,
  -- servers.server_key of servers.db
  server_name text not null check (length(server_name) between 1 and 40),
  -- A configuration with a real private key is refused: only the placeholder may stand in the line.
  config_content text not null
    check (
      length(config_content) between 1 and 20000
      and (instr(config_content, 'PrivateKey') = 0
        or instr(config_content, 'PrivateKey = YOUR_PRIVATE_KEY') > 0)
    ),
  generated_at text not null check (generated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  downloaded_at text check (downloaded_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (device_id, server_name)
) strict;

create index idx_device_configs_server_name on device_configs (server_name);

create table address_pool (
  id integer primary key not null check (id = 1),
  next_offset integer not null check (next_offset >= 0)
) strict;

-- Offset 0 is the network, offset 1 the servers, so the first device gets offset 2 (10.8.0.2).
insert into address_pool (id, next_offset) values (1, 2);

create table released_addresses (
  address_offset integer primary key not null check (address_offset >= 0),
  free_at text not null check (free_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_released_addresses_free_at on released_addresses (free_at);

create table retired_keys (
  public_key text primary key not null check (length(public_key) = 44),
  retired_at text not null check (retired_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;
