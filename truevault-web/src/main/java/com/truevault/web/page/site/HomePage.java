package com.truevault.web.page.site;

import java.util.List;

/** What the home page offers. */
public record HomePage(List<PlanCard> plans) {}
