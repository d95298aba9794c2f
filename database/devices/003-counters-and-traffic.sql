-- What the servers counted for each device. Where a device connects from is never kept.

create table peer_counters (
  device_id text not null references devices (device_id) on delete cascade,
  -- servers.server_key of servers.db
  server_key text not null check (length(server_key) between 1 and 40),
  -- As last reported; a smaller number means that the interface was made anew.
  received_bytes integer not null check (received_bytes >= 0),
  sent_bytes integer not null check (sent_bytes >= 0),
  handshake_at text check (handshake_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  primary key (device_id, server_key)
) strict;

create index idx_peer_counters_handshake_at on peer_counters (handshake_at);

create table device_traffic (
  device_id text not null references devices (device_id) on delete cascade,
  period text not null check (period in ('hour', 'day')),
  starts_at text not null check (starts_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  received_bytes integer not null check (received_bytes >= 0),
  sent_bytes integer not null check (sent_bytes >= 0),
  primary key (device_id, period, starts_at)
) strict;

create index idx_device_traffic_period_starts_at on device_traffic (period, starts_at);
