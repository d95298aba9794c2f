package com.truevault.traffic;

/** How far back a history reaches. */
public enum Period {
  /** 24 hours, the running one last. */
  DAY(Span.HOUR, 24),
  /** Seven days, today last. */
  WEEK(Span.DAY, 7),
  /** Thirty days, today last. */
  MONTH(Span.DAY, 30);

  private final Span span;
  private final int spans;

  Period(Span span, int spans) {
    this.span = span;
    this.spans = spans;
  }

  /** What its traffic is summed up by. */
  public Span span() {
    return span;
  }

  /** How many of them it has. */
  public int spans() {
    return spans;
  }
}
