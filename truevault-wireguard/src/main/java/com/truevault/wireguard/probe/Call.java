package com.truevault.wireguard.probe;

import com.truevault.health.ProbeTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.List;
import java.util.function.LongSupplier;

/** A conversation and its socket, connected so that the kernel tells of closed ports. */
final class Call {
  /** More than this from one server in a row lets others wait. */
  private static final int DATAGRAMS_IN_A_ROW = 8;

  private final ProbeTarget target;
  private final Conversation conversation;
  private final Selector selector;
  private final DatagramChannel channel;

  private Call(
      ProbeTarget target, Conversation conversation, Selector selector, DatagramChannel channel) {
    this.target = target;
    this.conversation = conversation;
    this.selector = selector;
    this.channel = channel;
  }

  /**
   * Opens the socket.
   *
   * @throws UncheckedIOException if this machine has none left
   */
  static Call open(ProbeTarget target, Conversation conversation, Selector selector) {
    try {
      DatagramChannel channel = DatagramChannel.open();
      channel.configureBlocking(false);
      return new Call(target, conversation, selector, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the probe cannot open a socket: " + e.getMessage(), e);
    }
  }

  ProbeTarget target() {
    return target;
  }

  Conversation conversation() {
    return conversation;
  }

  void wake(long now) {
    send(conversation.wake(now));
  }

  /** Reads what is there. The moment is taken first, so that no computation counts as distance. */
  void read(ByteBuffer buffer, LongSupplier nanos) {
    try {
      for (int i = 0; i < DATAGRAMS_IN_A_ROW && conversation.result() == null; i++) {
        // Not read(), which does not tell an empty datagram from none.
        if (channel.receive(buffer.clear()) == null) {
          return;
        }
        long now = nanos.getAsLong();
        byte[] datagram = new byte[buffer.flip().remaining()];
        buffer.get(datagram);
        send(conversation.receive(datagram, now));
      }
    } catch (PortUnreachableException e) {
      conversation.portClosed();
    } catch (IOException e) {
      conversation.failed(String.valueOf(e.getMessage()));
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the probe cannot close a socket: " + e.getMessage(), e);
    }
  }

  private void send(List<byte[]> datagrams) {
    try {
      if (!channel.isConnected()) {
        connect();
      }
      for (byte[] datagram : datagrams) {
        channel.write(ByteBuffer.wrap(datagram));
      }
    } catch (PortUnreachableException e) {
      conversation.portClosed();
    } catch (IOException | UnsupportedAddressTypeException e) {
      conversation.failed(String.valueOf(e.getMessage()));
    }
  }

  private void connect() throws IOException {
    InetAddress address = InetAddress.getByName(target.endpoint().host());
    channel.connect(new InetSocketAddress(address, target.endpoint().port()));
    channel.register(selector, SelectionKey.OP_READ, this);
  }
}
