package com.truevault.web.host;

import com.truevault.TrueVault;
import com.truevault.web.http.WebApplication;
import com.truevault.web.jetty.JettyServer;
import java.time.InstantSource;

/** A host that was put together and can be started once. */
public final class Host implements AutoCloseable {
  private final JettyServer server;
  private final WebApplication application;
  private final TrueVault vault;
  private final SiteAddress address;
  private final Background background;

  Host(
      JettyServer server,
      WebApplication application,
      TrueVault vault,
      SiteAddress address,
      InstantSource clock) {
    this.server = server;
    this.application = application;
    this.vault = vault;
    this.address = address;
    this.background =
        new Background(
            vault.maintenance(),
            vault.peerLists(),
            vault.health(),
            () -> vault.webhookInbox().work(clock.instant()),
            vault.billingRounds());
  }

  /** Begins to answer and to deliver. */
  public void start() {
    server.start(application);
    background.start();
  }

  /** The library behind the host. */
  public TrueVault vault() {
    return vault;
  }

  /** Where people reach the site. */
  public SiteAddress address() {
    return address;
  }

  /** Waits until the host was stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /**
   * Lets waiting agents go and requests end, then the maintenance, then the files; in this order
   * nothing is lost.
   */
  @Override
  public void close() {
    try {
      vault.peerLists().close();
      server.close();
    } finally {
      background.close();
      vault.close();
    }
  }
}
