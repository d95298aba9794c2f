-- The settings and the theme every installation starts with. No credential has a working default.

insert into settings (setting_key, setting_value, setting_type, description, is_secret, updated_at)
with catalogue (setting_key, setting_value, setting_type, description, is_secret) as (
  values
    ('site_name', 'TrueVault VPN', 'string', 'Website name', 0),
    ('site_tagline', 'Your Complete Digital Fortress', 'string', 'Tagline', 0),
    ('admin_email', '', 'string', 'Address of the operator, for the record; nothing is sent to it', 0),
    ('from_email', 'noreply@example.com', 'string', 'Sender of outgoing e-mail', 0),
    ('paypal_client_id', '', 'string', 'PayPal client id, supplied by the operator', 0),
    ('paypal_secret', '', 'string', 'PayPal secret, supplied by the operator', 1),
    ('paypal_mode', 'sandbox', 'string', 'PayPal mode (sandbox or live)', 0),
    ('max_devices_personal', '3', 'number', 'Devices allowed on the personal plan', 0),
    ('max_devices_family', '10', 'number', 'Devices allowed on the family plan', 0),
    ('max_devices_business', '50', 'number', 'Devices allowed on the business plan', 0),
    ('address_pool_v4', '10.8.0.0/14', 'string', 'IPv4 pool the device addresses come from', 0),
    ('address_pool_v6', '', 'string', 'IPv6 ULA prefix of the device addresses, made at install', 0),
    ('default_dns', 'cloudflare', 'string', 'DNS choice of new devices (cloudflare, google, quad9 or adguard)', 0),
    ('default_mtu', '1420', 'number', 'MTU of new devices (1280 to 1500)', 0),
    ('default_keepalive', '25', 'number', 'Keepalive of new devices in seconds (0 to 60, 0 is off)', 0),
    ('split_tunnel_allowed', 'true', 'boolean', 'Whether users may choose the split tunnel', 0),
    ('session_days', '7', 'number', 'Days a session lasts', 0),
    ('sign_in_code_required_for_admins', 'false', 'boolean', 'Whether administrators must sign in with a second factor', 0),
    ('verified_email_required_for_vip', 'true', 'boolean', 'Whether VIP access and dedicated servers wait until the e-mail address is confirmed', 0),
    ('smtp_host', '', 'string', 'Name of your mail server; not used, this release hands mails over as files', 0),
    ('smtp_port', '587', 'number', 'Port of your mail server; not used, as smtp_host', 0),
    ('smtp_user', '', 'string', 'User at your mail server; not used, as smtp_host', 0),
    ('smtp_password', '', 'string', 'Password at your mail server; not used, as smtp_host', 1),
    ('support_email', '', 'string', 'Address shown to users who need help; empty shows none', 0)
)
select setting_key, setting_value, setting_type, description, is_secret,
  (select now from temp.installation)
  from catalogue;

insert into theme (id, element_name, element_value, element_category, description, updated_at)
with catalogue (id, element_name, element_value, element_category, description) as (
  values
    (1, 'primary_color', '#00d9ff', 'colors', 'Primary brand color (cyan)'),
    (2, 'secondary_color', '#00ff88', 'colors', 'Secondary brand color (green)'),
    (3, 'background_color', '#0f0f1a', 'colors', 'Dark background'),
    (4, 'text_color', '#ffffff', 'colors', 'Main text color'),
    (5, 'link_color', '#00d9ff', 'colors', 'Link color'),
    (10, 'font_family', '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, sans-serif', 'typography', 'Main font'),
    (11, 'heading_font', 'Poppins, sans-serif', 'typography', 'Heading font'),
    (12, 'base_font_size', '16px', 'typography', 'Base font size'),
    (20, 'button_radius', '8px', 'buttons', 'Button border radius'),
    (21, 'button_padding', '10px 20px', 'buttons', 'Button padding'),
    (30, 'container_max_width', '1100px', 'spacing', 'Max container width'),
    (31, 'section_padding', '60px 20px', 'spacing', 'Section padding')
)
select id, element_name, element_value, element_category, description,
  (select now from temp.installation)
  from catalogue;
