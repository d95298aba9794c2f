-- What happened to subscriptions, what was booked because of it, and what is still to be done.
-- The columns that subscriptions, payments and invoices gain are computed from these rows.

alter table subscriptions add column state text not null default 'pending'
  check (state in ('pending', 'active', 'past_due', 'suspended', 'cancel_scheduled', 'ended'));

alter table subscriptions add column end_reason text
  check (end_reason in ('cancelled', 'expired', 'nonpayment', 'withdrawn', 'refunded', 'chargeback',
    'abandoned', 'superseded'));

alter table subscriptions add column past_due_since text check (past_due_since glob
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]');

alter table subscriptions add column grace_until text check (grace_until glob
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]');

alter table subscriptions add column last_payment text check (length(last_payment) between 1 and 128);

alter table subscriptions add column last_paid_at text check (last_paid_at glob
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]');

alter table subscriptions add column access_blocked integer not null default 0
  check (access_blocked in (0, 1));

alter table subscriptions add column in_review integer not null default 0
  check (in_review in (0, 1));

alter table subscriptions add column next_plan_name text
  check (next_plan_name in ('personal', 'family', 'business'));

alter table subscriptions add column next_billing_cycle text
  check (next_billing_cycle in ('monthly', 'yearly'));

alter table subscriptions add column next_price_minor integer check (next_price_minor >= 0);

-- public_id of the subscription this one continues or replaces
alter table subscriptions add column predecessor text check (length(predecessor) between 8 and 64);

-- When the payment provider was last asked, and all it said was recorded.
alter table subscriptions add column checked_at text check (checked_at glob
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]');

-- When the subscription has to be looked at again.
alter table subscriptions add column due_at text check (due_at glob
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]');

create index idx_subscriptions_due_at on subscriptions (due_at) where due_at is not null;

create index idx_subscriptions_in_review on subscriptions (in_review) where in_review = 1;

-- What was cancelled goes on until the end of what is paid, and is over then.
update subscriptions
   set state = case
         when status = 'grace_period' then 'past_due'
         when status = 'expired' then 'ended'
         when status <> 'cancelled' then status
         when paid_through > (select now from temp.installation) then 'cancel_scheduled'
         else 'ended' end;

update subscriptions
   set end_reason = case
         when status = 'cancelled' then 'cancelled'
         when paid_through is null then 'abandoned'
         else 'expired' end
 where state = 'ended';

update subscriptions set due_at = start_date where state <> 'ended';

