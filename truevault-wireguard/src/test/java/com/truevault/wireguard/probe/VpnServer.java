package com.truevault.wireguard.probe;

import com.truevault.wireguard.noise.Responder;
import java.util.function.Consumer;

/** A server as it should be: shakes hands, and has a machine inside the tunnel. */
public final class VpnServer implements LoopbackServer.Manner {
  private final Responder responder;
  private final InnerHost host;

  /** One that knows the responder's client. */
  public VpnServer(Responder responder, InnerHost host) {
    this.responder = responder;
    this.host = host;
  }

  @Override
  public void answer(byte[] datagram, Consumer<byte[]> send) {
    byte[] response = responder.respond(datagram);
    if (response != null) {
      send.accept(response);
      return;
    }
    byte[] packet = responder.open(datagram);
    byte[] answer = packet == null ? null : host.answer(packet);
    if (answer != null) {
      send.accept(responder.seal(answer, datagram));
    }
  }
}
