package com.truevault.paypal.testing;

import com.truevault.paypal.testing.FakeAnswer.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lets calls go wrong. */
final class FakeFaults {
  private static final List<Fault> AT_RANDOM = List.of(Fault.values());
  private static final String RETRY_AFTER_SECONDS = "2";

  private final FakeIds ids;
  private final RandomGenerator random;
  private final List<Planned> planned = new ArrayList<>();
  private boolean down;
  private int percent;

  FakeFaults(FakeIds ids, RandomGenerator random) {
    this.ids = ids;
    this.random = random;
  }

  void next(Fault fault, String method, String pathPart) {
    planned.add(new Planned(fault, method, pathPart));
  }

  void down(boolean isDown) {
    down = isDown;
  }

  void atRandom(int ofHundred) {
    percent = ofHundred;
  }

  boolean isDown() {
    return down;
  }

  @Nullable Fault drawn(FakeCall call) {
    for (Planned fault : planned) {
      if (fault.method().equals(call.method()) && call.path().contains(fault.pathPart())) {
        planned.remove(fault);
        return fault.fault();
      }
    }
    return percent > 0 && random.nextInt(100) < percent
        ? AT_RANDOM.get(random.nextInt(AT_RANDOM.size()))
        : null;
  }

  FakeAnswer answer(Fault fault, Supplier<FakeAnswer> real) {
    return switch (fault) {
      case UNAUTHORIZED -> problem(FakeProblemException.unauthorized());
      case TOO_MANY_REQUESTS ->
          problem(FakeProblemException.tooMany()).with("retry-after", RETRY_AFTER_SECONDS);
      case ERROR -> problem(FakeProblemException.broken());
      case DROPPED -> FakeAnswer.empty(200).by(Wire.DROPPED);
      case ERROR_AFTER_COMMIT -> {
        String debugId = real.get().headers().getOrDefault("paypal-debug-id", ids.debug());
        yield FakeProblemException.broken().answer(debugId);
      }
      case DROPPED_AFTER_COMMIT -> real.get().by(Wire.DROPPED);
      case STALLED -> real.get().by(Wire.STALLED);
      case TRUNCATED -> halved(real.get());
    };
  }

  private FakeAnswer problem(FakeProblemException problem) {
    return problem.answer(ids.debug());
  }

  private static FakeAnswer halved(FakeAnswer whole) {
    return new FakeAnswer(
        whole.status(),
        whole.headers(),
        Arrays.copyOf(whole.body(), whole.body().length / 2),
        whole.wire());
  }

  private record Planned(Fault fault, String method, String pathPart) {}
}
