package com.truevault.paypal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

class SandboxContractTest extends PayPalContract {
  private static final String ID = "PAYPAL_SANDBOX_CLIENT_ID";
  private static final String SECRET = "PAYPAL_SANDBOX_SECRET";

  private final Map<String, String> environment = System.getenv();

  @BeforeEach
  void requireCredentials() {
    Assumptions.assumeTrue(
        environment.containsKey(ID) && environment.containsKey(SECRET),
        ID + " and " + SECRET + " are not set; nothing is asked of PayPal's sandbox");
  }

  @Override
  HttpExchange exchange() {
    return new NetExchange();
  }

  @Override
  PayPalAccount account() {
    return new PayPalAccount(
        PayPalEnvironment.SANDBOX,
        new PayPalCredentials(
            environment.getOrDefault(ID, ""), environment.getOrDefault(SECRET, "")),
        "");
  }

  @Override
  Timing timing() {
    return Timing.real(InstantSource.system(), new SecureRandom());
  }
}
