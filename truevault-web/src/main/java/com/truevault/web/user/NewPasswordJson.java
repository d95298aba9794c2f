package com.truevault.web.user;

/** A new password and the token of the mailed link that allows it. */
public record NewPasswordJson(String token, String newPassword) {
  @Override
  public String toString() {
    return "NewPasswordJson[hidden]";
  }
}
