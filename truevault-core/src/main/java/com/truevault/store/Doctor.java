package com.truevault.store;

import java.util.List;

/** Looks for breaches of the rules that hold across the files, over one moment of all of them. */
public interface Doctor {

  /** Every breach there is now; empty means healthy. Changes nothing. */
  List<Finding> examine();

  /** As {@link #examine} and repairs what can be repaired without losing anything. */
  List<Finding> repair();
}
