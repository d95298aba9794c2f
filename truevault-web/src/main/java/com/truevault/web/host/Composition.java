package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import com.truevault.TrueVaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Joins modules, with nothing bound by guesswork. */
public final class Composition {
  private Composition() {}

  /**
   * Puts the parts of the given modules together.
   *
   * @throws TrueVaultException as the part threw it that could not be made
   */
  public static Injector of(Module... modules) {
    List<Module> all = new ArrayList<>(Arrays.asList(modules));
    all.add(new Strictness());
    try {
      return Guice.createInjector(Stage.PRODUCTION, all);
    } catch (CreationException failure) {
      throw causeOf(failure, failure.getErrorMessages());
    } catch (ProvisionException failure) {
      throw causeOf(failure, failure.getErrorMessages());
    }
  }

  private static RuntimeException causeOf(RuntimeException failure, Collection<Message> messages) {
    for (Message message : messages) {
      if (message.getCause() instanceof RuntimeException cause) {
        return cause;
      }
    }
    return failure;
  }

  private static final class Strictness extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireExactBindingAnnotations();
      binder().requireAtInjectOnConstructors();
      binder().disableCircularProxies();
    }
  }
}
