package com.truevault.health;

import com.truevault.mail.Mails;
import com.truevault.outbox.Outgoing;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.server.ServerStore;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.User;
import com.truevault.user.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells administrators of alarms: one mail for all that happens at the same time. */
public final class AlarmMails {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String LIST = "/admin/servers";

  private final Mails mails;
  private final Settings settings;
  private final UserStore users;
  private final ServerStore servers;

  /** Writes to the address of the settings, or else to every administrator of the given store. */
  public AlarmMails(Mails mails, Settings settings, UserStore users, ServerStore servers) {
    this.mails = mails;
    this.settings = settings;
    this.users = users;
    this.servers = servers;
  }

  void raised(Outgoing out, List<Alarm> alarms) {
    tell(
        out,
        "alarm",
        alarms,
        alarm ->
            mails.phrase(
                "alarm.line",
                Map.of(
                    "what", sentence("alarm", alarm),
                    "since", SHOWN.format(alarm.raisedAt()),
                    "detail", alarm.detail())));
  }

  void cleared(Outgoing out, List<Alarm> alarms, Instant at) {
    tell(
        out,
        "recovery",
        alarms,
        alarm ->
            mails.phrase(
                "recovery.line",
                Map.of(
                    "what", sentence("recovery", alarm), "duration", words(alarm.duration(at)))));
  }

  private void tell(
      Outgoing out, String template, List<Alarm> alarms, Function<Alarm, String> line) {
    if (alarms.isEmpty()) {
      return;
    }
    Alarm first = alarms.get(0);
    String headline =
        alarms.size() == 1
            ? sentence(template, first)
            : mails.phrase(template + ".many", Map.of("count", Integer.toString(alarms.size())));
    Map<String, String> values =
        Map.of(
            "headline",
            headline,
            "lines",
            alarms.stream().map(line).collect(Collectors.joining("\n")));
    String path = alarms.size() == 1 ? LIST + "/" + first.server() + "#health" : LIST;
    String address = settings.text(SettingKey.ALARM_EMAIL);
    if (!address.isEmpty()) {
      mails.queue(out, address, template, "", path, values);
      return;
    }
    for (User user : users.administrators()) {
      mails.queue(out, user.email().deliverable(), template, user.name().full(), path, values);
    }
  }

  private String sentence(String template, Alarm alarm) {
    return mails.phrase(
        template + "." + alarm.kind().name().toLowerCase(Locale.ROOT),
        Map.of("server", name(alarm.server())));
  }

  private String name(ServerKey key) {
    return servers.find(key).map(Server::label).map(Server.Label::name).orElse(key.value());
  }

  private static String words(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
