package com.truevault.wireguard.agent;

import java.time.Duration;

/** Something that is done again and again. */
interface Recurring {

  /** Does it once and returns how long to rest. */
  Duration step();
}
