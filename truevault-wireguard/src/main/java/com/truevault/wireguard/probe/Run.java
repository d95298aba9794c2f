package com.truevault.wireguard.probe;

import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves the datagrams of many calls in the thread that runs it. Between two pieces of computing it
 * looks for answers, so that round trips are told as they are however many calls there are.
 */
final class Run {
  /** Nothing that a server should send is longer; the rest of it is cut off. */
  private static final int LONGEST = 2048;

  private final Selector selector;
  private final Iterator<ProbeTarget> waiting;
  private final Function<ProbeTarget, Call> opener;
  private final int atOnce;
  private final LongSupplier nanos;
  private final Set<Call> open = new LinkedHashSet<>();
  private final Map<ServerKey, ProbeResult> results = new HashMap<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);

  /** A run that opens a call for each of the waiting, so many at once. */
  Run(
      Selector selector,
      Iterator<ProbeTarget> waiting,
      Function<ProbeTarget, Call> opener,
      int atOnce,
      LongSupplier nanos) {
    this.selector = selector;
    this.waiting = waiting;
    this.opener = opener;
    this.atOnce = atOnce;
    this.nanos = nanos;
  }

  /** Returns when all calls have ended, or the thread was interrupted. */
  Map<ServerKey, ProbeResult> toItsEnd() throws IOException {
    try {
      while (!Thread.currentThread().isInterrupted() && (!open.isEmpty() || waiting.hasNext())) {
        step();
      }
      return results;
    } finally {
      open.forEach(Call::close);
    }
  }

  private void step() throws IOException {
    long now = nanos.getAsLong();
    Call next = nextToWake();
    if (next != null && next.conversation().wakeAt() - now <= 0) {
      wake(next, now);
      selector.selectNow(this::read);
    } else if (open.size() < atOnce && waiting.hasNext()) {
      Call first = opener.apply(waiting.next());
      open.add(first);
      wake(first, now);
      selector.selectNow(this::read);
    } else if (next != null) {
      long wait = TimeUnit.NANOSECONDS.toMillis(next.conversation().wakeAt() - now) + 1;
      selector.select(this::read, wait);
    }
  }

  private @Nullable Call nextToWake() {
    Call next = null;
    for (Call call : open) {
      if (next == null || call.conversation().wakeAt() - next.conversation().wakeAt() < 0) {
        next = call;
      }
    }
    return next;
  }

  private void wake(Call call, long now) {
    call.wake(now);
    endIfDone(call);
  }

  private void read(SelectionKey key) {
    Call call = (Call) key.attachment();
    call.read(buffer, nanos);
    endIfDone(call);
  }

  private void endIfDone(Call call) {
    ProbeResult result = call.conversation().result();
    if (result != null) {
      results.put(call.target().server(), result);
      open.remove(call);
      call.close();
    }
  }
}
