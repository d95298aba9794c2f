package com.truevault.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the host answered. */
public record Answer(int status, HttpHeaders headers, String body) {
  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** A member of the body as text. */
  public String text(String name) {
    JsonElement value = json().get(name);
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  /** The code of a problem; empty for anything else. */
  public String code() {
    return header("Content-Type").equals("application/problem+json") ? text("code") : "";
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
