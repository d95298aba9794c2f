-- Scheduled posts, the platforms they go to, prices, and what the posts achieved.

create table scheduled_posts (
  id integer primary key autoincrement,
  post_date text not null
    check (post_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  post_time text not null check (post_time glob '[0-2][0-9]:[0-5][0-9]'),
  platform text not null check (length(platform) between 1 and 100),
  post_type text not null check (length(post_type) between 1 and 40),
  content_template text not null check (length(content_template) between 1 and 20000),
  current_price real generated always as (current_price_minor / 100.0) virtual,
  tracking_link text check (length(tracking_link) between 1 and 2000),
  status text not null default 'pending'
    check (status in ('pending', 'posted', 'failed', 'manual', 'cancelled')),
  posted_at text check (posted_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  error_message text check (length(error_message) between 0 and 2000),
  retry_count integer not null default 0 check (retry_count >= 0),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  current_price_minor integer check (current_price_minor >= 0),
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]')
) strict;

create index idx_scheduled_posts_post_date_post_time on scheduled_posts (post_date, post_time);

create index idx_scheduled_posts_status on scheduled_posts (status);

create index idx_scheduled_posts_platform on scheduled_posts (platform);

create table platform_credentials (
  id integer primary key autoincrement,
  platform_name text not null unique check (length(platform_name) between 1 and 100),
  api_key text,
  api_secret text,
  access_token text,
  refresh_token text,
  token_expires_at text check (token_expires_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  is_active integer not null default 1 check (is_active in (0, 1)),
  last_used text check (last_used glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table marketing_performance (
  id integer primary key autoincrement,
  post_id integer not null unique references scheduled_posts (id) on delete cascade,
  views integer not null default 0 check (views >= 0),
  clicks integer not null default 0 check (clicks >= 0),
  conversions integer not null default 0 check (conversions >= 0),
  revenue real generated always as (revenue_minor / 100.0) virtual,
  last_updated text not null check (last_updated glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  revenue_minor integer not null default 0,
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]')
) strict;

create table current_pricing (
  id integer primary key autoincrement,
  plan_name text not null unique check (plan_name in ('personal', 'family', 'business')),
  price real generated always as (price_minor / 100.0) virtual,
  is_active integer not null default 1 check (is_active in (0, 1)),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  price_minor integer not null check (price_minor >= 0),
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]')
) strict;

create table holiday_pricing (
  id integer primary key autoincrement,
  holiday_name text not null check (length(holiday_name) between 1 and 100),
  holiday_date text not null
    check (holiday_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  personal_price real generated always as (personal_price_minor / 100.0) virtual,
  family_price real generated always as (family_price_minor / 100.0) virtual,
  business_price real generated always as (business_price_minor / 100.0) virtual,
  is_active integer not null default 1 check (is_active in (0, 1)),
  personal_price_minor integer check (personal_price_minor >= 0),
  family_price_minor integer check (family_price_minor >= 0),
  business_price_minor integer check (business_price_minor >= 0),
  currency text not null default 'USD' check (currency glob '[A-Z][A-Z][A-Z]'),
  unique (holiday_name, holiday_date)
) strict;

create index idx_holiday_pricing_holiday_date on holiday_pricing (holiday_date);

create table tracking_links (
  id integer primary key autoincrement,
  post_id integer not null references scheduled_posts (id) on delete cascade,
  tracking_code text not null unique check (length(tracking_code) between 1 and 128),
  full_url text not null check (length(full_url) between 1 and 2000),
  click_count integer not null default 0 check (click_count >= 0),
  conversion_count integer not null default 0 check (conversion_count >= 0),
  last_clicked text check (last_clicked glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create index idx_tracking_links_post_id on tracking_links (post_id);
