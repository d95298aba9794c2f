package com.truevault.web.http;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.server.ServerKey;
import com.truevault.web.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the host. What it holds is read and checked when it is asked for.
 * Belongs to one thread.
 */
public final class Request {
  private final Incoming incoming;
  private final RequestContext context;
  private final String id;
  private @Nullable Route route;
  private List<String> pathValues = List.of();
  private @Nullable Parameters query;
  private @Nullable Parameters form;
  private byte @Nullable [] body;
  private boolean isCallerKnown;
  private @Nullable Caller caller;
  private @Nullable String nonce;

  Request(Incoming incoming, RequestContext context, String id) {
    this.incoming = incoming;
    this.context = context;
    this.id = id;
  }

  void matched(Route found, List<String> values) {
    route = found;
    pathValues = values;
  }

  /** The id under which the host logs this request. */
  public String id() {
    return id;
  }

  /** The method as it was sent. */
  public String method() {
    return incoming.method();
  }

  /** The path as it was sent, percent-encoded and without the query. */
  public String path() {
    return incoming.path();
  }

  /** The row of the route table that answers; nothing if no route does. */
  public Optional<Route> route() {
    return Optional.ofNullable(route);
  }

  /** Where people reach the host, without a slash at the end. */
  public String baseUrl() {
    return context.config().origin();
  }

  /**
   * The decoded value of a path parameter.
   *
   * @throws IllegalArgumentException if the route's path has no such parameter
   */
  public String pathParameter(String name) {
    int index = route == null ? -1 : route.path().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(route + " has no parameter " + name);
    }
    return pathValues.get(index);
  }

  /** The parameters of the query. */
  public Parameters query() {
    if (query == null) {
      query = Parameters.parse(incoming.query());
    }
    return query;
  }

  /** The fields of a form that was sent as {@code application/x-www-form-urlencoded}. */
  public Parameters form() {
    if (form == null) {
      form = Parameters.parse(Body.form(incoming, body()));
    }
    return form;
  }

  /** The body; empty if there is none. */
  public byte[] body() {
    if (body == null) {
      body = Body.read(incoming, route == null ? Route.DEFAULT_MAX_BODY : route.maxBody());
    }
    return body;
  }

  /**
   * The JSON body as a record.
   *
   * @throws com.truevault.web.json.InvalidFieldsException naming every field that does not fit
   */
  public <T extends Record> T json(Class<T> type) {
    Body.requireJson(incoming);
    return Json.read(type, body());
  }

  /**
   * The JSON body as texts by their names.
   *
   * @throws com.truevault.web.json.InvalidFieldsException naming every value that is no text
   */
  public Map<String, String> jsonTexts() {
    Body.requireJson(incoming);
    return Json.readTexts(body());
  }

  /** The first header field of a name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(incoming.header(name));
  }

  /** All header fields of a name, in any case. */
  public List<String> headers(String name) {
    return incoming.headers(name);
  }

  /** The token of an {@code Authorization: Bearer} header. */
  public Optional<String> bearerToken() {
    return Optional.ofNullable(Credentials.bearer(incoming));
  }

  /** The token that says who is calling: that of the header, else that of the cookie. */
  public Optional<String> sessionToken() {
    return Optional.ofNullable(Credentials.token(incoming));
  }

  /**
   * Who is signed in.
   *
   * @throws TrueVaultException of kind UNAUTHENTICATED if nobody is
   */
  public Caller caller() {
    return findCaller()
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.UNAUTHENTICATED, "sign-in-needed", "nobody is signed in; sign in"));
  }

  /** Who is signed in, if anybody is. */
  public Optional<Caller> findCaller() {
    if (!isCallerKnown) {
      isCallerKnown = true;
      caller =
          Credentials.token(incoming) == null
              ? null
              : context.authenticator().authenticate(this).orElse(null);
    }
    return Optional.ofNullable(caller);
  }

  /**
   * The server whose agent is calling, asked for anew each time: an agent may be shut out while its
   * request waits.
   *
   * @throws TrueVaultException of kind UNAUTHENTICATED if no agent is
   */
  public ServerKey agent() {
    return bearerToken()
        .flatMap(context.authenticator()::agent)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.UNAUTHENTICATED,
                    "agent-unknown",
                    "no agent has this credential; enrol it again"));
  }

  /** The token that forms of this page send back as {@code csrf}; empty if nobody is signed in. */
  public String csrfToken() {
    return findCaller().map(context.csrf()::tokenFor).orElse("");
  }

  /** The address of the client: through trusted proxies the one they saw. */
  public String clientAddress() {
    return context.proxies().client(incoming);
  }

  /** The language that the client likes best; English if it does not say. */
  public Locale locale() {
    return Languages.first(incoming.header("Accept-Language"));
  }

  /** The text that lets inline scripts and styles of this one answer run. */
  public String nonce() {
    if (nonce == null) {
      nonce = context.newNonce();
    }
    return nonce;
  }

  /** The nonce if a page asked for one. */
  @Nullable String usedNonce() {
    return nonce;
  }

  boolean isForm() {
    return Body.isForm(incoming);
  }

  Incoming incoming() {
    return incoming;
  }

  @Override
  public String toString() {
    return "Request[" + id + " " + (route == null ? incoming.method() : route) + "]";
  }
}
