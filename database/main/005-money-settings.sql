-- What operators decide about money: dunning, invoices, and what the payment provider calls us.

insert into settings (setting_key, setting_value, setting_type, description, is_secret, updated_at)
with catalogue (setting_key, setting_value, setting_type, description, is_secret) as (
  values
    ('paypal_webhook_id', '', 'string', 'What PayPal calls our webhook; paypal setup fills it in', 0),
    ('grace_days', '11', 'number', 'Days of access after the first failed renewal (1 to 60)', 0),
    ('end_days', '30', 'number', 'Days after the first failed renewal until the subscription ends (2 to 90)', 0),
    ('dunning_mail_days', '0,3,7,10', 'string', 'Days after the first failed renewal on which reminders go out, rising', 0),
    ('withdrawal_days', '14', 'number', 'Days after the first payment in which customers may withdraw (0 to 60; 0 switches it off)', 0),
    ('seller_name', '', 'string', 'Who sells, as it stands on invoices', 0),
    ('seller_address', '', 'string', 'Address of the seller on invoices; parts separated by semicolons', 0),
    ('seller_tax_id', '', 'string', 'Tax number of the seller on invoices', 0),
    ('seller_time_zone', 'UTC', 'string', 'Time zone of the seller, which decides the date of an invoice', 0),
    ('tax_rate', '0', 'string', 'Tax in percent, with at most two decimals', 0),
    ('tax_inclusive', 'true', 'boolean', 'Whether prices hold the tax already; else it is added to them', 0),
    ('smtp_security', 'starttls', 'string', 'How the way to your mail server is protected: starttls, tls from the first byte (port 465), or none', 0),
    ('invoice_note', '', 'string', 'A line at the foot of each invoice', 0)
)
select setting_key, setting_value, setting_type, description, is_secret,
  (select now from temp.installation)
  from catalogue;

-- Mails are sent by now.
update settings set description = 'Name of your mail server; while it is empty, mails are handed over as files'
 where setting_key = 'smtp_host';

update settings set description = 'Port of your mail server'
 where setting_key = 'smtp_port';

update settings set description = 'User at your mail server; empty if it asks for none'
 where setting_key = 'smtp_user';

update settings set description = 'Password at your mail server'
 where setting_key = 'smtp_password';

-- Texts of mails that an operator changed; all others are those of the product.
create table mail_templates (
  template text primary key not null check (length(template) between 1 and 60),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;
