package com.truevault.wireguard.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Joins connections to others, byte for byte. */
final class Splice implements AutoCloseable {
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "bridge");
            thread.setDaemon(true);
            return thread;
          });

  /** Where a connection goes on. */
  interface Exit {
    SocketChannel open() throws IOException;
  }

  /** Joins every connection that arrives to a new one, until the server is closed. */
  void acceptFrom(ServerSocketChannel server, Exit exit) {
    threads.execute(
        () -> {
          while (server.isOpen()) {
            try {
              join(server.accept(), exit);
            } catch (IOException e) {
              // Closed, or the other side is gone: whoever connects sees the end of the stream.
            }
          }
        });
  }

  @Override
  public void close() {
    open.forEach(Splice::quietly);
    threads.shutdownNow();
  }

  private void join(SocketChannel from, Exit exit) throws IOException {
    open.add(from);
    try {
      SocketChannel to = exit.open();
      open.add(to);
      AtomicInteger directions = new AtomicInteger(2);
      threads.execute(() -> copy(from, to, directions));
      threads.execute(() -> copy(to, from, directions));
    } catch (IOException e) {
      end(from);
      throw e;
    }
  }

  private void copy(SocketChannel from, SocketChannel to, AtomicInteger directions) {
    ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      directions.set(1);
    }
    if (directions.decrementAndGet() <= 0) {
      end(from);
      end(to);
    }
  }

  private void end(SocketChannel channel) {
    open.remove(channel);
    quietly(channel);
  }

  private static void quietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone, which is all that was wanted.
    }
  }
}
