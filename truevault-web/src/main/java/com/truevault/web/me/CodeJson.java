package com.truevault.web.me;

/** A code of the authenticator app. */
public record CodeJson(String code) {
  @Override
  public String toString() {
    return "CodeJson[hidden]";
  }
}
