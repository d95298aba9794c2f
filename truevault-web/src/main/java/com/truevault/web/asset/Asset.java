package com.truevault.web.asset;

import com.truevault.web.http.Response;

/** A file in memory. Nobody writes into its bytes. */
final class Asset {
  private final FileType type;
  private final byte[] bytes;
  private final String hash;

  Asset(FileType type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
    this.hash = Response.hash(bytes);
  }

  String hash() {
    return hash;
  }

  Response response() {
    return Response.bytes(200, type.contentType(), bytes).etag(hash);
  }
}
