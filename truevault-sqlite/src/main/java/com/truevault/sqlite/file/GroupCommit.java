package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.sqlite.jdbc.SqlFailures;
import com.truevault.store.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shared transaction. Jobs that wait at the same time are run in it one after the other, each
 * undone alone when it fails, and are committed by one disk flush. Used by the writer thread alone.
 */
final class GroupCommit {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final Session session;
  private final String file;
  private final Recall recall;
  private final List<WriteJob<?>> batch = new ArrayList<>();
  private boolean open;
  private int succeeded;
  private @Nullable Throwable fatal;

  GroupCommit(Session session, String file, Recall recall) {
    this.session = session;
    this.file = file;
    this.recall = recall;
  }

  int size() {
    return batch.size();
  }

  /** Runs a job inside the transaction; its caller hears of it after the commit. */
  void add(WriteJob<?> job) {
    batch.add(job);
    boolean guarded = false;
    try {
      begin();
      // The first needs no savepoint: undoing it undoes nobody else.
      guarded = succeeded > 0;
      if (guarded) {
        execute("savepoint job");
      }
      job.run();
      requireOpen();
      if (guarded) {
        execute("release job");
      }
      succeeded++;
    } catch (Throwable e) {
      job.fail(e);
      undo(guarded);
    }
  }

  /** Runs work between transactions; whatever it leaves open is rolled back. */
  void alone(Runnable work) {
    requireSound();
    try {
      recall.whileForgetting(work);
      requireOpen();
    } catch (RuntimeException | Error e) {
      lose(new IllegalStateException(e));
      throw e;
    }
  }

  /** Commits and lets every caller go. */
  void end() {
    try {
      if (open) {
        recall.whileForgetting(() -> execute("commit"));
        open = false;
      }
    } catch (Throwable e) {
      lose(e);
    } finally {
      succeeded = 0;
      batch.forEach(WriteJob::complete);
      batch.clear();
    }
  }

  /** Refuses all further work. */
  void fail(Throwable why) {
    if (fatal == null) {
      LOG.error("{} takes no more writes: {}", file, why.getMessage(), why);
      fatal = why;
    }
  }

  /** Throws if the file has failed before. */
  void requireSound() {
    if (fatal != null) {
      throw new StorageException(
          "storage-failed",
          file + " has failed and takes no writes; check the disk, then start again",
          fatal);
    }
  }

  private void begin() {
    requireSound();
    if (!open) {
      execute("begin immediate");
      open = true;
    }
  }

  private void requireOpen() {
    SQLException ending = session.ending();
    if (ending != null) {
      throw SqlFailures.translate(file, "transaction", ending);
    }
  }

  private void undo(boolean guarded) {
    if (!open && session.ending() == null) {
      return;
    }
    if (session.ending() != null) {
      lose(SqlFailures.translate(file, "transaction", session.ending()));
      return;
    }
    try {
      execute(guarded ? "rollback to job" : "rollback");
      if (guarded) {
        execute("release job");
      } else {
        open = false;
      }
    } catch (Throwable e) {
      lose(e);
    }
  }

  /** The whole transaction is gone: nobody in it may believe otherwise. */
  private void lose(Throwable why) {
    SQLException ending = session.ending();
    session.clearEnding();
    // First, so that nothing is committed even if the rollback fails.
    open = false;
    for (WriteJob<?> job : batch) {
      if (!job.hasFailed()) {
        job.fail(lost(why));
      }
    }
    try {
      execute("rollback");
    } catch (RuntimeException e) {
      // SQLite has rolled back on its own.
      session.clearEnding();
    }
    succeeded = 0;
    if (ending != null && SqlFailures.isFatal(ending)) {
      fail(ending);
    }
  }

  private static Throwable lost(Throwable why) {
    return why instanceof StorageException known
        ? new StorageException(known.code(), known.getMessage(), known)
        : why;
  }

  private void execute(String sql) {
    session.update(sql, Parameters.none());
  }
}
