package com.truevault.web.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person does on the pages, step by step. */
public final class Visit {
  /** Of everybody who signs up. */
  public static final String PASSWORD = LiveHost.PASSWORD;

  private static final String SUBMIT = "main form.card button[type=submit]";
  private final String url;
  private final Page page;

  Visit(LiveHost host, Page page) {
    this(host.url(""), page);
  }

  /** Visits the site that is there. */
  public Visit(String url, Page page) {
    this.url = url;
    this.page = page;
  }

  void signUp(String email) {
    page.navigate(url + "/sign-up");
    page.fill("[name=email]", email);
    page.fill("[name=firstName]", "Ann");
    page.fill("[name=password]", PASSWORD);
    page.click(SUBMIT);
    page.waitForSelector(".flash.tone-good");
  }

  void signIn(String email) {
    page.navigate(url + "/sign-in");
    page.fill("[name=email]", email);
    page.fill("[name=password]", PASSWORD);
    page.click(SUBMIT);
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  void subscribe() {
    page.navigate(url + "/plan");
    page.click("button[value=family]");
    approve();
    page.waitForSelector(".protection-good");
  }

  /** Says yes on the page of the payment provider. */
  void approve() {
    page.waitForSelector("button[value=approve]");
    page.click("button[value=approve]");
    page.waitForURL("**/plan/thanks*");
  }

  /** Two clicks from the list to a working configuration. */
  void addDevice() {
    page.navigate(url + "/devices");
    page.click("a[href='/devices/new']");
    page.click("[data-form] button[type=submit]:enabled");
    page.waitForSelector("[data-qr] canvas");
  }

  /** The whole way from the first page to a downloaded configuration. */
  public String signUpAndAddDevice(String email) {
    signUp(email);
    signIn(email);
    subscribe();
    addDevice();
    return downloaded();
  }

  /** The text of the file that the page makes. */
  String downloaded() {
    return read(page.waitForDownload(() -> page.click("[data-download]")));
  }

  static String read(Download download) {
    Path file = download.path();
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
