package com.truevault.wireguard.doctor;

import java.util.List;

/** Looks at one thing that can be wrong. */
interface Check {
  /** What is wrong; empty if nothing is, or if it cannot be told because of another finding. */
  List<Finding> look(Facts facts);
}
