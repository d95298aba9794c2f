package com.truevault.web.agent;

import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import org.jspecify.annotations.Nullable;

/**
 * What an agent refuses at the moment.
 *
 * @param detail what was found and what was expected
 * @param version of the refused list, such as 1.43; null if it could not be read
 */
public record RefusalJson(RefusalKind kind, String detail, @Nullable String version) {
  private static final int LONGEST = 1000;

  Refusal refusal() {
    return new Refusal(
        kind,
        AgentReportJson.line(detail, LONGEST),
        version == null ? null : ListVersion.of(version));
  }

  /** A refusal as it is shown. */
  public static @Nullable RefusalJson from(@Nullable Refusal refusal) {
    if (refusal == null) {
      return null;
    }
    ListVersion version = refusal.version();
    return new RefusalJson(
        refusal.kind(), refusal.detail(), version == null ? null : version.toString());
  }
}
