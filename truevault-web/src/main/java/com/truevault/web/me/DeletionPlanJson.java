package com.truevault.web.me;

import java.time.Instant;

/** When everything of the user will be erased, unless they change their mind before. */
public record DeletionPlanJson(Instant deletionDueAt) {}
