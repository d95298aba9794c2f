package com.truevault.web.page.site;

/** The button that confirms an e-mail address; a link alone changes nothing. */
public record VerifyPage(String token) {
  @Override
  public String toString() {
    return "VerifyPage[token withheld]";
  }
}
