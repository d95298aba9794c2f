package com.truevault.web.http;

import java.security.SecureRandom;
import java.util.Base64;

/** What every request needs from the host. */
record RequestContext(
    HttpConfig config,
    Authenticator authenticator,
    Csrf csrf,
    Proxies proxies,
    SecureRandom random) {

  String newNonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
