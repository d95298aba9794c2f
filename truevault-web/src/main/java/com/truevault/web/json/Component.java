package com.truevault.web.json;

import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** One component of a record: its name, whether it may be absent, and its type. */
record Component(String name, boolean isNullable, Codec codec, Method accessor) {
  static Component of(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Component(
        component.getName(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        Codecs.of(component.getGenericType()),
        accessor);
  }

  @Nullable Object read(Input input) throws IOException {
    if (isNullable && input.reader().peek() == JsonToken.NULL) {
      input.reader().nextNull();
      return null;
    }
    return codec.read(input);
  }

  void write(JsonWriter out, Object owner) throws IOException {
    Object value;
    try {
      value = accessor.invoke(owner);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(accessor + " cannot be read", failure);
    }
    out.name(name);
    if (value == null) {
      out.nullValue();
    } else {
      codec.write(out, value);
    }
  }
}
