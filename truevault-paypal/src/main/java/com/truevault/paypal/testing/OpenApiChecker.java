package com.truevault.paypal.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.truevault.paypal.HttpExchange.Answer;
import com.truevault.paypal.HttpExchange.Call;
import com.truevault.paypal.testing.OpenApiFile.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks calls and answers against PayPal's own OpenAPI files, which are read from where they are
 * kept and are no part of this library. Immutable.
 */
public final class OpenApiChecker {
  private static final String TOKENS = "/v1/oauth2/token";

  private final List<Operation> operations;

  private OpenApiChecker(List<Operation> operations) {
    this.operations = operations;
  }

  /** Checks by every JSON file of a folder. */
  public static OpenApiChecker of(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new OpenApiChecker(
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .flatMap(file -> OpenApiFile.read(file).operations().stream())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a call, in words; empty if nothing is. The files leave tokens out. */
  public List<String> breaches(Call call) {
    if (call.uri().getPath().equals(TOKENS)) {
      return List.of();
    }
    return operation(call)
        .map(operation -> breaches(operation, call))
        .orElseGet(() -> List.of(call + " is not an operation of any file"));
  }

  /** What is wrong with the answer to a call, in words; empty if nothing is. */
  public List<String> breaches(Call call, Answer answer) {
    return operation(call).map(operation -> breaches(operation, call, answer)).orElse(List.of());
  }

  private static List<String> breaches(Operation operation, Call call) {
    OpenApiSchema schemas = new OpenApiSchema(operation.file(), true);
    List<String> found = new ArrayList<>();
    Map<String, String> query = query(call);
    List<JsonObject> parameters = operation.parameters("query");
    for (JsonObject parameter : parameters) {
      String name = OpenApiFile.text(parameter, "name");
      String value = query.remove(name);
      if (value != null) {
        JsonObject schema = OpenApiFile.object(parameter, "schema");
        found.addAll(schemas.breaches(schema, typed(schema, value), call + " query " + name));
      } else if (parameter.has("required") && parameter.get("required").getAsBoolean()) {
        found.add(call + " lacks the parameter " + name);
      }
    }
    query.keySet().forEach(name -> found.add(call + " has the unknown parameter " + name));
    for (JsonObject header : operation.parameters("header")) {
      String value = call.headers().get(OpenApiFile.text(header, "name"));
      if (value != null) {
        found.addAll(
            schemas.breaches(
                OpenApiFile.object(header, "schema"), new JsonPrimitive(value), call + " header"));
      }
    }
    JsonObject schema =
        operation.schema(OpenApiFile.object(operation.description(), "requestBody"));
    if (!schema.keySet().isEmpty()) {
      found.addAll(schemas.breaches(schema, json(call.body()), call + " body"));
    }
    return found;
  }

  private static List<String> breaches(Operation operation, Call call, Answer answer) {
    String place = "answer " + answer.status() + " to " + call;
    JsonObject schema = operation.schema(operation.answer(answer.status()));
    if (schema.keySet().isEmpty()) {
      return answer.body().length == 0 ? List.of() : List.of(place + " has a body");
    }
    return answer.body().length == 0
        ? List.of(place + " has no body")
        : new OpenApiSchema(operation.file(), false).breaches(schema, json(answer.body()), place);
  }

  private Optional<Operation> operation(Call call) {
    return operations.stream()
        .filter(operation -> operation.isFor(call.method(), call.uri().getPath()))
        .findFirst();
  }

  private static Map<String, String> query(Call call) {
    return Pattern.compile("&")
        .splitAsStream(Objects.requireNonNullElse(call.uri().getRawQuery(), ""))
        .filter(each -> !each.isEmpty())
        .map(each -> each.split("=", 2))
        .collect(
            Collectors.toMap(
                each -> each[0],
                each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8),
                (a, b) -> b,
                HashMap::new));
  }

  private static JsonElement typed(JsonObject schema, String value) {
    return switch (OpenApiFile.text(schema, "type")) {
      case "integer", "number", "boolean" -> JsonParser.parseString(value);
      default -> new JsonPrimitive(value);
    };
  }

  private static JsonElement json(byte[] body) {
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
  }
}
