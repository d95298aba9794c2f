package com.truevault.web.json;

import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum by the lower-case names of its constants. */
final class EnumCodec implements Codec {
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final String description;

  EnumCodec(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      constants.put(nameOf(constant), constant);
    }
    description = "one of " + String.join(", ", constants.keySet());
  }

  static String nameOf(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable Object read(Input input) throws IOException {
    if (!input.expect(JsonToken.STRING, description)) {
      return null;
    }
    Object constant = constants.get(input.reader().nextString());
    return constant == null ? input.reject("must be " + description) : constant;
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.value(nameOf(value));
  }
}
