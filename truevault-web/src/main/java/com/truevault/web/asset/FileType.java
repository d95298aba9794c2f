package com.truevault.web.asset;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be served; every other ending does not exist. */
enum FileType {
  CSS("text/css; charset=utf-8"),
  JS("text/javascript; charset=utf-8"),
  SVG("image/svg+xml"),
  PNG("image/png"),
  WEBP("image/webp"),
  ICO("image/x-icon"),
  WOFF2("font/woff2"),
  TXT("text/plain; charset=utf-8");

  private final String contentType;

  FileType(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  static Optional<FileType> find(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    for (FileType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(ending)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
