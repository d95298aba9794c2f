package com.truevault.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server received, before anything of it is believed. */
public interface Incoming {
  /** The method as it was sent. */
  String method();

  /** The path as it was sent, still percent-encoded. */
  String path();

  /** What follows the question mark, still percent-encoded; null if there is none. */
  @Nullable String query();

  /** The first header field of a name, in any case; null if there is none. */
  @Nullable String header(String name);

  /** All header fields of a name, in any case. */
  List<String> headers(String name);

  /** The IP address of the other end of the connection. */
  String remoteAddress();

  /** The body; empty if there is none. */
  InputStream body() throws IOException;
}
