-- Regular prices, and the holiday prices on the dates of the year of installation.

insert into current_pricing (plan_name, price_minor, currency, updated_at)
with catalogue (plan_name, price_minor, currency) as (
  values
    ('personal', 999, 'USD'),
    ('family', 1499, 'USD'),
    ('business', 2999, 'USD')
)
select plan_name, price_minor, currency, (select now from temp.installation)
  from catalogue;

-- Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8): h tells
-- the full moon, l the way to the next Sunday, and days counts from 22 March, the earliest date.
insert into holiday_pricing
  (holiday_name, holiday_date, personal_price_minor, family_price_minor, business_price_minor,
    currency)
with
  cycle (y, a, b, c) as (
    select year, year % 19, year / 100, year % 100 from temp.installation
  ),
  moon (y, a, b, c, h) as (
    select y, a, b, c, (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 from cycle
  ),
  sunday (y, a, h, l) as (
    select y, a, h, (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 from moon
  ),
  easter (y, days) as (
    select y, h + l - 7 * ((a + 11 * h + 22 * l) / 451) from sunday
  ),
  dates (yyyy, easter, memorial, labor, thanksgiving) as (
    select
      printf('%04d', y),
      date(printf('%04d-03-22', y), printf('+%d days', days)),
      date(printf('%04d-05-25', y), 'weekday 1'),
      date(printf('%04d-09-01', y), 'weekday 1'),
      date(printf('%04d-11-22', y), 'weekday 4')
      from easter
  )
select 'Valentine''s Day', yyyy || '-02-14', 799, 1299, 2499, 'USD' from dates
union all
select 'St. Patrick''s Day', yyyy || '-03-17', 899, 1399, 2699, 'USD' from dates
union all
select 'Easter', easter, 799, 1199, 2499, 'USD' from dates
union all
select 'Memorial Day', memorial, 899, 1399, 2699, 'USD' from dates
union all
select '4th of July', yyyy || '-07-04', 799, 1299, 2499, 'USD' from dates
union all
select 'Labor Day', labor, 899, 1399, 2699, 'USD' from dates
union all
select 'Halloween', yyyy || '-10-31', 999, 1499, 2999, 'USD' from dates
union all
select 'Thanksgiving', thanksgiving, 699, 1199, 2199, 'USD' from dates
union all
select 'Black Friday', date(thanksgiving, '+1 day'), 499, 999, 1999, 'USD' from dates
union all
select 'Christmas', yyyy || '-12-25', 499, 999, 1999, 'USD' from dates;
