package com.truevault.wireguard.agent;

import com.truevault.peer.ListVersion;
import com.truevault.wireguard.list.SignedList;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The panel over HTTP. */
final class HttpPanelClient implements PanelClient {
  private static final String API = "api/v1/agent/";
  private static final Duration AT_ONCE = Duration.ZERO;

  private final URI panel;
  private final CredentialFile credential;

  /**
   * Names the panel.
   *
   * @param panel ending in a slash
   */
  HttpPanelClient(URI panel, CredentialFile credential) {
    this.panel = panel;
    this.credential = credential;
  }

  @Override
  public Answer peers(@Nullable ListVersion known, Duration wait) {
    PanelConnection request;
    int status;
    try {
      request = open("peers?wait=" + wait.toSeconds(), wait).with("Accept", SignedList.MEDIA_TYPE);
      if (known != null) {
        request.with("If-None-Match", "\"" + known + "\"");
      }
      status = request.get();
    } catch (IOException e) {
      return new Answer.Unreachable("the panel cannot be reached: " + reason(e));
    }
    if (status != HttpURLConnection.HTTP_OK) {
      return new Answer.Received(status, request.errorBody());
    }
    try {
      return new Answer.Received(status, request.body());
    } catch (IOException e) {
      return new Answer.CutOff("the answer broke off: " + reason(e));
    }
  }

  @Override
  public void report(byte[] json) throws IOException {
    PanelConnection request = open("reports", AT_ONCE);
    requireGood(request, request.post(json), "the report");
    request.body();
  }

  @Override
  public String renewCredential() throws IOException {
    PanelConnection request = open("credentials", AT_ONCE);
    requireGood(request, request.post(new byte[0]), "a new credential");
    String renewed = JsonText.member(request.body(), "credential");
    if (renewed == null || renewed.isBlank()) {
      throw new IOException("the panel gave no new credential; the old one stays in use");
    }
    return renewed;
  }

  static void requireGood(PanelConnection request, int status, String what) throws IOException {
    if (status / 100 != 2) {
      String detail = JsonText.member(request.errorBody(), "detail");
      throw new IOException(
          "the panel refused " + what + " with " + status + (detail == null ? "" : ": " + detail));
    }
  }

  private PanelConnection open(String path, Duration wait) throws IOException {
    return PanelConnection.to(panel, API + path, wait).authorised(credential.secret());
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
