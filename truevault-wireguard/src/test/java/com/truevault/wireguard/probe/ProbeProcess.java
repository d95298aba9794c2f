package com.truevault.wireguard.probe;

import com.truevault.health.ProbeIdentity;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.noise.Initiation;
import com.truevault.wireguard.noise.Initiator;
import com.truevault.wireguard.noise.KeyPair;
import com.truevault.wireguard.noise.Reply;
import com.truevault.wireguard.noise.Timestamps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JVM inside a namespace that probes as its input says, a line for each order: {@code probe HOST
 * PORT SERVER_KEY PRESHARED_KEY COUNT} or {@code cookie HOST PORT SERVER_KEY PRESHARED_KEY}.
 */
@SuppressWarnings("SystemOut")
final class ProbeProcess {
  private static final long SPACING = 25_000_000;
  private static final int FLOOD = 3_000;
  private static final int ROUNDS = 50;
  private static final int PATIENCE_MILLIS = 100;

  private final SecureRandom random = new SecureRandom();
  private final PrintStream out = System.out;
  private final String privateKey;

  private ProbeProcess(String privateKey) {
    this.privateKey = privateKey;
  }

  /** Takes the probe's private key, and orders from the standard input until it ends. */
  public static void main(String[] arguments) throws IOException {
    ProbeProcess process = new ProbeProcess(arguments[0]);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ", -1);
      Endpoint endpoint = new Endpoint(words[1], Integer.parseInt(words[2]));
      if (words[0].equals("probe")) {
        process.probe(
            endpoint,
            new PublicKey(words[3]),
            new PresharedKey(words[4]),
            Integer.parseInt(words[5]));
      } else {
        process.cookie(endpoint, new PublicKey(words[3]), Base64.getDecoder().decode(words[4]));
      }
    }
  }

  private void probe(Endpoint endpoint, PublicKey server, PresharedKey presharedKey, int count) {
    HandshakeProbe probe =
        new HandshakeProbe(
            new ProbeIdentity(privateKey, presharedKey, Parties.PROBE),
            InstantSource.system(),
            System::nanoTime,
            random,
            Pace.STANDARD);
    ProbeTarget target = new ProbeTarget(new ServerKey("sv"), endpoint, server, Parties.SERVER);
    for (int i = 0; i < count; i++) {
      pause();
      for (ProbeResult result : probe.probe(List.of(target)).values()) {
        out.println(result.kind() + "|" + result.roundTrip() + "|" + result.detail());
      }
    }
  }

  /** Puts a server under load, until it demands a cookie, and shows it the cookie. */
  private void cookie(Endpoint endpoint, PublicKey server, byte[] presharedKey) throws IOException {
    Timestamps timestamps = new Timestamps(InstantSource.system());
    KeyPair self = KeyPair.of(Base64.getDecoder().decode(privateKey));
    Initiator stranger =
        new Initiator(KeyPair.generate(random), presharedKey, server, timestamps, random);
    Initiator initiator = new Initiator(self, presharedKey, server, timestamps, random);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()));
      socket.setSoTimeout(PATIENCE_MILLIS);
      String outcome = "no cookie was demanded";
      for (int round = 0; round < ROUNDS; round++) {
        flood(stranger, endpoint);
        Reply reply = ask(socket, initiator.initiate(null));
        if (reply instanceof Reply.CookieDemanded demanded) {
          Reply second = ask(socket, initiator.initiate(demanded.cookie()));
          outcome = second == null ? "silence" : second.getClass().getSimpleName();
          if (second instanceof Reply.Established) {
            break;
          }
        }
      }
      out.println(outcome);
    }
  }

  private static void flood(Initiator stranger, Endpoint endpoint) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()));
      Initiation initiation = stranger.initiate(null);
      if (initiation != null) {
        DatagramPacket packet = new DatagramPacket(initiation.message(), 148);
        for (int i = 0; i < FLOOD; i++) {
          socket.send(packet);
        }
      }
    }
  }

  private static @Nullable Reply ask(DatagramSocket socket, @Nullable Initiation initiation)
      throws IOException {
    if (initiation == null) {
      return null;
    }
    socket.send(new DatagramPacket(initiation.message(), 148));
    DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
    try {
      socket.receive(answer);
      return initiation.read(Arrays.copyOf(answer.getData(), answer.getLength()));
    } catch (SocketTimeoutException e) {
      return null;
    }
  }

  private static void pause() {
    long end = System.nanoTime() + SPACING;
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
