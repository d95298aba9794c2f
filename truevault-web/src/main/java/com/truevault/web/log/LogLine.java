package com.truevault.web.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.KeyValuePair;

/** One event as one line: whatever is in it, it cannot begin a second one. */
final class LogLine {
  private final StringBuilder out = new StringBuilder(256);

  private LogLine() {}

  static String of(ILoggingEvent event) {
    LogLine line = new LogLine();
    line.out.append("{\"at\":\"").append(Instant.ofEpochMilli(event.getTimeStamp())).append('"');
    line.text("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    line.text("logger", event.getLoggerName());
    line.text("message", event.getFormattedMessage());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(line::pair);
    }
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      line.text("error", ThrowableProxyUtil.asString(failure));
    }
    return line.out.append("}\n").toString();
  }

  private void pair(KeyValuePair pair) {
    if (pair.value instanceof Number || pair.value instanceof Boolean) {
      name(pair.key);
      out.append(pair.value);
    } else {
      text(pair.key, String.valueOf(pair.value));
    }
  }

  private void text(String name, String value) {
    name(name);
    quoted(value);
  }

  private void name(String name) {
    out.append(',');
    quoted(name);
    out.append(':');
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character == '\n') {
        out.append("\\n");
      } else if (isPlain(character)) {
        out.append(character);
      } else {
        out.append("\\u").append(Integer.toHexString(0x10000 | character), 1, 5);
      }
    }
    out.append('"');
  }

  /** Controls and the line ends of Unicode are escaped, and so are directions and surrogates. */
  private static boolean isPlain(char character) {
    return (character >= 0x20 && character < 0x7f)
        || (character >= 0xa0 && character < 0x2000)
        || (character > 0x206f && character < 0xd800);
  }
}
