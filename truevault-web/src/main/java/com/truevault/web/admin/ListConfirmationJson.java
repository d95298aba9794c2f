package com.truevault.web.admin;

import com.truevault.peer.ListVersion;

/**
 * An administrator's word that a list is meant to be as short as it is.
 *
 * @param version of the list that was looked at, such as 1.43
 */
public record ListConfirmationJson(String version) {
  ListVersion list() {
    return ListVersion.of(version);
  }
}
