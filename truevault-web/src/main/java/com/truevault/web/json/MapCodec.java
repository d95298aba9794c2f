package com.truevault.web.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose names are data; the order of the names is kept. */
record MapCodec(Codec element) implements Codec {
  @Override
  public @Nullable Object read(Input input) throws IOException {
    if (!input.expect(JsonToken.BEGIN_OBJECT, "an object")) {
      return null;
    }
    JsonReader reader = input.reader();
    Map<String, Object> values = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (!Characters.areSound(name)) {
        input.refuse("must be named in Unicode text without the character U+0000");
      } else if (values.containsKey(name)) {
        input.refuse("is given twice");
      } else {
        Object value = element.read(input);
        if (value != null) {
          values.put(name, value);
        }
      }
    }
    reader.endObject();
    return Collections.unmodifiableMap(values);
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.beginObject();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      out.name(entry.getKey().toString());
      if (entry.getValue() == null) {
        out.nullValue();
      } else {
        element.write(out, entry.getValue());
      }
    }
    out.endObject();
  }
}
