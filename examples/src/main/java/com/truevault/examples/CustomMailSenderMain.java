package com.truevault.examples;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A mail sender of your own. It is down at first; the outbox keeps the mail until it is up. */
public final class CustomMailSenderMain {
  private CustomMailSenderMain() {}

  /** Runs in the given folder. */
  public static void main(String[] args) {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    Postbox postbox = new Postbox(System.out);
    try (TrueVault vault =
        TrueVault.builder()
            .storage(SqliteStorage.open(Path.of(args[0])))
            .payments(new SimulatedGateway(Samples.RANDOM, clock, "https://pay.example.com/"))
            .mail(postbox)
            .masterKeys(Samples.masterKey())
            .clock(clock)
            .build()) {
      vault.users().register(Samples.sam());
      vault.maintenance().deliver();
      postbox.open();
      clock.advance(Duration.ofMinutes(1));
      vault.maintenance().deliver();
    }
  }

  private static final class Postbox implements MailSender {
    private final PrintStream out;
    private boolean open;

    Postbox(PrintStream out) {
      this.out = out;
    }

    synchronized void open() {
      open = true;
    }

    @Override
    public synchronized void send(Mail mail) {
      if (!open) {
        out.println("postbox is closed");
        throw new TrueVaultException(
            ErrorKind.UNAVAILABLE, "postbox-closed", "postbox is closed; try again later");
      }
      out.println("to " + mail.to() + ": " + mail.subject());
    }
  }
}
