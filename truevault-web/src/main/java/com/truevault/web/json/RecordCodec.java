package com.truevault.web.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.truevault.TrueVaultException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An object with the fixed names of a record's components. */
final class RecordCodec implements Codec {
  private static final ClassValue<RecordCodec> CODECS =
      new ClassValue<>() {
        @Override
        protected RecordCodec computeValue(Class<?> type) {
          return new RecordCodec(type);
        }
      };

  private final Class<?> type;
  private final Constructor<?> constructor;
  private volatile Component @Nullable [] components;

  private RecordCodec(Class<?> type) {
    this.type = type;
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException failure) {
      throw new IllegalStateException(type + " has no canonical constructor", failure);
    }
  }

  static RecordCodec of(Class<?> type) {
    return CODECS.get(type);
  }

  /** Resolved late, so that a record may hold records of its own type. */
  private Component[] components() {
    Component[] known = components;
    if (known == null) {
      known =
          Arrays.stream(type.getRecordComponents()).map(Component::of).toArray(Component[]::new);
      components = known;
    }
    return known;
  }

  @Override
  public @Nullable Object read(Input input) throws IOException {
    if (!input.expect(JsonToken.BEGIN_OBJECT, "an object")) {
      return null;
    }
    Component[] known = components();
    @Nullable Object[] values = new @Nullable Object[known.length];
    boolean[] given = new boolean[known.length];
    int findingsBefore = input.findings();
    JsonReader reader = input.reader();
    reader.beginObject();
    while (reader.hasNext()) {
      int index = indexOf(known, reader.nextName());
      if (index < 0) {
        input.refuse("is not a known field");
      } else if (given[index]) {
        input.refuse("is given twice");
      } else {
        given[index] = true;
        values[index] = known[index].read(input);
      }
    }
    reader.endObject();
    for (int i = 0; i < known.length; i++) {
      if (!given[i] && !known[i].isNullable()) {
        input.noteMissing(known[i].name());
      }
    }
    return input.findings() == findingsBefore ? create(input, values) : null;
  }

  private @Nullable Object create(Input input, @Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof TrueVaultException refusal) {
        throw refusal;
      }
      if (failure.getCause() instanceof IllegalArgumentException refusal) {
        return input.reject(String.valueOf(refusal.getMessage()));
      }
      throw new IllegalStateException(type + " cannot be made", failure);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(type + " cannot be made", failure);
    }
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.beginObject();
    for (Component component : components()) {
      component.write(out, value);
    }
    out.endObject();
  }

  private static int indexOf(Component[] components, String name) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
