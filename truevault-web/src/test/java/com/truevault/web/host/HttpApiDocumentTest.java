package com.truevault.web.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.web.http.Route;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/http-api.md to the route table: one line for each route that programs call, and one
 * for each answer.
 */
class HttpApiDocumentTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("project.root", "..")).resolve("docs/http-api.md");

  @Test
  void listsEveryRouteAsItIs() throws IOException {
    compare(
        ApiTable.routes().stream().map(HttpApiDocumentTest::line),
        "\\| `(GET|POST|PATCH|PUT|DELETE) .*");
  }

  @Test
  void showsEveryAnswerAsItIs() throws IOException {
    compare(
        ApiTable.routes().stream()
            .flatMap(route -> route.answers().stream())
            .map(Route.Answer::body)
            .filter(Objects::nonNull)
            .filter(Class::isRecord)
            .distinct()
            .map(body -> "| %s | %s |".formatted(name(body), fields(body)))
            .sorted(),
        "\\| [A-Za-z]+ \\| `\\{.*");
  }

  private static void compare(Stream<String> lines, String pattern) throws IOException {
    String real = lines.collect(Collectors.joining("\n"));
    String listed =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.matches(pattern))
            .collect(Collectors.joining("\n"));
    assertEquals(real, listed, "docs/http-api.md must have these lines:\n" + real + "\n");
  }

  private static String name(Class<?> body) {
    return body.getSimpleName().replaceFirst("Json$", "");
  }

  private static String line(Route route) {
    String query =
        route.query().stream()
            .map(Route.QueryParameter::name)
            .collect(Collectors.joining(", ", "?", ""));
    String wanted =
        Stream.of(
                route.body().map(HttpApiDocumentTest::fields).orElse(""),
                route.query().isEmpty() ? "" : "`" + query + "`")
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return "| `%s %s` | %s | %s | %s | %s |"
        .formatted(
            route.method(),
            route.path().text(),
            route.access().name().toLowerCase(Locale.ROOT),
            route.summary(),
            wanted,
            route.answers().stream()
                .map(HttpApiDocumentTest::answer)
                .collect(Collectors.joining(", ")));
  }

  private static String answer(Route.Answer answer) {
    Class<?> body = answer.body();
    if (body == null) {
      return answer.status() + (answer.contentType().isEmpty() ? "" : " " + answer.contentType());
    }
    return answer.status() + " " + (answer.isPage() ? "page of " + name(body) : name(body));
  }

  private static String fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(field -> field.getName() + (isOptional(field) ? "?" : ""))
        .collect(Collectors.joining(", ", "`{", "}`"));
  }

  private static boolean isOptional(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
