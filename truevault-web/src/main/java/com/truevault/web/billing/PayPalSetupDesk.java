package com.truevault.web.billing;

import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.SetupStep;
import com.truevault.paypal.WebhookSetup;
import java.util.List;
import java.util.stream.Stream;

/** The desk at the PayPal that the settings name. */
public final class PayPalSetupDesk implements PayPalDesk {
  private final PayPalClient client;
  private final PlanSetup plans;
  private final WebhookSetup webhook;

  /** Asks through the given client. */
  public PayPalSetupDesk(PayPalClient client, PlanSetup plans, WebhookSetup webhook) {
    this.client = client;
    this.plans = plans;
    this.webhook = webhook;
  }

  @Override
  public List<String> test() {
    return List.copyOf(client.signIn().missing());
  }

  @Override
  public List<String> plan() {
    return Stream.concat(plans.plan().stream(), webhook.plan().stream())
        .map(SetupStep::text)
        .toList();
  }

  @Override
  public void apply() {
    plans.apply();
    webhook.apply();
  }
}
