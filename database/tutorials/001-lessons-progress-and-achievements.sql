-- Lessons and their steps, how far each user came, and the help texts of the pages.

create table lessons (
  id integer primary key autoincrement,
  lesson_number integer not null unique check (lesson_number >= 1),
  category text not null check (category in ('getting_started', 'database', 'forms', 'marketing')),
  title text not null check (length(title) between 1 and 200),
  description text check (length(description) between 0 and 2000),
  duration_minutes integer not null check (duration_minutes between 1 and 600),
  difficulty text not null check (difficulty in ('beginner', 'intermediate', 'advanced')),
  -- JSON array of lesson numbers
  prerequisites text not null default '[]'
    check (json_valid(prerequisites) and json_type(prerequisites) = 'array'),
  video_url text check (length(video_url) between 1 and 2000),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table lesson_steps (
  id integer primary key autoincrement,
  lesson_id integer not null references lessons (id) on delete cascade,
  step_number integer not null check (step_number >= 1),
  title text not null check (length(title) between 1 and 200),
  instructions text not null check (length(instructions) between 1 and 5000),
  action_required text check (length(action_required) between 0 and 500),
  help_text text check (length(help_text) between 0 and 2000),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (lesson_id, step_number)
) strict;

create table user_progress (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  lesson_id integer not null references lessons (id) on delete restrict,
  status text not null default 'not_started'
    check (status in ('not_started', 'in_progress', 'completed')),
  current_step integer not null default 1 check (current_step >= 1),
  started_at text check (started_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  completed_at text check (completed_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  time_spent_seconds integer not null default 0 check (time_spent_seconds >= 0),
  unique (user_id, lesson_id)
) strict;

create index idx_user_progress_lesson_id on user_progress (lesson_id);

create table user_achievements (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null,
  achievement_type text not null check (length(achievement_type) between 1 and 100),
  earned_at text not null check (earned_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'),
  unique (user_id, achievement_type)
) strict;

create table help_tooltips (
  id integer primary key autoincrement,
  element_selector text not null unique check (length(element_selector) between 1 and 300),
  tooltip_title text check (length(tooltip_title) between 0 and 200),
  tooltip_text text not null check (length(tooltip_text) between 1 and 2000),
  tooltip_type text not null default 'basic'
    check (tooltip_type in ('basic', 'detailed', 'video', 'link')),
  video_url text check (length(video_url) between 1 and 2000),
  learn_more_url text check (length(learn_more_url) between 1 and 2000),
  created_at text not null check (created_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;

create table learning_streaks (
  id integer primary key autoincrement,
  -- users.id of users.db
  user_id integer not null unique,
  current_streak_days integer not null default 0 check (current_streak_days >= 0),
  longest_streak_days integer not null default 0 check (longest_streak_days >= 0),
  last_activity_date text
    check (last_activity_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  updated_at text not null check (updated_at glob
    '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]')
) strict;
