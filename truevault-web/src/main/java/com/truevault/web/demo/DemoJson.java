package com.truevault.web.demo;

/** Where a demo is and how to sign in, for scripts. */
public record DemoJson(
    String url,
    String adminEmail,
    String adminPassword,
    String customerEmail,
    String customerPassword,
    String vipEmail,
    String vipPassword) {
  @Override
  public String toString() {
    return "DemoJson[" + url + "]";
  }
}
