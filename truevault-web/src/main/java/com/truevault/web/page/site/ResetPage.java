package com.truevault.web.page.site;

import com.truevault.web.page.Form;

/** A new password with the token from the mail. */
public record ResetPage(Form form, String token) {
  @Override
  public String toString() {
    return "ResetPage[token withheld]";
  }
}
