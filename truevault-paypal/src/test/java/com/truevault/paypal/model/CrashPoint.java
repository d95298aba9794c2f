package com.truevault.paypal.model;

import com.truevault.Storage;
import com.truevault.paypal.HttpExchange;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends the process before or after one of the next transactions or calls. */
final class CrashPoint {
  private int stepsLeft = -1;

  /** Ends it that many steps from now. */
  void after(int steps) {
    stepsLeft = steps;
  }

  void disarm() {
    stepsLeft = -1;
  }

  private void step() {
    if (stepsLeft >= 0 && stepsLeft-- == 0) {
      throw new Crash();
    }
  }

  HttpExchange around(HttpExchange exchange) {
    return call -> {
      step();
      HttpExchange.Answer answer = exchange.send(call);
      step();
      return answer;
    };
  }

  Storage around(Storage storage) {
    Transactions transactions = new Breaking(storage.transactions());
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

  private final class Breaking implements Transactions {
    private final Transactions real;

    Breaking(Transactions real) {
      this.real = real;
    }

    @Override
    public <T extends @Nullable Object> T write(DataFile file, Supplier<T> work) {
      step();
      T result = real.write(file, work);
      step();
      return result;
    }
  }
}
