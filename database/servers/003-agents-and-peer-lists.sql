-- Who may connect to each server, how its agent proves who it is, and what it reports.

-- One row for each purpose: the key that signs lists, and the identity of the probe.
create table node_keys (
  purpose text primary key not null check (purpose in ('list', 'probe')),
  public_key text not null check (length(public_key) = 44),
  private_key text not null check (private_key like 'sealed:%'),
  preshared_key text check (preshared_key like 'sealed:%'),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table agents (
  server_key text primary key not null
    references servers (server_key) on update cascade on delete cascade,
  credential_hash text not null unique check (length(credential_hash) = 64),
  -- Valid until the newer credential was used once.
  previous_hash text unique check (length(previous_hash) = 64),
  enrolled_at text not null check (enrolled_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  credential_at text not null check (credential_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

-- Tokens of enrolment that were used, kept until they would have expired anyway.
create table used_enrolments (
  token_id text primary key not null check (length(token_id) between 16 and 64),
  expires_at text not null check (expires_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table peer_lists (
  server_key text primary key not null
    references servers (server_key) on update cascade on delete cascade,
  epoch integer not null check (epoch >= 1),
  generation integer not null check (generation >= 1),
  -- Of what the list says beside its version and times.
  content_hash text not null check (length(content_hash) = 64),
  peers integer not null check (peers >= 0),
  issued_at text not null check (issued_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  confirmed_by text check (length(confirmed_by) between 1 and 64),
  confirmed_at text check (confirmed_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  confirmed_peers integer check (confirmed_peers >= 0),
  check ((confirmed_by is null) = (confirmed_at is null)
    and (confirmed_by is null) = (confirmed_peers is null))
) strict;

-- Which generation of the data folder the lists were last issued from.
create table peer_list_epoch (
  id integer primary key not null check (id = 1),
  epoch integer not null check (epoch >= 1),
  folder_generation integer not null check (folder_generation >= 0)
) strict;

-- Users whose access may have changed since the lists were last issued.
create table peer_changes (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  noted_at text not null check (noted_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table agent_reports (
  server_key text primary key not null
    references servers (server_key) on update cascade on delete cascade,
  received_at text not null check (received_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  software text not null check (length(software) between 0 and 100),
  applied_epoch integer check (applied_epoch >= 1),
  applied_generation integer check (applied_generation >= 1),
  applied_at text check (applied_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  wanted integer not null check (wanted >= 0),
  present integer not null check (present >= 0),
  unexpected integer not null check (unexpected >= 0),
  missing_keys text not null default '[]' check (json_valid(missing_keys)),
  stranger_keys text not null default '[]' check (json_valid(stranger_keys)),
  refusal_kind text check (length(refusal_kind) between 1 and 40),
  refusal_detail text check (length(refusal_detail) between 0 and 1000),
  refused_epoch integer check (refused_epoch >= 1),
  refused_generation integer check (refused_generation >= 1),
  interface_key text check (length(interface_key) = 44),
  listen_port integer not null check (listen_port between 0 and 65535),
  -- -1 if the agent cannot tell.
  free_bytes integer not null check (free_bytes >= -1),
  clock_skew_ms integer not null
) strict;
