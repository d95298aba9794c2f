package com.truevault.wireguard.probe;

import com.truevault.wireguard.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.function.Consumer;

/** A port on loopback that answers as it is told, one datagram after the other, until closed. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BUFFER = 8 << 20;

  private final DatagramSocket socket;
  private final Manner manner;

  private LoopbackServer(DatagramSocket socket, Manner manner) {
    this.socket = socket;
    this.manner = manner;
  }

  /** What is done about a datagram. */
  @FunctionalInterface
  public interface Manner {
    /** Sends any number of answers to its sender. */
    void answer(byte[] datagram, Consumer<byte[]> send);
  }

  /** Opens a free port. */
  public static LoopbackServer open(Manner manner) throws IOException {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setReceiveBufferSize(BUFFER);
    LoopbackServer server = new LoopbackServer(socket, manner);
    Thread thread = new Thread(server::serve, "loopback server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  /** Where it is. */
  public Endpoint endpoint() {
    return new Endpoint(socket.getLocalAddress().getHostAddress(), socket.getLocalPort());
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
    try {
      while (!socket.isClosed()) {
        packet.setLength(65536);
        socket.receive(packet);
        DatagramPacket answer = new DatagramPacket(new byte[0], 0, packet.getSocketAddress());
        manner.answer(
            Arrays.copyOf(packet.getData(), packet.getLength()), bytes -> send(answer, bytes));
      }
    } catch (SocketException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(DatagramPacket answer, byte[] bytes) {
    answer.setData(bytes);
    try {
      socket.send(answer);
    } catch (IOException e) {
      // Whoever asked may be gone already.
      return;
    }
  }
}
