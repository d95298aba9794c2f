package com.truevault.testing;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets something happen between what a caller has read and the transaction it then writes in. */
public final class Interjection {
  private final Storage storage;
  private @Nullable DataFile file;
  private Runnable event = () -> {};

  /** Nothing happens until it is said. */
  public Interjection(Storage storage) {
    this.storage = storage;
  }

  /** Lets it happen once, before the next transaction of that file. */
  public void beforeWriting(DataFile next, Runnable happening) {
    file = next;
    event = happening;
  }

  /** The storage with this in it. */
  public Storage wired() {
    Transactions transactions = new Interrupted();
    return (Storage)
        Proxy.newProxyInstance(
            Storage.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (self, method, arguments) -> {
              if (method.getName().equals("transactions")) {
                return transactions;
              }
              try {
                return method.invoke(storage, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private final class Interrupted implements Transactions {
    @Override
    public <T extends @Nullable Object> T write(DataFile wanted, Supplier<T> work) {
      if (wanted == file) {
        file = null;
        event.run();
      }
      return storage.transactions().write(wanted, work);
    }
  }
}
