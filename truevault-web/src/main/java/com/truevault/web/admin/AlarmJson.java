package com.truevault.web.admin;

import com.truevault.health.Alarm;
import com.truevault.health.AlarmKind;
import java.time.Instant;

/** Something that is wrong with a server now. */
public record AlarmJson(String serverKey, AlarmKind kind, String detail, Instant raisedAt) {
  static AlarmJson from(Alarm alarm) {
    return new AlarmJson(alarm.server().value(), alarm.kind(), alarm.detail(), alarm.raisedAt());
  }
}
