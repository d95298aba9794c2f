package com.truevault.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the route table. The methods that return the route itself describe it while the table
 * is built; afterwards it is only read. Access has no default: a route that does not say who may
 * call it keeps the host from starting.
 */
public final class Route {
  /** The largest body of a request in bytes unless its route says otherwise. */
  public static final int DEFAULT_MAX_BODY = 64 * 1024;

  private final Method method;
  private final PathTemplate path;
  private final Handler handler;
  private final List<QueryParameter> query = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Access access;
  private String summary = "";
  private @Nullable Class<? extends Record> body;
  private boolean hasTextsBody;
  private Set<String> form = Set.of();
  private int maxBody = DEFAULT_MAX_BODY;
  private boolean isApi;
  private boolean isSigned;

  Route(Method method, PathTemplate path, Handler handler) {
    this.method = method;
    this.path = path;
    this.handler = handler;
    this.isApi = path.text().startsWith("/api/");
  }

  /** One parameter of the query that the route understands; the type is text, number or flag. */
  public record QueryParameter(String name, Class<?> type, String description) {}

  /**
   * One answer of the route.
   *
   * @param contentType empty if the answer has no body
   * @param body the record of a JSON answer
   * @param isPage whether the record is an item of a {@link PageJson}
   */
  public record Answer(int status, String contentType, @Nullable Class<?> body, boolean isPage) {}

  /** Says who may call the route. */
  public Route access(Access value) {
    access = value;
    return this;
  }

  /** Says in one short sentence what the route does. */
  public Route summary(String value) {
    summary = value;
    return this;
  }

  /** Names the record that the handler reads from a JSON body. */
  public Route body(Class<? extends Record> type) {
    body = type;
    return this;
  }

  /** Says that the JSON body is an object whose names are data and whose values are texts. */
  public Route textsBody() {
    hasTextsBody = true;
    return this;
  }

  /** Names the fields of the form that the handler reads; every other is refused. */
  public Route form(String... fields) {
    form = Set.of(fields);
    return this;
  }

  /** Allows larger or smaller bodies than {@link #DEFAULT_MAX_BODY}, in bytes. */
  public Route maxBody(int bytes) {
    maxBody = bytes;
    return this;
  }

  /** Adds a query parameter that is text. */
  public Route query(String name, String description) {
    return query(name, String.class, description);
  }

  /** Adds a query parameter; API routes refuse every other. */
  public Route query(String name, Class<?> type, String description) {
    query.add(new QueryParameter(name, type, description));
    return this;
  }

  /** Adds the query parameters of a list: {@code limit} and {@code cursor}. */
  public Route paged() {
    return query("limit", Integer.class, "How many items at most, 1 to 100; 50 if left out.")
        .query("cursor", "The next of the answer before; left out for the first items.");
  }

  /** Adds an answer without a body. */
  public Route answers(int status) {
    answers.add(new Answer(status, "", null, false));
    return this;
  }

  /** Adds an answer whose body is a record as JSON. */
  public Route answers(int status, Class<? extends Record> type) {
    answers.add(new Answer(status, ContentType.JSON, type, false));
    return this;
  }

  /** Adds an answer whose body is a {@link PageJson} of a record. */
  public Route answersPage(Class<? extends Record> item) {
    answers.add(new Answer(200, ContentType.JSON, item, true));
    return this;
  }

  /** Adds an answer whose body is of some other kind, such as {@code text/plain}. */
  public Route answersAs(int status, String contentType) {
    answers.add(new Answer(status, contentType, null, false));
    return this;
  }

  /** Adds the codes of problems that callers of this route may meet beside the general ones. */
  public Route problems(String... codes) {
    problems.addAll(List.of(codes));
    return this;
  }

  /**
   * Makes a route outside of {@code /api/} answer problems as JSON and stand in the API's
   * description.
   */
  public Route api() {
    isApi = true;
    return this;
  }

  /** Says that its handler believes the sender's signature alone, and never a cookie. */
  public Route signed() {
    isSigned = true;
    return this;
  }

  /** The method; HEAD is answered by the route of GET. */
  public Method method() {
    return method;
  }

  /** The path with its parameters in braces. */
  public PathTemplate path() {
    return path;
  }

  /** What answers the request. */
  public Handler handler() {
    return handler;
  }

  /**
   * Who may call the route.
   *
   * @throws IllegalStateException if the route does not say
   */
  public Access access() {
    if (access == null) {
      throw new IllegalStateException(this + " does not say who may call it; add .access(…)");
    }
    return access;
  }

  /** What the route does; empty if it does not say. */
  public String summary() {
    return summary;
  }

  /** The record that a JSON body is read into. */
  public Optional<Class<? extends Record>> body() {
    return Optional.ofNullable(body);
  }

  /** Whether a JSON body is an object of texts under names that are data. */
  public boolean hasTextsBody() {
    return hasTextsBody;
  }

  /** The fields of a form beside the {@link Csrf#FIELD}. */
  public Set<String> form() {
    return form;
  }

  /** The largest body in bytes. */
  public int maxBody() {
    return maxBody;
  }

  /** The query parameters that the route understands. */
  public List<QueryParameter> query() {
    return List.copyOf(query);
  }

  /** The answers of the route other than problems. */
  public List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** The codes of its own problems. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether programs call this route, and not people with a browser. */
  public boolean isApi() {
    return isApi;
  }

  /** Whether the handler believes a signature, so that other sites cannot make use of a cookie. */
  boolean isSigned() {
    return isSigned;
  }

  /** Whether the route understands a query parameter. */
  boolean knowsQuery(String name) {
    for (QueryParameter parameter : query) {
      if (parameter.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return method + " " + path.text();
  }
}
