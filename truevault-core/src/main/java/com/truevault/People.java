package com.truevault;

import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.secret.SecretBox;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.Addresses;
import com.truevault.user.Departures;
import com.truevault.user.MailQuota;
import com.truevault.user.Outbound;
import com.truevault.user.PasswordCheck;
import com.truevault.user.PasswordHasher;
import com.truevault.user.PasswordPolicy;
import com.truevault.user.Passwords;
import com.truevault.user.ResetLinks;
import com.truevault.user.SecondFactors;
import com.truevault.user.Sessions;
import com.truevault.user.SignIns;
import com.truevault.user.Throttle;
import com.truevault.user.Users;

/** The use cases around users, which share a password check. */
record People(
    Users users,
    SignIns signIns,
    Sessions sessions,
    Passwords passwords,
    ResetLinks resetLinks,
    Addresses addresses,
    SecondFactors secondFactors,
    Departures departures,
    Throttle throttle) {

  static People of(Storage storage, Tools tools) {
    Effects effects = tools.effects();
    Mails mails = tools.mails();
    Throttle throttle =
        new Throttle(storage.throttles(), storage.transactions(), tools.environment().clock());
    PasswordHasher hasher =
        new PasswordHasher(
            tools.environment().passwordCost(),
            tools.environment().random(),
            Runtime.getRuntime().availableProcessors());
    PasswordCheck check =
        new PasswordCheck(storage.users(), hasher, throttle, storage.transactions());
    PasswordPolicy policy = new PasswordPolicy(() -> tools.settings().text(SettingKey.SITE_NAME));
    Sessions sessions = new Sessions(storage.sessions(), tools.settings(), effects);
    Outbound outbound = new Outbound(effects, mails, new MailQuota(throttle));
    SecondFactors factors =
        new SecondFactors(storage.users(), storage.sessions(), throttle, tools.box(), outbound);
    return new People(
        new Users(storage.users(), check, policy, outbound),
        new SignIns(check, factors, sessions, storage.users(), effects),
        sessions,
        new Passwords(storage.users(), storage.sessions(), check, policy, outbound),
        new ResetLinks(storage.users(), outbound),
        new Addresses(storage.users(), check, outbound),
        factors,
        new Departures(storage.users(), storage.sessions(), check, mails, effects),
        throttle);
  }

  record Tools(
      Settings settings,
      SecretBox box,
      Mails mails,
      Effects effects,
      TrueVault.Environment environment) {}
}
