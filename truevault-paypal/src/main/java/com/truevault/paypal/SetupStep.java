package com.truevault.paypal;

/**
 * One thing that a setup does.
 *
 * @param text for a person, such as {@code create the plan "Personal, monthly" at 9.99 USD}
 */
public record SetupStep(Kind kind, String text) {
  /** What is done. */
  public enum Kind {
    /** Something is made at PayPal. */
    CREATE,
    /** Something that is there already is used from now on. */
    ADOPT,
    /** Something at PayPal is changed. */
    CHANGE,
    /** A plan is not offered any more; those who have it go on. */
    DEACTIVATE
  }

  /** A step and how it is taken. */
  record Move(SetupStep step, Runnable action) {
    static Move of(Kind kind, String text, Runnable action) {
      return new Move(new SetupStep(kind, text), action);
    }
  }
}
