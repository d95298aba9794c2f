package com.truevault.web.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array whose elements are all of one type; null elements are refused. */
record ListCodec(Codec element) implements Codec {
  @Override
  public @Nullable Object read(Input input) throws IOException {
    if (!input.expect(JsonToken.BEGIN_ARRAY, "an array")) {
      return null;
    }
    JsonReader reader = input.reader();
    List<Object> values = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      Object value = element.read(input);
      if (value != null) {
        values.add(value);
      }
    }
    reader.endArray();
    return Collections.unmodifiableList(values);
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.beginArray();
    for (Object item : (Collection<?>) value) {
      element.write(out, item);
    }
    out.endArray();
  }
}
