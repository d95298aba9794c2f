package com.truevault.web.json;

import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** The types that stand as one JSON text, number or flag. */
enum ScalarCodec implements Codec {
  TEXT(JsonToken.STRING, "text") {
    @Override
    @Nullable Object parse(String text) {
      return text;
    }
  },
  FLAG(JsonToken.BOOLEAN, "true or false") {
    @Override
    Object parse(String text) {
      return text.equals("true");
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value((Boolean) value);
    }
  },
  INT(JsonToken.NUMBER, "a whole number of at most 32 bits") {
    @Override
    Object parse(String text) {
      return Integer.parseInt(text);
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value((Number) value);
    }
  },
  LONG(JsonToken.NUMBER, "a whole number of at most 64 bits") {
    @Override
    Object parse(String text) {
      return Long.parseLong(text);
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value((Number) value);
    }
  },
  DECIMAL(JsonToken.NUMBER, "a number of at most 40 characters") {
    @Override
    @Nullable Object parse(String text) {
      return text.length() > 40 ? null : new BigDecimal(text);
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value((Number) value);
    }
  },
  DOUBLE(JsonToken.NUMBER, "a number") {
    @Override
    @Nullable Object parse(String text) {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? null : number;
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value((Number) value);
    }
  },
  INSTANT(JsonToken.STRING, "a time in UTC such as 2026-01-31T09:30:00.000Z") {
    @Override
    @Nullable Object parse(String text) {
      return text.endsWith("Z") ? Instant.parse(text) : null;
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value(MILLISECONDS.format((Instant) value));
    }
  },
  DATE(JsonToken.STRING, "a date such as 2026-01-31") {
    @Override
    Object parse(String text) {
      return LocalDate.parse(text);
    }
  };

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final JsonToken token;
  private final String description;

  ScalarCodec(JsonToken token, String description) {
    this.token = token;
    this.description = description;
  }

  /** The value of a text; null, or an exception about its form, if it is not of this type. */
  abstract @Nullable Object parse(String text);

  @Override
  public @Nullable Object read(Input input) throws IOException {
    if (!input.expect(token, description)) {
      return null;
    }
    if (token == JsonToken.BOOLEAN) {
      return input.reader().nextBoolean();
    }
    String text = input.reader().nextString();
    if (!Characters.areSound(text)) {
      return input.reject("must be Unicode text without the character U+0000");
    }
    @Nullable Object value;
    try {
      value = parse(text);
    } catch (NumberFormatException | DateTimeException failure) {
      value = null;
    }
    return value == null ? input.reject("must be " + description) : value;
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.value(value.toString());
  }
}
