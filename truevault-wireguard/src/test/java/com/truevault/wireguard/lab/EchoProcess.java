package com.truevault.wireguard.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/** Program of an {@link EchoStream}; answers questions on its standard input. */
final class EchoProcess {
  private final DatagramSocket socket;
  private final InetAddress address;
  private long sent;
  private long received;
  private long last = System.nanoTime();
  private long longest;

  private EchoProcess(DatagramSocket socket, InetAddress address) {
    this.socket = socket;
    this.address = address;
  }

  public static void main(String[] arguments) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      EchoProcess stream = new EchoProcess(socket, InetAddress.getByName(arguments[0]));
      new Timer("send", true).scheduleAtFixedRate(stream.sending(), 0, 20);
      Thread receiving = new Thread(stream::receive, "receive");
      receiving.setDaemon(true);
      receiving.start();
      System.out.println("ready");
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        System.out.println(line.equals("restart") ? stream.restart() : stream.report());
      }
    }
  }

  private TimerTask sending() {
    return new TimerTask() {
      @Override
      public void run() {
        send();
      }
    };
  }

  private void send() {
    try {
      socket.send(new DatagramPacket(new byte[32], 32, address, 7));
      synchronized (this) {
        sent++;
      }
    } catch (IOException e) {
      // No route or no key yet: this datagram is lost like one on the way.
    }
  }

  private void receive() {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    while (!socket.isClosed()) {
      try {
        socket.receive(packet);
        arrived(System.nanoTime());
      } catch (IOException e) {
        // An unreachable port says so here; the gap counts on.
      }
    }
  }

  private synchronized void arrived(long now) {
    received++;
    longest = Math.max(longest, now - last);
    last = now;
  }

  private synchronized String restart() {
    sent = 0;
    received = 0;
    longest = 0;
    return "restarted";
  }

  private synchronized String report() {
    long gap = Math.max(longest, System.nanoTime() - last);
    return sent + " " + received + " " + TimeUnit.NANOSECONDS.toMillis(gap);
  }
}
