package com.truevault.web.config;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.List;

/** A configuration that cannot be used; it names everything that is wrong at once. */
public final class ConfigException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** Says what is wrong, one sentence for each. */
  public ConfigException(List<String> problems) {
    super(
        ErrorKind.INVALID,
        "configuration-invalid",
        "configuration has problems:\n  - " + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong. */
  public List<String> problems() {
    return problems;
  }
}
