package com.truevault.webhook;

/** Has a subscription looked at again. */
@FunctionalInterface
public interface Waker {

  /**
   * Reads what the provider says now and draws the conclusions; twice is as good as once.
   *
   * @param publicId of the subscription
   * @throws RuntimeException if it could not be done now
   */
  void wake(String publicId);
}
