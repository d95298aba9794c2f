package com.truevault.web.host;

import java.net.URI;

/**
 * Where people reach the site.
 *
 * @param url scheme, host and port without a path
 */
public record SiteAddress(URI url) {
  /** The address without a slash at the end. */
  public String text() {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
