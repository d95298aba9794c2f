-- What operators decide about tunnels: strange peers, health checks and how long history is kept.

insert into settings (setting_key, setting_value, setting_type, description, is_secret, updated_at)
with catalogue (setting_key, setting_value, setting_type, description, is_secret) as (
  values
    ('foreign_peers_removed', 'false', 'boolean', 'Whether peers that nobody here knows are removed from the servers; else they are reported', 0),
    ('alarm_email', '', 'string', 'Address that alarms about servers are sent to; empty sends them to every administrator', 0),
    ('health_check_minutes', '5', 'number', 'Minutes between two checks of a server (1 to 60; 0 switches checks off)', 0),
    ('health_retention_days', '400', 'number', 'Days that daily health figures are kept (90 to 3650)', 0),
    ('traffic_retention_days', '90', 'number', 'Days that traffic of single devices is kept (1 to 730)', 0)
)
select setting_key, setting_value, setting_type, description, is_secret,
  (select now from temp.installation)
  from catalogue;
