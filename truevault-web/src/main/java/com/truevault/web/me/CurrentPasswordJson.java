package com.truevault.web.me;

/** The password of whoever is signed in, asked for again before something grave. */
public record CurrentPasswordJson(String currentPassword) {
  @Override
  public String toString() {
    return "CurrentPasswordJson[hidden]";
  }
}
