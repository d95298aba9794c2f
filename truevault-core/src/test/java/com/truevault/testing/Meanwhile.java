package com.truevault.testing;

import com.truevault.Storage;
import com.truevault.user.UserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets something else happen between a read of the users file and what follows from it. */
public final class Meanwhile {
  private final Storage storage;
  private @Nullable String read;
  private @Nullable Runnable event;

  /** Between the calls of that storage. */
  public Meanwhile(Storage storage) {
    this.storage = storage;
  }

  /** The storage with the gap in it. */
  public Storage storage() {
    UserStore users = proxy(UserStore.class, storage.users(), UnaryOperator.identity());
    return proxy(Storage.class, storage, answer -> answer instanceof UserStore ? users : answer);
  }

  /** Runs the event once, right after the next such read of the users file. */
  public void afterNext(String method, Runnable what) {
    read = method;
    event = what;
  }

  private <T> T proxy(Class<T> type, T real, UnaryOperator<@Nullable Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                Object result = answer.apply(method.invoke(real, arguments));
                happen(method.getName());
                return result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  private void happen(String method) {
    Runnable due = event;
    if (due != null && method.equals(read)) {
      event = null;
      due.run();
    }
  }
}
