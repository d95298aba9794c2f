package com.truevault.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says on the console which test was skipped and why, which Surefire keeps to its reports. */
@SuppressWarnings("exports") // JUnit finds it by name; nobody reads it from the module.
public final class SkippedTests implements TestExecutionListener {
  /** Found by JUnit through its service file. */
  public SkippedTests() {}

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    tell(test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      tell(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  private static void tell(TestIdentifier test, String reason) {
    String type =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getClassName() + ".")
            .orElse("");
    System.out.println("SKIPPED " + type + test.getLegacyReportingName() + ": " + reason);
  }
}
