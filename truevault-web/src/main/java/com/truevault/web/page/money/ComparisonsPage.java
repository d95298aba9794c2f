package com.truevault.web.page.money;

import com.truevault.subscription.Comparison;
import java.util.List;

/** Comparisons, newest first. */
public record ComparisonsPage(List<Comparison> comparisons) {}
