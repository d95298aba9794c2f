package com.truevault.web.user;

/** The token of a mailed link. */
public record LinkTokenJson(String token) {
  @Override
  public String toString() {
    return "LinkTokenJson[hidden]";
  }
}
