package com.truevault.web.api;

import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies that a route's record cannot be read from, made from one that it can. */
final class Mutants {
  private final Class<? extends Record> type;
  private final Map<String, Object> sample;

  Mutants(Route route, @Nullable Map<String, Object> sample) {
    this.type = route.body().orElseThrow();
    this.sample = sample == null ? Map.of() : sample;
  }

  /**
   * One broken body.
   *
   * @param field what the answer has to name; empty for the body as a whole
   */
  record Mutant(String what, String json, String field) {}

  List<Mutant> all() {
    List<Mutant> mutants = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      addAll(mutants, component);
    }
    mutants.add(new Mutant("unknown field", with("shoeSize", 43), "shoeSize"));
    for (String body : List.of("", "{", "[]", "null", "1", "\"x\"", "{}}", "{'a':1}", "{\"a\"}")) {
      mutants.add(new Mutant("body " + body, body, ""));
    }
    mutants.add(new Mutant("deep body", "{\"a\":".repeat(30) + "1" + "}".repeat(30), ""));
    return mutants;
  }

  private void addAll(List<Mutant> mutants, RecordComponent component) {
    String name = component.getName();
    boolean isOptional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (!isOptional) {
      mutants.add(new Mutant("without " + name, without(name), name));
      mutants.add(new Mutant("null " + name, with(name, null), name));
    }
    Object array = component.getType() == List.class ? List.of(List.of()) : List.of("x");
    mutants.add(new Mutant("array " + name, with(name, array), name));
    mutants.add(new Mutant("object " + name, with(name, Map.of("x", 1)), name));
    Object wrong = component.getType() == boolean.class || isFlag(component) ? "true" : true;
    mutants.add(new Mutant("wrong type " + name, with(name, wrong), name));
    mutants.add(new Mutant("number " + name, with(name, 1.5), name));
    mutants.add(new Mutant("twice " + name, twice(name), name));
    if (component.getType() == String.class) {
      mutants.add(new Mutant("NUL in " + name, with(name, "a\0b"), name));
    } else {
      mutants.add(new Mutant("odd " + name, with(name, "no such value"), name));
    }
  }

  private static boolean isFlag(RecordComponent component) {
    return component.getType() == Boolean.class;
  }

  private String with(String name, @Nullable Object value) {
    Map<String, Object> body = new LinkedHashMap<>(sample);
    body.put(name, value);
    return Json.text(body);
  }

  private String without(String name) {
    Map<String, Object> body = new LinkedHashMap<>(sample);
    body.remove(name);
    return Json.text(body);
  }

  private String twice(String name) {
    String value = Json.text(sample.getOrDefault(name, "x"));
    String rest = without(name);
    String member = Json.text(name) + ":" + value;
    return "{" + member + "," + member + (rest.equals("{}") ? "" : ",") + rest.substring(1);
  }
}
