package com.truevault.web.http;

/**
 * Who is signed in, as the host knows them after their session was looked up.
 *
 * @param userId the row of the user
 * @param sessionPublicId the id of the session that may be shown
 * @param csrfSecret a text that only this session has, such as the hash of its secret; never shown
 * @param subject what the authenticator wants handlers to have, such as the session itself
 */
public record Caller(
    long userId, boolean isAdmin, String sessionPublicId, String csrfSecret, Object subject) {

  /**
   * The subject in its own type.
   *
   * @throws ClassCastException if the authenticator attached something else
   */
  public <T> T subject(Class<T> type) {
    return type.cast(subject);
  }

  @Override
  public String toString() {
    return "Caller[userId=" + userId + ", isAdmin=" + isAdmin + "]";
  }
}
