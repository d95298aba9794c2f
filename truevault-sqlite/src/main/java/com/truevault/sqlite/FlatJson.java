package com.truevault.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON objects and lists of strings alone, such as payloads of messages and details of entries. */
final class FlatJson {
  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  /** The object as text, its names in order. */
  static String write(Map<String, String> object) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(object)
        .forEach(
            (name, value) -> {
              json.append(json.length() == 1 ? "" : ",");
              quote(json, name);
              json.append(':');
              quote(json, value);
            });
    return json.append('}').toString();
  }

  /**
   * The object of a text.
   *
   * @throws IllegalArgumentException if it is no object of strings
   */
  static Map<String, String> read(String text) {
    return new FlatJson(text).object();
  }

  /** The list as text. */
  static String writeAll(List<String> list) {
    StringBuilder json = new StringBuilder("[");
    for (String value : list) {
      json.append(json.length() == 1 ? "" : ",");
      quote(json, value);
    }
    return json.append(']').toString();
  }

  /**
   * The list of a text.
   *
   * @throws IllegalArgumentException if it is no list of strings
   */
  static List<String> readAll(String text) {
    return new FlatJson(text).list();
  }

  private List<String> list() {
    List<String> list = new ArrayList<>();
    expect('[');
    if (peek() == ']') {
      return list;
    }
    do {
      list.add(string());
    } while (next() == ',');
    at--;
    expect(']');
    return list;
  }

  private Map<String, String> object() {
    Map<String, String> object = new HashMap<>();
    expect('{');
    if (peek() == '}') {
      return object;
    }
    do {
      String name = string();
      expect(':');
      object.put(name, string());
    } while (next() == ',');
    at--;
    expect('}');
    return object;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      value.append(c == '\\' ? escaped() : c);
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      throw new IllegalArgumentException("JSON ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw new IllegalArgumentException("JSON lacks " + wanted + " at " + (at - 1));
    }
  }

  private static void quote(StringBuilder json, String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
