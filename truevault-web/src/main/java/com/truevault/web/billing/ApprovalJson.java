package com.truevault.web.billing;

import com.truevault.billing.SubscriptionStatus;
import com.truevault.subscription.Subscriptions.Started;

/**
 * A subscription that waits for its customer's yes.
 *
 * @param approvalUrl where the customer says it
 */
public record ApprovalJson(String id, SubscriptionStatus status, String approvalUrl) {
  static ApprovalJson from(Started started) {
    return new ApprovalJson(
        started.subscription().publicId(), started.subscription().status(), started.approvalUrl());
  }
}
