package com.truevault.wireguard.agent;

import com.truevault.peer.ListVersion;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The panel as the agent sees it. Safe for use by many threads. */
public interface PanelClient {

  /**
   * Asks for the list; never throws because of the panel.
   *
   * @param known the version that need not be sent again; null if none
   * @param wait how long the panel may hold the answer back until there is a newer list
   */
  Answer peers(@Nullable ListVersion known, Duration wait);

  /**
   * Hands in a report.
   *
   * @throws IOException if it did not arrive, or the panel refused it
   */
  void report(byte[] json) throws IOException;

  /**
   * A new credential; the one in use stays valid until the new one was used once.
   *
   * @throws IOException if none was given
   */
  String renewCredential() throws IOException;
}
