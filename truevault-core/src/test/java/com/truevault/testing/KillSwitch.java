package com.truevault.testing;

import com.truevault.Storage;
import com.truevault.outbox.MessageStore;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Kills the process, as far as a storage can tell, at one of its commits: just before it or just
 * after it. From then on every write fails.
 */
public final class KillSwitch {
  private final Storage storage;
  private final int fatal;
  private final boolean afterTheCommit;
  private int commits;
  private boolean dead;

  /** Kills at that commit, counted from 1. */
  public KillSwitch(Storage storage, int fatal, boolean afterTheCommit) {
    this.storage = storage;
    this.fatal = fatal;
    this.afterTheCommit = afterTheCommit;
  }

  /** The storage with the switch in it. */
  public Storage wired() {
    Transactions transactions = new FatalTransactions();
    MessageStore messages = fatal(MessageStore.class, storage.messages());
    return proxy(
        Storage.class,
        (name, call) ->
            switch (name) {
              case "transactions" -> transactions;
              case "messages" -> messages;
              default -> call.get();
            });
  }

  /** Whether it struck. */
  public boolean hasStruck() {
    return dead;
  }

  /** How many commits went well. */
  public int commits() {
    return commits;
  }

  /** The exception that nothing catches. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private interface Interception {
    @Nullable Object around(String name, Supplier<@Nullable Object> call);
  }

  private final class FatalTransactions implements Transactions {
    private boolean inside;

    @Override
    public <T extends @Nullable Object> T write(DataFile file, Supplier<T> work) {
      if (inside) {
        return storage.transactions().write(file, work);
      }
      beforeCommit();
      inside = true;
      T result;
      try {
        result = storage.transactions().write(file, work);
      } finally {
        inside = false;
      }
      afterCommit();
      return result;
    }
  }

  private void beforeCommit() {
    if (dead || (!afterTheCommit && commits + 1 == fatal)) {
      dead = true;
      throw new Killed();
    }
  }

  private void afterCommit() {
    commits++;
    if (afterTheCommit && commits == fatal) {
      dead = true;
      throw new Killed();
    }
  }

  /** Messages are marked outside of transactions, in commits of their own. */
  private <T> T fatal(Class<T> type, T real) {
    return proxy(
        type,
        real,
        (name, call) -> {
          boolean commits = name.equals("done") || name.equals("failed") || name.equals("dead");
          if (commits) {
            beforeCommit();
          }
          Object result = call.get();
          if (commits) {
            afterCommit();
          }
          return result;
        });
  }

  private <T extends Storage> T proxy(Class<T> type, Interception interception) {
    return proxy(type, type.cast(storage), interception);
  }

  private static <T> T proxy(Class<T> type, T real, Interception interception) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                interception.around(
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(real, arguments);
                      } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof RuntimeException failure) {
                          throw failure;
                        }
                        throw new AssertionError(e);
                      } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                      }
                    })));
  }
}
