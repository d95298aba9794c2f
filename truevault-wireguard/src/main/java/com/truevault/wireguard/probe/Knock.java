package com.truevault.wireguard.probe;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Two packets to a server's inner address, of which one answer is enough: an ICMP echo, which many
 * servers drop on purpose, and a TCP SYN, which every machine answers that does not drop it. Its
 * port is that of names, because a firewall that lets customers ask for names lets it pass.
 */
final class Knock {
  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REPLY = 0;
  private static final int ICMP_HEADER = 8;
  private static final int MARK = 16;

  private static final short PORT = 53;
  private static final int FIRST_OWN_PORT = 49152;
  private static final int TCP_HEADER = 20;
  private static final int DATA_OFFSET = 5 << 12;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  private final int self;
  private final int server;
  private final short ownPort;
  private final int sequence;
  private final byte[] mark = new byte[MARK];

  /** Packets between two inner addresses, not to be guessed by others. */
  Knock(String self, String server, SecureRandom random) {
    this.self = Ipv4Packet.address(self);
    this.server = Ipv4Packet.address(server);
    this.ownPort = (short) (FIRST_OWN_PORT + random.nextInt(0xffff - FIRST_OWN_PORT));
    this.sequence = random.nextInt();
    random.nextBytes(mark);
  }

  byte[] echoRequest() {
    ByteBuffer message =
        ByteBuffer.allocate(ICMP_HEADER + MARK)
            .put((byte) ECHO_REQUEST)
            .put((byte) 0)
            .putShort((short) 0)
            .putShort(ownPort)
            .putShort((short) 1)
            .put(mark);
    message.putShort(2, Ipv4Packet.checksum(message.array()));
    return new Ipv4Packet(self, server, Ipv4Packet.ICMP, message.array()).bytes();
  }

  byte[] syn() {
    return tcp(sequence, SYN);
  }

  /** Takes a SYN back that was accepted, so that the server does not wait for more. */
  byte[] reset() {
    return tcp(sequence + 1, RST);
  }

  /** What a packet that came through the tunnel answers; null if it is no answer. */
  @Nullable Answer answer(byte[] bytes) {
    Ipv4Packet packet = Ipv4Packet.parse(bytes);
    if (packet == null || packet.source() != server || packet.destination() != self) {
      return null;
    }
    return switch (packet.protocol()) {
      case Ipv4Packet.ICMP -> isEcho(packet.body()) ? Answer.ECHO : null;
      case Ipv4Packet.TCP -> tcpAnswer(packet.body());
      default -> null;
    };
  }

  private boolean isEcho(byte[] message) {
    return message.length == ICMP_HEADER + MARK
        && message[0] == ECHO_REPLY
        && ByteBuffer.wrap(message).getShort(4) == ownPort
        && MessageDigest.isEqual(
            mark, Arrays.copyOfRange(message, ICMP_HEADER, ICMP_HEADER + MARK));
  }

  private @Nullable Answer tcpAnswer(byte[] segment) {
    if (segment.length < TCP_HEADER) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(segment);
    if (header.getShort(0) != PORT
        || header.getShort(2) != ownPort
        || header.getInt(8) != sequence + 1) {
      return null;
    }
    return switch (header.getShort(12) & (SYN | RST | ACK)) {
      case RST | ACK -> Answer.TCP_REFUSED;
      case SYN | ACK -> Answer.TCP_ACCEPTED;
      default -> null;
    };
  }

  private byte[] tcp(int number, int flags) {
    ByteBuffer segment =
        ByteBuffer.allocate(TCP_HEADER)
            .putShort(ownPort)
            .putShort(PORT)
            .putInt(number)
            .putInt(0)
            .putShort((short) (DATA_OFFSET | flags))
            .putShort((short) 0xffff)
            .putInt(0);
    ByteBuffer covered =
        ByteBuffer.allocate(12 + TCP_HEADER)
            .putInt(self)
            .putInt(server)
            .putShort((short) Ipv4Packet.TCP)
            .putShort((short) TCP_HEADER)
            .put(segment.array());
    segment.putShort(16, Ipv4Packet.checksum(covered.array()));
    return new Ipv4Packet(self, server, Ipv4Packet.TCP, segment.array()).bytes();
  }

  /** How a server answered. */
  enum Answer {
    ECHO,
    TCP_REFUSED,
    TCP_ACCEPTED
  }
}
