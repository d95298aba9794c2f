package com.truevault.web.me;

import java.util.List;

/** Codes for the day the phone is lost; shown once, each works once. */
public record RecoveryCodesJson(List<String> recoveryCodes) {
  @Override
  public String toString() {
    return "RecoveryCodesJson[hidden]";
  }
}
