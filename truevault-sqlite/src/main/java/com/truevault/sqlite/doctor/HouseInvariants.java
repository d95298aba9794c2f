package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.ArrayList;
import java.util.List;

/** Messages between the files, secrets at rest, and the audit log. */
final class HouseInvariants {
  private HouseInvariants() {}

  static List<Invariant> all() {
    List<Invariant> all =
        new ArrayList<>(
            List.of(
                auditChainBroken(), settingInClear(), presharedKeyInClear(), codeSecretInClear()));
    for (DataFile file : DataFile.values()) {
      all.add(messageDead(file));
      all.add(messageLate(file));
    }
    return all;
  }

  private static Invariant auditChainBroken() {
    return Invariant.of(
        "audit-chain-broken",
        DataFile.MAIN,
        "an audit entry does not follow the one before it: entries were changed or removed",
        """
        select id as broken
          from (select id, previous_hash, lag(hash, 1, '') over (order by id) as expected
                  from main.audit_log)
         where previous_hash <> expected
         order by id
        """);
  }

  private static Invariant settingInClear() {
    return Invariant.of(
        "setting-in-clear",
        DataFile.MAIN,
        "a secret setting rests unsealed; enter it again on the settings page",
        """
        select setting_key as broken
          from main.settings
         where is_secret = 1 and setting_value <> '' and setting_value not like 'sealed:%'
        """);
  }

  private static Invariant presharedKeyInClear() {
    return Invariant.of(
        "preshared-key-in-clear",
        DataFile.DEVICES,
        "a preshared key rests unsealed; switch it off and on again for the device",
        """
        select device_id as broken
          from devices.devices
         where preshared_key is not null and preshared_key not like 'sealed:%'
        """);
  }

  private static Invariant codeSecretInClear() {
    return Invariant.of(
        "code-secret-in-clear",
        DataFile.USERS,
        "the secret behind sign-in codes rests unsealed; its user must set codes up again",
        """
        select public_id as broken
          from users.users
         where coalesce(totp_secret, 'sealed:') not like 'sealed:%'
            or coalesce(totp_pending_secret, 'sealed:') not like 'sealed:%'
        """);
  }

  // The file's name is one of nine constants, so the texts stay constants of the code.
  private static Invariant messageDead(DataFile file) {
    return Invariant.of(
        "message-dead",
        file,
        "an effect on another file was given up; retry or discard it on the outbox page",
        "select message_id as broken from "
            + file.folder()
            + ".outbox where state = 'dead' order by created_at");
  }

  private static Invariant messageLate(DataFile file) {
    return Invariant.of(
        "message-late",
        file,
        "an effect on another file has been waiting for more than 15 minutes; is the host running?",
        "select message_id as broken from "
            + file.folder()
            + ".outbox where state = 'new'"
            + " and created_at < strftime('%Y-%m-%d %H:%M:%f', :now, '-15 minutes')"
            + " order by created_at");
  }
}
