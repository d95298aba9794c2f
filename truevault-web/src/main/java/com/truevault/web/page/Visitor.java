package com.truevault.web.page;

import org.jspecify.annotations.Nullable;

/** Who looks at a page: nobody known, or a signed-in user, and the token their forms must carry. */
public record Visitor(@Nullable String name, boolean admin, String csrf) {
  public boolean signedIn() {
    return name != null;
  }
}
