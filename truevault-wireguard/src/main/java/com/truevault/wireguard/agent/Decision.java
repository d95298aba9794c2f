package com.truevault.wireguard.agent;

import com.truevault.agent.Refusal;
import com.truevault.wireguard.list.Reading;

/** What is done with an answer of the panel. */
sealed interface Decision {

  /**
   * The list is to be applied.
   *
   * @param isConfirmedShrinkage whether it takes an administrator's word to believe it
   */
  record Accepted(Reading.Complete reading, boolean isConfirmedShrinkage) implements Decision {}

  /** The list in force is the newest. */
  record Unchanged() implements Decision {}

  /** Everything stays as it is. */
  record Refused(Refusal refusal) implements Decision {}
}
