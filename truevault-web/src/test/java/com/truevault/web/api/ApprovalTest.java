package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.web.host.TestHost;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page that stands in for the payment provider says afterwards. */
class ApprovalTest {
  private final TestHost host = TestHost.inMemory();
  private final Cast cast = new Cast(host);
  private final Client sam = cast.client(cast.newcomer());

  @AfterEach
  void close() {
    host.close();
  }

  private String choose(String plan) {
    return sam.post("/api/v1/subscriptions", Map.of("plan", plan, "cycle", "monthly"))
        .text("approvalUrl");
  }

  private String decide(String approvalUrl, String decision) {
    return cast.client().form(approvalUrl, Map.of("decision", decision)).header("Location");
  }

  @Test
  void saysThatAPlanIsActiveOnlyIfItIs() {
    String first = choose("personal");
    String second = choose("family");

    assertEquals("/plan?note=plan.void", decide(first, "approve"));
    assertEquals("/devices?done=plan.approved", decide(second, "approve"));
  }

  @Test
  void saysWhatBecameOfTheFirstDecision() {
    String declined = choose("personal");
    assertEquals("/plan?note=plan.declined", decide(declined, "decline"));
    assertEquals("/plan?note=plan.void", decide(declined, "approve"));
    assertEquals("/plan?note=plan.cancelled", decide(choose("personal"), "cancel"));
  }
}
