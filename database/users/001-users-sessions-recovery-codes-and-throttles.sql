-- Users, their sessions, recovery codes of the second factor, and brakes against guessing.

create table users (
  id integer primary key autoincrement,
  email text not null check (length(email) between 3 and 320),
  password_hash text not null check (length(password_hash) between 1 and 512),
  first_name text check (length(first_name) between 0 and 100),
  last_name text check (length(last_name) between 0 and 100),
  account_type text not null default 'standard' check (account_type in ('standard', 'vip')),
  plan text not null default 'personal' check (plan in ('personal', 'family', 'business')),
  status text not null default 'pending'
    check (status in ('pending', 'active', 'grace_period', 'suspended', 'cancelled', 'deleted')),
  max_devices integer not null default 3 check (max_devices between 0 and 999),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  last_login text check (last_login glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  email_verified integer not null default 0 check (email_verified in (0, 1)),
  verification_token text
    check (length(verification_token) = 64 and verification_token not glob '*[^0-9a-f]*'),
  reset_token text
    check (length(reset_token) = 64 and reset_token not glob '*[^0-9a-f]*'),
  reset_token_expires text check (reset_token_expires glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  public_id text not null unique
    check (length(public_id) between 8 and 64 and public_id not glob '*[^A-Za-z0-9_-]*'),
  email_canonical text not null unique
    check (email_canonical = lower(trim(email_canonical)) and length(email_canonical) between 3
      and 320),
  role text not null default 'customer' check (role in ('customer', 'admin')),
  totp_secret text,
  totp_pending_secret text,
  totp_last_step integer check (totp_last_step >= 0),
  pending_email text check (length(pending_email) between 3 and 320),
  verification_token_expires text check (verification_token_expires glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  blocked_reason text check (length(blocked_reason) between 1 and 200),
  deletion_due_at text check (deletion_due_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_users_status on users (status);

create index idx_users_account_type on users (account_type);

create unique index idx_users_verification_token on users (verification_token)
  where verification_token is not null;

create unique index idx_users_reset_token on users (reset_token)
  where reset_token is not null;

create index idx_users_deletion_due_at on users (deletion_due_at)
  where deletion_due_at is not null;

create table sessions (
  id integer primary key autoincrement,
  user_id integer not null references users (id) on delete cascade,
  token text not null unique
    check (length(token) = 64 and token not glob '*[^0-9a-f]*'),
  ip_address text
    check (ip_address = 'unknown' or instr(ip_address, '/') > 0 and length(ip_address) <= 50),
  user_agent text check (length(user_agent) between 0 and 1000),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  expires_at text not null check (expires_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  last_activity text not null check (last_activity glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  is_valid integer not null default 1 check (is_valid in (0, 1)),
  public_id text not null unique
    check (length(public_id) between 8 and 64 and public_id not glob '*[^A-Za-z0-9_-]*')
) strict;

create index idx_sessions_user_id on sessions (user_id);

create index idx_sessions_expires_at on sessions (expires_at);

create table recovery_codes (
  id integer primary key autoincrement,
  user_id integer not null references users (id) on delete cascade,
  code_hash text not null check (length(code_hash) between 1 and 512),
  used_at text check (used_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (user_id, code_hash)
) strict;

create table throttles (
  throttle_key text primary key not null check (length(throttle_key) between 1 and 400),
  failures integer not null default 0 check (failures >= 0),
  last_failure_at text not null check (last_failure_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  blocked_until text check (blocked_until glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_throttles_last_failure_at on throttles (last_failure_at);
