package com.truevault;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every refusal of the library. The message is lower-case, names the subject and its value and says
 * what to do; it never holds a secret. The code is stable and safe to match on.
 */
public class TrueVaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final String code;

  /**
   * Creates a refusal.
   *
   * @param code lower-case words joined by dashes, such as {@code device-limit-reached}
   */
  public TrueVaultException(ErrorKind kind, String code, String message) {
    this(kind, code, message, null);
  }

  /** Creates a refusal that was caused by another failure. */
  public TrueVaultException(
      ErrorKind kind, String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind is null");
    this.code = Objects.requireNonNull(code, "code is null");
  }

  /** What sort of refusal this is. */
  public ErrorKind kind() {
    return kind;
  }

  /** The stable name of this refusal. */
  public String code() {
    return code;
  }

  /** The message, which is never null here. */
  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), code);
  }
}
