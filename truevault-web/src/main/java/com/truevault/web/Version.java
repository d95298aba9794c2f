package com.truevault.web;

/** Which version runs. */
public final class Version {
  private Version() {}

  /** The version of the jar; "development" where classes do not come from one. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
