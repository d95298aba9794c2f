package com.truevault.web.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.http.Route;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the API may tell at all: the records of its answers, down to the last field. */
class AnswersTest {
  private static final Pattern DELICATE =
      Pattern.compile("(?i).*(password|hash|secret|private|token|seed|sealed|codes).*");

  /** Given out once to whom they belong, or no secret in spite of their name. */
  private static final Set<String> ALLOWED =
      Set.of(
          "TokenJson.token",
          "EnrolmentTokenJson.token",
          "EnrolmentJson.secret",
          "RecoveryCodesJson.recoveryCodes",
          "MeJson.secondFactor",
          "SettingJson.isSecret",
          "AuditJson.hash");

  private final Set<Class<?>> seen = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  @Test
  void holdNothingThatMustStayInside() {
    ApiTable.routes().stream()
        .flatMap(route -> route.answers().stream())
        .map(Route.Answer::body)
        .forEach(this::look);
    assertTrue(seen.size() > 20, "only " + seen);
    assertEquals(List.of(), found.stream().filter(name -> !ALLOWED.contains(name)).toList());
  }

  @Test
  void tellNobodyButAdministratorsWhoIsAVip() {
    ApiTable.routes().stream()
        .filter(route -> !route.path().text().startsWith("/api/v1/admin/"))
        .flatMap(route -> route.answers().stream())
        .map(Route.Answer::body)
        .forEach(this::look);
    assertEquals(
        List.of(),
        seen.stream()
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .filter(name -> name.matches("(?i).*(vip|accountType|accessLevel|dedicated).*"))
            .toList());
  }

  private void look(@Nullable Type type) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::look);
    } else if (type instanceof Class<?> known && known.isRecord() && seen.add(known)) {
      for (RecordComponent field : known.getRecordComponents()) {
        if (DELICATE.matcher(field.getName()).matches()) {
          found.add(known.getSimpleName() + "." + field.getName());
        }
        look(field.getGenericType());
      }
    }
  }
}
