package com.truevault;

/** What sort of refusal a {@link TrueVaultException} is; a host maps each kind to one answer. */
public enum ErrorKind {
  /** The input breaks a rule that the caller can read and mend. */
  INVALID,
  /** Nobody is signed in, or what was presented does not identify anybody. */
  UNAUTHENTICATED,
  /** Somebody is signed in and may not do this. */
  FORBIDDEN,
  /** There is no such thing, or it is not the caller's to know of. */
  NOT_FOUND,
  /** The request is fine but what is stored stands against it. */
  CONFLICT,
  /** A plan, pool or rate limit is reached. */
  LIMIT_REACHED,
  /** Too many attempts; the same request may succeed later. */
  TOO_MANY_ATTEMPTS,
  /** A file, gateway or other outside part cannot answer now. */
  UNAVAILABLE
}
