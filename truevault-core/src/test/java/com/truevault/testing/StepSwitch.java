package com.truevault.testing;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Kills the process, as far as a storage can tell, at one of its steps: before any call of a store,
 * and before and after any commit. Steps count once it is armed; after the fatal one all fail. For
 * one thread at a time.
 */
public final class StepSwitch {
  private final Storage storage;
  private final int fatal;
  private int steps;
  private boolean armed;

  /** Kills at that step, counted from 1. */
  public StepSwitch(Storage storage, int fatal) {
    this.storage = storage;
    this.fatal = fatal;
  }

  /** The storage with the switch in it. */
  public Storage wired() {
    Transactions transactions = new FatalTransactions();
    return (Storage)
        proxy(
            Storage.class,
            (self, method, arguments) -> {
              if (method.getReturnType() == Transactions.class) {
                return transactions;
              }
              Object found = call(storage, method, arguments);
              return method.getReturnType().getSimpleName().endsWith("Store")
                  ? stepping(method.getReturnType(), found)
                  : found;
            });
  }

  /** Counts from now on. */
  public void arm() {
    armed = true;
  }

  /** Whether it struck. */
  public boolean hasStruck() {
    return steps >= fatal;
  }

  private Object stepping(Class<?> port, @Nullable Object store) {
    return proxy(
        port,
        (self, method, arguments) -> {
          step();
          return call(store, method, arguments);
        });
  }

  private void step() {
    if (armed) {
      steps++;
    }
    if (hasStruck()) {
      throw new KillSwitch.Killed();
    }
  }

  private static Object proxy(Class<?> port, InvocationHandler handler) {
    return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler);
  }

  private static @Nullable Object call(
      @Nullable Object target, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private final class FatalTransactions implements Transactions {
    @Override
    public <T extends @Nullable Object> T write(DataFile file, Supplier<T> work) {
      step();
      T result =
          storage
              .transactions()
              .write(
                  file,
                  () -> {
                    T made = work.get();
                    step();
                    return made;
                  });
      step();
      return result;
    }
  }
}
