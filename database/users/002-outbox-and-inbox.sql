-- Effects on other files leave through outbox and arrive, exactly once, through inbox.

create table outbox (
  message_id text primary key not null check (length(message_id) between 1 and 128),
  topic text not null check (length(topic) between 1 and 100),
  subject text not null check (length(subject) <= 200),
  payload text not null check (json_valid(payload)),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  next_attempt_at text not null check (next_attempt_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  attempts integer not null default 0 check (attempts >= 0),
  state text not null default 'new' check (state in ('new', 'done', 'dead')),
  last_error text
) strict;

create index idx_outbox_state_next_attempt_at on outbox (state, next_attempt_at);

create table inbox (
  message_id text primary key not null check (length(message_id) between 1 and 128),
  topic text not null check (length(topic) between 1 and 100),
  applied_at text not null check (applied_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_inbox_applied_at on inbox (applied_at);
