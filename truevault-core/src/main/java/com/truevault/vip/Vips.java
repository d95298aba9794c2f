package com.truevault.vip;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.text.PlainText;
import com.truevault.user.EmailAddress;
import java.util.Map;

/**
 * The list of those who use the service without paying. It is looked up whenever entitlement is
 * asked for, so that a change counts at once. Safe for use by many threads.
 */
public final class Vips {
  /** The topic that tells of a change; its payload names {@code email}. */
  public static final String TOPIC = "vip.changed";

  private static final int MAX_NOTES = 500;

  private final VipStore store;
  private final Effects effects;

  /** Keeps the list in the given store. */
  public Vips(VipStore store, Effects effects) {
    this.store = store;
    this.effects = effects;
  }

  /** Whether the address is on the list and active. */
  public boolean isVip(EmailAddress email) {
    return store.find(email).filter(VipEntry::active).isPresent();
  }

  /** The whole list. */
  public Page<VipEntry> list(PageRequest page) {
    return store.list(page);
  }

  /**
   * The entry that URLs call that.
   *
   * @throws TrueVaultException NOT_FOUND if there is none
   */
  public VipEntry require(String publicId) {
    return store.findByPublicId(publicId).orElseThrow(Vips::unknown);
  }

  /**
   * Adds an address, whether or not somebody has signed up with it yet.
   *
   * @throws VipListedException if it is on the list
   */
  public VipEntry add(String actor, EmailAddress email, String notes) {
    VipEntry entry =
        new VipEntry(
            effects.random().id(),
            email,
            actor,
            effects.now(),
            PlainText.paragraph("notes", notes, MAX_NOTES),
            true);
    effects.run(
        DataFile.MAIN,
        out -> {
          store.add(entry);
          changed(out, actor, "vip.added", entry);
        });
    return entry;
  }

  /** Changes what an entry says and whether it counts. */
  public VipEntry change(String actor, VipEntry entry, String notes, boolean active) {
    VipEntry changed =
        new VipEntry(
            entry.publicId(),
            entry.email(),
            entry.addedBy(),
            entry.addedDate(),
            PlainText.paragraph("notes", notes, MAX_NOTES),
            active);
    effects.run(
        DataFile.MAIN,
        out -> {
          if (!store.update(changed)) {
            throw unknown();
          }
          changed(out, actor, active ? "vip.activated" : "vip.deactivated", changed);
        });
    return changed;
  }

  /** Takes an entry off the list. */
  public void remove(String actor, VipEntry entry) {
    effects.run(
        DataFile.MAIN,
        out -> {
          if (!store.remove(entry.publicId())) {
            throw unknown();
          }
          changed(out, actor, "vip.removed", entry);
        });
  }

  private static void changed(Outgoing out, String actor, String action, VipEntry entry) {
    AuditLog.note(out, actor, action, entry.publicId(), Map.of());
    out.send(TOPIC, entry.publicId(), Map.of("email", entry.email().canonical()));
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "vip-not-found", "no such entry on the VIP list; reload it");
  }
}
