package com.truevault.wireguard.probe;

import com.truevault.wireguard.noise.Responder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Base64;

/** A server on loopback in a process of its own, so that what it computes is not counted. */
public final class VpnServerProcess {
  private VpnServerProcess() {}

  /**
   * Serves on a free port until the standard input ends.
   *
   * @param arguments private key, preshared key and the client's public key, in base64
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Base64.Decoder base64 = Base64.getDecoder();
    Responder responder =
        new Responder(
            base64.decode(arguments[0]), base64.decode(arguments[1]), base64.decode(arguments[2]));
    try (LoopbackServer server = LoopbackServer.open(new VpnServer(responder, InnerHost.OPEN))) {
      out.println("server is running at udp://" + server.endpoint().text());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
