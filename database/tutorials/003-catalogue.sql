-- The 35 lessons: 400 minutes in four categories.

insert into lessons
  (lesson_number, category, title, duration_minutes, difficulty, prerequisites, created_at)
with catalogue (lesson_number, category, title, duration_minutes, difficulty, prerequisites) as (
  values
    (1, 'getting_started', 'Understanding Databases (for Beginners)', 5, 'beginner', '[]'),
    (2, 'getting_started', 'Your First Table', 10, 'beginner', '[1]'),
    (3, 'getting_started', 'Your First Form', 10, 'beginner', '[]'),
    (4, 'getting_started', 'Your First Email Campaign', 15, 'beginner', '[3]'),
    (5, 'getting_started', 'Understanding Tracking', 10, 'beginner', '[4]'),
    (6, 'database', 'Field Types Explained', 8, 'intermediate', '[]'),
    (7, 'database', 'Adding Validation Rules', 10, 'intermediate', '[]'),
    (8, 'database', 'Creating Relationships', 12, 'intermediate', '[]'),
    (9, 'database', 'Importing Data from Excel', 8, 'beginner', '[]'),
    (10, 'database', 'Exporting Reports', 6, 'beginner', '[]'),
    (11, 'database', 'Searching and Filtering', 10, 'beginner', '[]'),
    (12, 'database', 'Bulk Operations', 12, 'intermediate', '[]'),
    (13, 'database', 'Backing Up Your Data', 8, 'beginner', '[]'),
    (14, 'database', 'Restoring from Backup', 10, 'intermediate', '[]'),
    (15, 'database', 'Database Best Practices', 15, 'intermediate', '[]'),
    (16, 'forms', 'Choosing the Right Form Template', 10, 'beginner', '[]'),
    (17, 'forms', 'Customizing Form Fields', 12, 'intermediate', '[]'),
    (18, 'forms', 'Adding Conditional Logic', 15, 'advanced', '[]'),
    (19, 'forms', 'Creating Multi-Page Forms', 12, 'intermediate', '[]'),
    (20, 'forms', 'Setting Up Email Notifications', 10, 'beginner', '[]'),
    (21, 'forms', 'Connecting Forms to Billing', 15, 'advanced', '[]'),
    (22, 'forms', 'Embedding Forms on Your Website', 8, 'beginner', '[]'),
    (23, 'forms', 'Analyzing Form Submissions', 10, 'beginner', '[]'),
    (24, 'forms', 'Form Design Best Practices', 12, 'intermediate', '[]'),
    (25, 'forms', 'Form Security & Privacy', 10, 'intermediate', '[]'),
    (26, 'marketing', 'Building Your First Campaign', 15, 'beginner', '[]'),
    (27, 'marketing', 'Creating Customer Segments', 12, 'intermediate', '[]'),
    (28, 'marketing', 'Email Design Best Practices', 15, 'intermediate', '[]'),
    (29, 'marketing', 'Writing Compelling Subject Lines', 10, 'beginner', '[]'),
    (30, 'marketing', 'Timing Your Campaigns', 8, 'beginner', '[]'),
    (31, 'marketing', 'Reading Campaign Analytics', 12, 'intermediate', '[]'),
    (32, 'marketing', 'A/B Testing Explained', 15, 'advanced', '[]'),
    (33, 'marketing', 'Building Landing Pages', 12, 'intermediate', '[]'),
    (34, 'marketing', 'Creating Automated Sequences', 18, 'advanced', '[]'),
    (35, 'marketing', 'Marketing Automation Best Practices', 20, 'advanced', '[]')
)
select lesson_number, category, title, duration_minutes, difficulty, prerequisites,
  (select now from temp.installation)
  from catalogue;
