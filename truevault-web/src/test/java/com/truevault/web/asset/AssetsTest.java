package com.truevault.web.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Response;
import com.truevault.web.http.TestApplication;
import com.truevault.web.http.WebApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
  private final Assets assets = new Assets();
  private final WebApplication application = TestApplication.of(assets);

  @ParameterizedTest
  @CsvSource({
    "app.css, text/css; charset=utf-8",
    "app.js, text/javascript; charset=utf-8",
    "icon.svg, image/svg+xml",
    "lib/qrcode.min.js, text/javascript; charset=utf-8",
    "lib/nacl-fast.min.js, text/javascript; charset=utf-8",
  })
  void servesFilesWithTheirType(String name, String type) {
    Response response = application.answer(FakeIncoming.get("/assets/" + name));
    assertEquals(200, response.status());
    assertEquals(type, response.header("Content-Type"));
    assertEquals("no-cache", response.header("Cache-Control"));
    assertTrue(response.bytes().length > 0);
  }

  @Test
  void letsBrowsersKeepWhatNamesItsContent() {
    Response response = application.answer(FakeIncoming.get(assets.url("app.css")));
    assertEquals("public, max-age=31536000, immutable", response.header("Cache-Control"));
    Response other = application.answer(FakeIncoming.get("/assets/app.css?v=old"));
    assertEquals("no-cache", other.header("Cache-Control"));
    FakeIncoming again =
        FakeIncoming.get("/assets/app.css")
            .with("If-None-Match", String.valueOf(response.header("ETag")));
    assertEquals(304, application.answer(again).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lib",
        "lib/",
        "none.css",
        "app.css/",
        "app",
        "app.CSS",
        "APP.css",
        ".css",
        "app.css.map",
        "package-info.class",
        "../page/messages.properties",
        "..%2fpage%2fmessages.properties",
        "app.css%00.js",
        "lib/../app.css",
        "//app.css",
        ".git/config.txt",
        "lib/nacl.min.js/x.js"
      })
  void knowsNothingElse(String name) {
    int status = application.answer(FakeIncoming.get("/assets/" + name)).status();
    assertTrue(status == 404 || status == 400, name + " gave " + status);
  }

  @Test
  void refusesToNameAFileThatIsNotThere() {
    assertThrows(IllegalArgumentException.class, () -> assets.url("none.css"));
  }
}
