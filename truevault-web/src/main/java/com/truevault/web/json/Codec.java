package com.truevault.web.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one Java type stands in JSON. */
interface Codec {
  /** Reads the next value; null after a finding was noted. */
  @Nullable Object read(Input input) throws IOException;

  /** Writes a value of this type. */
  void write(JsonWriter out, Object value) throws IOException;
}
