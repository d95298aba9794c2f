package com.truevault.web.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a type. */
final class Codecs {
  /** Writes by the type that a value turns out to have; reads nothing. */
  static final AnyCodec ANY = new AnyCodec();

  private Codecs() {}

  static Codec of(Type type) {
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      if (Collection.class.isAssignableFrom(raw)) {
        return new ListCodec(of(arguments[0]));
      }
      if (raw == Map.class && arguments[0] == String.class) {
        return new MapCodec(of(arguments[1]));
      }
      return ofClass(raw);
    }
    return ANY;
  }

  private static Codec ofClass(Class<?> type) {
    if (type == String.class) {
      return ScalarCodec.TEXT;
    }
    if (type.isRecord()) {
      return RecordCodec.of(type);
    }
    if (type.isEnum()) {
      return new EnumCodec(type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return ScalarCodec.FLAG;
    }
    if (type == Object.class) {
      return ANY;
    }
    return ofNumberOrTime(type);
  }

  private static Codec ofNumberOrTime(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return ScalarCodec.INT;
    }
    if (type == long.class || type == Long.class) {
      return ScalarCodec.LONG;
    }
    if (type == double.class || type == Double.class) {
      return ScalarCodec.DOUBLE;
    }
    if (type == BigDecimal.class) {
      return ScalarCodec.DECIMAL;
    }
    if (type == Instant.class) {
      return ScalarCodec.INSTANT;
    }
    if (type == LocalDate.class) {
      return ScalarCodec.DATE;
    }
    throw new IllegalStateException(type + " has no JSON form; use a record, text or number");
  }

  /** See {@link #ANY}. */
  static final class AnyCodec implements Codec {
    @Override
    public @Nullable Object read(Input input) throws IOException {
      throw new IllegalStateException("a value of no declared type cannot be read");
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
      if (value == null) {
        out.nullValue();
      } else if (value instanceof Map) {
        new MapCodec(this).write(out, value);
      } else if (value instanceof Collection) {
        writeAll(out, (Collection<?>) value);
      } else if (value instanceof Enum<?> constant) {
        out.value(EnumCodec.nameOf(constant));
      } else {
        of(value.getClass()).write(out, value);
      }
    }

    private void writeAll(JsonWriter out, Collection<?> values) throws IOException {
      out.beginArray();
      for (Object value : values) {
        write(out, value);
      }
      out.endArray();
    }
  }
}
