package com.truevault.web.health;

import java.util.List;

/** Whether the host can do its work, and what is wrong if it cannot. */
public record ReadinessJson(boolean ready, List<String> problems) {}
