package com.truevault.subscription;

/** What administrators see and do about money. */
public record MoneyDesk(
    Refunds refunds, Grants grants, Reviews reviews, StuckJobs stuckJobs, Revenue revenue) {}
