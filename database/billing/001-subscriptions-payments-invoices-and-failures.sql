-- Subscriptions, payments, invoices and failed payments. Amounts are integers in minor units,
-- and the columns in major units are computed from them for people who read the file.

create table subscriptions (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  paypal_subscription_id text check (length(paypal_subscription_id) between 1 and 128),
  paypal_plan_id text check (length(paypal_plan_id) between 1 and 128),
  plan_name text not null check (plan_name in ('personal', 'family', 'business')),
  plan_price real generated always as (plan_price_minor / 100.0) virtual,
  billing_cycle text not null default 'monthly' check (billing_cycle in ('monthly', 'yearly')),
  status text not null default 'pending'
    check (status in ('pending', 'active', 'grace_period', 'suspended', 'cancelled', 'expired')),
  start_date text not null check (start_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  next_billing_date text check (next_billing_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  cancelled_date text check (cancelled_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  cancellation_reason text check (length(cancellation_reason) between 0 and 1000),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  public_id text not null unique
    check (length(public_id) between 8 and 64 and public_id not glob '*[^A-Za-z0-9_-]*'),
  plan_price_minor integer not null check (plan_price_minor >= 0),
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]'),
  paid_through text check (paid_through glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (paypal_subscription_id)
) strict;

-- At most one live subscription for each user.
create unique index idx_subscriptions_user_id on subscriptions (user_id)
  where status in ('active', 'grace_period', 'suspended');

create index idx_subscriptions_user_id_status on subscriptions (user_id, status);

create index idx_subscriptions_status on subscriptions (status);

create table payments (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  subscription_id integer references subscriptions (id) on delete set null,
  paypal_payment_id text check (length(paypal_payment_id) between 1 and 128),
  paypal_transaction_id text check (length(paypal_transaction_id) between 1 and 128),
  amount real generated always as (amount_minor / 100.0) virtual,
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]'),
  payment_method text not null default 'paypal' check (length(payment_method) between 1 and 40),
  status text not null default 'pending'
    check (status in ('completed', 'pending', 'failed', 'refunded')),
  payment_date text not null check (payment_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  amount_minor integer not null check (amount_minor >= 0),
  unique (paypal_payment_id),
  unique (paypal_transaction_id)
) strict;

create index idx_payments_user_id on payments (user_id);

create index idx_payments_subscription_id on payments (subscription_id);

create index idx_payments_payment_date on payments (payment_date);

create table invoices (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  -- INV-2026-001, and CN-2026-001 for a credit note
  invoice_number text not null unique
    check (
      invoice_number glob 'INV-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'
      or invoice_number glob 'CN-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'
    ),
  amount real generated always as (amount_minor / 100.0) virtual,
  tax real generated always as (tax_minor / 100.0) virtual,
  total real generated always as (total_minor / 100.0) virtual,
  status text not null default 'unpaid'
    check (status in ('unpaid', 'paid', 'overdue', 'cancelled')),
  invoice_date text not null check (invoice_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  due_date text check (due_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  paid_date text check (paid_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  payment_id integer references payments (id) on delete restrict,
  pdf_path text check (length(pdf_path) between 1 and 500),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  amount_minor integer not null check (amount_minor >= 0 or invoice_number glob 'CN-*'),
  tax_minor integer not null default 0 check (tax_minor >= 0 or invoice_number glob 'CN-*'),
  total_minor integer not null check (total_minor = amount_minor + tax_minor),
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]')
) strict;

create index idx_invoices_user_id on invoices (user_id);

create index idx_invoices_status on invoices (status);

create index idx_invoices_payment_id on invoices (payment_id);

create table payment_failures (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  subscription_id integer references subscriptions (id) on delete set null,
  amount real generated always as (amount_minor / 100.0) virtual,
  error_code text check (length(error_code) between 0 and 200),
  error_message text check (length(error_message) between 0 and 2000),
  paypal_reference text check (length(paypal_reference) between 1 and 128),
  retry_count integer not null default 0 check (retry_count >= 0),
  next_retry_date text check (next_retry_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  resolved integer not null default 0 check (resolved in (0, 1)),
  resolved_date text check (resolved_date glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  failed_at text not null check (failed_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  amount_minor integer not null check (amount_minor >= 0),
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]')
) strict;

create index idx_payment_failures_user_id on payment_failures (user_id);

create index idx_payment_failures_subscription_id on payment_failures (subscription_id);

create index idx_payment_failures_resolved on payment_failures (resolved);
