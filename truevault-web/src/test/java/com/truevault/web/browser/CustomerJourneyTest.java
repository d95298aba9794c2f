package com.truevault.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.truevault.device.Device;
import com.truevault.user.EmailAddress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CustomerJourneyTest {
  private static final String EMAIL = "ann@example.com";
  @TempDir Path directory;
  private TestBrowser browser;
  private LiveHost host;

  @BeforeEach
  void open() {
    browser = TestBrowser.open();
    host = LiveHost.start(directory);
  }

  @AfterEach
  void close() {
    if (host != null) {
      host.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void signsUpSubscribesAddsADeviceSwitchesTheServerAndRemovesIt() throws Exception {
    Page page = browser.page(1440);
    Visit visit = new Visit(host, page);
    String file = visit.signUpAndAddDevice(EMAIL);
    assertTrue(file.contains("Endpoint = 192.0.2.10:51820"), file);
    assertEquals(file, decoded(drawn(page)));

    Device device = devices().get(0);
    page.navigate(host.url("/devices/" + device.id()));
    page.selectOption("#f-server", "toronto");
    page.click("form[action$='/server'] button");
    page.waitForSelector(".flash.tone-good");
    assertEquals("toronto", devices().get(0).server().value());
    String switched = withOldFile(page, visit, file);
    assertTrue(switched.contains("Endpoint = 198.51.100.7:51820"), switched);
    assertEquals(line(file, "PrivateKey"), line(switched, "PrivateKey"));

    page.click("details.confirm > summary:has-text('Remove device')");
    page.click("form[action$='/remove'] button");
    page.waitForURL(url -> URI.create(url).getPath().equals("/devices"));
    assertTrue(devices().isEmpty());
  }

  @Test
  void replacesTheKeysAndKeepsNameAddressAndServer() {
    Page page = browser.page(360);
    Visit visit = new Visit(host, page);
    String before = visit.signUpAndAddDevice(EMAIL);
    Device device = devices().get(0);
    page.navigate(host.url("/devices/" + device.id()));
    page.click("summary:has-text('Replace keys')");
    page.click("[data-replace]:enabled");
    page.waitForSelector("[data-qr] canvas");
    String after = visit.downloaded();
    assertEquals(line(before, "Address"), line(after, "Address"));
    assertFalse(line(before, "PrivateKey").equals(line(after, "PrivateKey")));
    assertFalse(device.publicKey().equals(devices().get(0).publicKey()));
  }

  @Test
  void walksTheWholePathByKeyboardAlone() {
    Page page = browser.page(1440);
    new Visit(host, page).signUp(EMAIL);
    Keyboard keyboard = new Keyboard(page);
    page.navigate(host.url("/sign-in"));
    keyboard.tabTo("[name=email]").type(EMAIL);
    keyboard.tabTo("[name=password]").type(LiveHost.PASSWORD).press("Enter");
    page.waitForURL("**/dashboard");
    keyboard.tabTo("main a[href='/plan']").press("Enter");
    page.waitForURL("**/plan");
    keyboard.tabTo("button[value=personal]").press("Enter");
    page.waitForSelector("button[value=approve]");
    keyboard.tabTo("button[value=approve]").press("Enter");
    page.waitForSelector(".protection-good");
    keyboard.tabTo("main a[href='/devices/new']").press("Enter");
    page.waitForSelector("[data-form] button[type=submit]:enabled");
    keyboard.tabTo("[data-form] button[type=submit]").press("Enter");
    page.waitForSelector("[data-qr] canvas");
    String file =
        Visit.read(page.waitForDownload(() -> keyboard.tabTo("[data-download]").press("Enter")));
    assertTrue(file.startsWith("[Interface]"), file);
    keyboard.tabTo("main a[href='/devices'].button-quiet").press("Enter");
    page.waitForURL("**/devices");
    keyboard.tabTo("main a[href^='/devices/']:not([href$=new])").press("Enter");
    page.waitForURL("**/devices/*");
    keyboard.tabTo("summary:has-text('Remove device')").press("Enter");
    keyboard.tabTo("form[action$='/remove'] button").press("Enter");
    page.waitForURL(url -> URI.create(url).getPath().equals("/devices"));
    assertTrue(devices().isEmpty());
  }

  @Test
  void keepsNothingInTheBrowserButTheCookie() {
    Page page = browser.page(1440);
    new Visit(host, page).signUpAndAddDevice(EMAIL);
    assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
    assertEquals("", page.evaluate("document.cookie"));
    assertEquals(List.of(), page.evaluate("indexedDB.databases()"));
    String cookie = page.context().cookies().get(0).value;
    assertFalse(page.content().contains(cookie));
    assertFalse(page.url().contains(cookie));
  }

  private String withOldFile(Page page, Visit visit, String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    page.setInputFiles("[data-file]", new FilePayload("old.conf", "text/plain", bytes));
    page.waitForSelector("[data-qr] canvas");
    return visit.downloaded();
  }

  private List<Device> devices() {
    var user = host.vault().users().findByEmail(EmailAddress.of(EMAIL)).orElseThrow();
    return host.vault().devices().of(user);
  }

  private static String line(String file, String name) {
    return file.lines().filter(line -> line.startsWith(name + " = ")).findFirst().orElseThrow();
  }

  /** The code at its own size; on the screen it may be scaled, and a page may scroll over it. */
  private static byte[] drawn(Page page) {
    String picture =
        (String) page.evaluate("document.querySelector('[data-qr] canvas').toDataURL('image/png')");
    return Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
  }

  private static String decoded(byte[] picture) throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(picture));
    var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    var hints = Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE);
    return new QRCodeReader().decode(bitmap, hints).getText();
  }
}
