package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.store.DataFile;
import com.truevault.subscription.JobRunner.Desk;
import java.util.List;
import java.util.Map;

/** Work outside that gave up. Safe for use by many threads. */
public final class StuckJobs {
  private final JobStore store;
  private final Desk desk;

  StuckJobs(JobStore store, Desk desk) {
    this.store = store;
    this.desk = desk;
  }

  /** What gave up, oldest first. */
  public List<Job> list() {
    return store.dead();
  }

  /**
   * Has it tried again, with all its pauses.
   *
   * @param actor who wants it, for the audit log
   * @throws TrueVaultException NOT_FOUND if nothing of the key gave up
   */
  public void retry(String actor, String key) {
    desk.effects()
        .run(
            DataFile.BILLING,
            out -> {
              Job job =
                  store
                      .find(key)
                      .filter(known -> known.state() == JobState.DEAD)
                      .orElseThrow(StuckJobs::missing);
              store.update(
                  Jobs.changed(job, JobState.NEW, desk.now(), 0, job.lastError()), desk.now());
              AuditLog.note(out, actor, "billing-job.retried", key, Map.of());
            });
  }

  private static TrueVaultException missing() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "job-not-found", "no work of this key gave up");
  }
}
