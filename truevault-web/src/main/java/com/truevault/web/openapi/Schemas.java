package com.truevault.web.openapi;

import com.truevault.web.json.FieldError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shapes of records as JSON Schema 2020-12; each record is described once, under its name. */
final class Schemas {
  private final Map<String, Object> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();

  /** The body of every answer that is a problem (RFC 9457). */
  private record Problem(
      String type,
      String title,
      int status,
      String detail,
      String code,
      String requestId,
      @Nullable List<FieldError> errors) {}

  Map<String, Object> all() {
    return named;
  }

  Map<String, Object> problem() {
    return reference(Problem.class);
  }

  /** The shape of a page of items. */
  Map<String, Object> page(Class<?> item) {
    return object(
        Members.of("items", array(of(item)), "next", nullable(Members.of("type", "string"))),
        List.of("items", "next"));
  }

  /** The shape of a type. */
  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Class<?> raw = (Class<?>) generic.getRawType();
      if (Collection.class.isAssignableFrom(raw)) {
        return array(of(arguments[0]));
      }
      if (raw == Map.class) {
        return Members.of("type", "object", "additionalProperties", of(arguments[1]));
      }
      return of(raw);
    }
    if (!(type instanceof Class<?> plain)) {
      return Map.of();
    }
    return plain.isRecord() ? reference(plain) : scalar(plain);
  }

  /** A reference to the shape of a record. */
  Map<String, Object> reference(Class<?> type) {
    String name = nameOf(type);
    Class<?> owner = owners.putIfAbsent(name, type);
    if (owner != null && owner != type) {
      throw new IllegalStateException(owner + " and " + type + " are both called " + name);
    }
    if (owner == null) {
      named.put(name, Map.of());
      named.put(name, record(type));
    }
    return Members.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Map<String, Object> shape = of(component.getGenericType());
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        shape = nullable(shape);
      } else {
        required.add(component.getName());
      }
      properties.put(component.getName(), shape);
    }
    return object(properties, required);
  }

  private static Map<String, Object> scalar(Class<?> type) {
    if (type.isEnum()) {
      List<String> names =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .toList();
      return Members.of("type", "string", "enum", names);
    }
    if (type == int.class || type == Integer.class) {
      return Members.of("type", "integer", "format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return Members.of("type", "integer", "format", "int64");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Members.of("type", "boolean");
    }
    if (type == double.class || type == Double.class || type == BigDecimal.class) {
      return Members.of("type", "number");
    }
    if (type == Instant.class) {
      return Members.of("type", "string", "format", "date-time");
    }
    if (type == LocalDate.class) {
      return Members.of("type", "string", "format", "date");
    }
    return type == String.class ? Members.of("type", "string") : Map.of();
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("type", "object");
    shape.put("properties", properties);
    shape.put("required", required);
    shape.put("additionalProperties", false);
    return shape;
  }

  private static Map<String, Object> array(Map<String, Object> items) {
    return Members.of("type", "array", "items", items);
  }

  private static Map<String, Object> nullable(Map<String, Object> shape) {
    return Members.of("anyOf", List.of(shape, Members.of("type", "null")));
  }

  /** {@code DeviceJson} is called {@code Device}; names are unique over all packages. */
  private static String nameOf(Class<?> type) {
    String name = type.getSimpleName();
    return name.length() > 4 && name.endsWith("Json") ? name.substring(0, name.length() - 4) : name;
  }
}
