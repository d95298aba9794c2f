package com.truevault.wireguard.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Program of a {@link Bridge}: takes connections inside a namespace to a Unix socket. */
final class BridgeProcess {
  private BridgeProcess() {}

  public static void main(String[] arguments) throws IOException {
    UnixDomainSocketAddress outside = UnixDomainSocketAddress.of(arguments[2]);
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])));
    Splice splice = new Splice();
    splice.acceptFrom(server, () -> SocketChannel.open(outside));
    System.out.println("ready");
    System.in.transferTo(System.out);
    splice.close();
    server.close();
  }
}
