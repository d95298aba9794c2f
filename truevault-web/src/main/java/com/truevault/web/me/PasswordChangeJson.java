package com.truevault.web.me;

/** The password that counts and the one that shall. */
public record PasswordChangeJson(String currentPassword, String newPassword) {
  @Override
  public String toString() {
    return "PasswordChangeJson[hidden]";
  }
}