create table billing_facts (
  id integer primary key autoincrement,
  subscription_id integer not null references subscriptions (id) on delete restrict,
  kind text not null check (kind in ('snapshot', 'sale', 'fee', 'repayment', 'failure', 'dispute',
    'cancel_asked', 'withdrawn', 'superseded', 'carried', 'change_asked', 'grant', 'review',
    'reviewed')),
  -- The same happening, learned twice, has the same key.
  natural_key text not null unique check (length(natural_key) between 1 and 500),
  occurred_at text not null check (occurred_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  recorded_at text not null check (recorded_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  sale_id text check (length(sale_id) between 1 and 128),
  details text not null check (json_valid(details))
) strict;

create index idx_billing_facts_subscription_id on billing_facts (subscription_id);

create index idx_billing_facts_sale_id on billing_facts (sale_id) where sale_id is not null;

create trigger billing_facts_never_change before update on billing_facts
begin
  select raise(abort, 'facts are never changed');
end;

create trigger billing_facts_never_go before delete on billing_facts
begin
  select raise(abort, 'facts are never removed');
end;

-- Without this, insert or replace would remove the old row and skip the trigger before.
create trigger billing_facts_are_never_replaced before insert on billing_facts
  when exists (select 1 from billing_facts where id = new.id or natural_key = new.natural_key)
begin
  select raise(ignore);
end;

-- Time that was paid before facts were kept stays paid.
insert into billing_facts
  (subscription_id, kind, natural_key, occurred_at, recorded_at, details)
select id, 'carried', 'carried:' || public_id, start_date, start_date,
    json_object('subscription', public_id, 'at', replace(start_date, ' ', 'T') || 'Z',
      'until', replace(paid_through, ' ', 'T') || 'Z')
  from subscriptions
 where paid_through is not null;

insert into billing_facts
  (subscription_id, kind, natural_key, occurred_at, recorded_at, details)
select id, 'cancel_asked', 'cancel:' || public_id, cancelled_date, cancelled_date,
    json_object('subscription', public_id, 'at', replace(cancelled_date, ' ', 'T') || 'Z',
      'reason', coalesce(cancellation_reason, ''))
  from subscriptions
 where cancelled_date is not null;

alter table payments add column fee_minor integer;

alter table payments add column repaid_minor integer not null default 0
  check (repaid_minor between 0 and amount_minor);

-- Money that nobody agreed to waits for a person.
alter table payments add column in_suspense integer not null default 0 check (in_suspense in (0, 1));

create table refunds (
  id integer primary key autoincrement,
  payment_id integer not null references payments (id) on delete restrict,
  paypal_refund_id text not null unique check (length(paypal_refund_id) between 1 and 128),
  kind text not null check (kind in ('refund', 'reversal')),
  amount_minor integer not null check (amount_minor > 0),
  currency text not null check (currency glob '[A-Z][A-Z][A-Z]'),
  refunded_at text not null check (refunded_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  credit_note text not null check (length(credit_note) between 1 and 40)
) strict;

create index idx_refunds_payment_id on refunds (payment_id);

create index idx_refunds_refunded_at on refunds (refunded_at);

create unique index idx_payment_failures_subscription_id_failed_at
  on payment_failures (subscription_id, failed_at);

alter table invoices add column series text check (series in ('INV', 'CN'));

alter table invoices add column series_year integer check (series_year between 2000 and 9999);

alter table invoices add column series_number integer check (series_number is null
  or (series_number > 0
    and invoice_number = printf('%s-%04d-%03d', series, series_year, series_number)));

alter table invoices add column subscription_id integer references subscriptions (id)
  on delete restrict;

-- The invoice a credit note corrects.
alter table invoices add column corrects text references invoices (invoice_number)
  on delete restrict;

-- Everything the document says, and its SHA-256.
alter table invoices add column snapshot text check (snapshot is null
  or (json_valid(snapshot) and series_number is not null and subscription_id is not null
    and payment_id is not null and (corrects is null) = (series = 'INV')));

alter table invoices add column snapshot_sha256 text
  check ((snapshot is null) = (snapshot_sha256 is null)
    and (snapshot_sha256 is null
      or (length(snapshot_sha256) = 64 and snapshot_sha256 not glob '*[^0-9a-f]*')));

create index idx_invoices_subscription_id on invoices (subscription_id);

create index idx_invoices_corrects on invoices (corrects);

create unique index idx_invoices_series_series_year_series_number
  on invoices (series, series_year, series_number);

create trigger invoices_are_numbered_without_gaps before insert on invoices
  when new.series_number <> (select coalesce(max(series_number), 0) + 1 from invoices
    where series = new.series and series_year = new.series_year)
begin
  select raise(abort, 'numbers are given one after the other');
end;

create trigger invoices_never_change before update on invoices
  when old.snapshot is not null or new.snapshot is not null
    or exists (select 1 from invoices where snapshot is not null and id <> old.id
      and (id = new.id or invoice_number = new.invoice_number))
begin
  select raise(abort, 'a finalised invoice is never changed; issue a credit note');
end;

create trigger invoices_are_never_replaced before insert on invoices
  when exists (select 1 from invoices where snapshot is not null
    and (id = new.id or invoice_number = new.invoice_number))
begin
  select raise(abort, 'a finalised invoice is never replaced; issue a credit note');
end;

create trigger invoices_never_go before delete on invoices
  when old.snapshot is not null
begin
  select raise(abort, 'a finalised invoice is never removed; issue a credit note');
end;

-- The document as it was first made.
create table invoice_documents (
  id integer primary key autoincrement,
  invoice_id integer not null unique references invoices (id) on delete restrict,
  pdf blob not null check (length(pdf) > 0),
  sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create trigger invoice_documents_never_change before update on invoice_documents
begin
  select raise(abort, 'a document that was made is never changed');
end;

create trigger invoice_documents_never_go before delete on invoice_documents
begin
  select raise(abort, 'a document that was made is never removed');
end;

create trigger invoice_documents_are_never_replaced before insert on invoice_documents
  when exists (select 1 from invoice_documents where id = new.id or invoice_id = new.invoice_id)
begin
  select raise(ignore);
end;

-- A booking: its entries come first, and this row closes it, which fails unless they balance.
create table ledger_transactions (
  id integer primary key autoincrement,
  booking_key text not null unique check (length(booking_key) between 1 and 200),
  subscription_id integer not null references subscriptions (id) on delete restrict,
  occurred_at text not null check (occurred_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  booked_at text not null check (booked_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  currency text not null check (currency glob '[A-Z][A-Z][A-Z]'),
  description text not null check (length(description) between 1 and 300)
) strict;

create index idx_ledger_transactions_subscription_id on ledger_transactions (subscription_id);

create index idx_ledger_transactions_occurred_at on ledger_transactions (occurred_at);

create table ledger_entries (
  id integer primary key autoincrement,
  booking_key text not null references ledger_transactions (booking_key)
    on delete restrict deferrable initially deferred,
  account text not null check (account in ('receivable', 'revenue', 'tax', 'paypal_clearing',
    'paypal_fees', 'refunds', 'chargebacks', 'suspense', 'customer_credit')),
  debit_minor integer not null check (debit_minor >= 0),
  credit_minor integer not null check (credit_minor >= 0),
  check ((debit_minor = 0) <> (credit_minor = 0))
) strict;

create index idx_ledger_entries_booking_key on ledger_entries (booking_key);

create index idx_ledger_entries_account on ledger_entries (account);

create trigger ledger_entries_balance before insert on ledger_transactions
  when (select count(*) = 0 or sum(debit_minor) <> sum(credit_minor)
          from ledger_entries where booking_key = new.booking_key)
begin
  select raise(abort, 'the booking does not balance');
end;

create trigger ledger_entries_are_closed before insert on ledger_entries
  when exists (select 1 from ledger_transactions where booking_key = new.booking_key)
begin
  select raise(abort, 'the booking is closed');
end;

create trigger ledger_transactions_never_change before update on ledger_transactions
begin
  select raise(abort, 'the ledger is never changed; book a correction');
end;

create trigger ledger_transactions_never_go before delete on ledger_transactions
begin
  select raise(abort, 'the ledger is never changed; book a correction');
end;

create trigger ledger_entries_never_change before update on ledger_entries
begin
  select raise(abort, 'the ledger is never changed; book a correction');
end;

create trigger ledger_entries_never_go before delete on ledger_entries
begin
  select raise(abort, 'the ledger is never changed; book a correction');
end;

create trigger ledger_transactions_are_never_replaced before insert on ledger_transactions
  when exists (select 1 from ledger_transactions
    where id = new.id or booking_key = new.booking_key)
begin
  select raise(abort, 'the ledger is never changed; book a correction');
end;

create trigger ledger_entries_are_never_replaced before insert on ledger_entries
  when exists (select 1 from ledger_entries where id = new.id)
begin
  select raise(abort, 'the ledger is never changed; book a correction');
end;

-- Work outside that follows from what was committed, each piece once.
create table billing_jobs (
  id integer primary key autoincrement,
  job_key text not null unique check (length(job_key) between 1 and 200),
  kind text not null check (kind in ('cancel', 'refund', 'check', 'notice')),
  subscription_id integer not null references subscriptions (id) on delete restrict,
  due_at text not null check (due_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  state text not null default 'new' check (state in ('new', 'done', 'dead')),
  attempts integer not null default 0 check (attempts >= 0),
  details text not null check (json_valid(details)),
  last_error text not null default '' check (length(last_error) <= 2000),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_billing_jobs_state_due_at on billing_jobs (state, due_at);

create index idx_billing_jobs_subscription_id on billing_jobs (subscription_id);

-- Deliveries of the payment provider, exactly as they arrived.
create table webhook_deliveries (
  id integer primary key autoincrement,
  event_id text not null check (length(event_id) between 1 and 128),
  event_type text not null check (length(event_type) between 1 and 128),
  transmission_id text not null unique check (length(transmission_id) between 1 and 128),
  headers text not null check (json_valid(headers)),
  body blob not null,
  verdict text not null check (length(verdict) between 1 and 64),
  received_at text not null check (received_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  state text not null default 'new' check (state in ('new', 'done', 'ignored', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at text not null check (next_attempt_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  last_error text not null default '' check (length(last_error) <= 2000),
  unique (event_id, event_type)
) strict;

create index idx_webhook_deliveries_state_next_attempt_at
  on webhook_deliveries (state, next_attempt_at);

create trigger webhook_deliveries_stay_as_they_came before update of
  event_id, event_type, transmission_id, headers, body, verdict, received_at on webhook_deliveries
begin
  select raise(abort, 'a delivery stays as it came');
end;

create trigger webhook_deliveries_are_never_replaced before insert on webhook_deliveries
  when exists (select 1 from webhook_deliveries
    where id = new.id or transmission_id = new.transmission_id
      or (event_id = new.event_id and event_type = new.event_type))
begin
  select raise(ignore);
end;

-- What the payment provider calls the plans, for each of its environments.
create table gateway_plans (
  id integer primary key autoincrement,
  mode text not null check (mode in ('sandbox', 'live')),
  gateway_plan_id text not null check (length(gateway_plan_id) between 1 and 128),
  plan_name text not null check (plan_name in ('personal', 'family', 'business')),
  billing_cycle text not null check (billing_cycle in ('monthly', 'yearly')),
  price_minor integer not null check (price_minor >= 0),
  currency text not null check (currency glob '[A-Z][A-Z][A-Z]'),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (mode, gateway_plan_id)
) strict;

-- What a comparison with the payment provider found.
create table reconciliations (
  id integer primary key autoincrement,
  started_at text not null check (started_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  finished_at text not null check (finished_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  checked integer not null check (checked >= 0),
  unreachable integer not null check (unreachable >= 0),
  differences text not null check (json_valid(differences))
) strict;

create index idx_reconciliations_started_at on reconciliations (started_at);
