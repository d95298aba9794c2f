package com.truevault.billing;

import com.truevault.user.Plan;
import java.util.Map;

/** The prices in force. */
public interface PriceStore {

  /** The monthly price of each plan that is sold. */
  Map<Plan, Money> monthly();
}
