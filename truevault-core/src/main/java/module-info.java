/** The library: domain, use cases and ports. Its whole need is the JDK and BouncyCastle. */
module com.truevault.core {
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports com.truevault;
  exports com.truevault.audit;
  exports com.truevault.mail;
  exports com.truevault.outbox;
  exports com.truevault.secret;
  exports com.truevault.setting;
  exports com.truevault.store;
  exports com.truevault.text;
  exports com.truevault.theme;
  exports com.truevault.user;
  exports com.truevault.vip;
  exports com.truevault.billing;
  exports com.truevault.ledger;
  exports com.truevault.subscription;
  exports com.truevault.webhook;
  exports com.truevault.entitlement;
  exports com.truevault.server;
  exports com.truevault.wireguard;
  exports com.truevault.device;
  exports com.truevault.peer;
  exports com.truevault.agent;
  exports com.truevault.traffic;
  exports com.truevault.health;
  exports com.truevault.testing;
}
