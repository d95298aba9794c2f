package com.truevault.subscription;

import com.truevault.billing.FactStore;
import com.truevault.billing.SubscriptionStore;
import com.truevault.ledger.Books;
import com.truevault.user.UserStore;

/** Where money and what it is about are kept. */
public record BillingStores(
    SubscriptionStore subscriptions,
    FactStore facts,
    JobStore jobs,
    Books books,
    UserStore users) {}
