package com.truevault.web.me;

/**
 * The wish to be erased.
 *
 * @param confirmation the word DELETE
 */
public record DeletionJson(String confirmation, String password) {
  @Override
  public String toString() {
    return "DeletionJson[hidden]";
  }
}
