package com.truevault.wireguard.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end outside the lab of a way from a node's port to a port of 127.0.0.1. A Unix socket leads
 * across, since it belongs to the file system and to no network namespace.
 */
public final class Bridge implements AutoCloseable {
  private final Path socket;
  private final int localPort;
  private final ServerSocketChannel server;
  private final Splice splice = new Splice();

  Bridge(Path socket, int localPort) throws IOException {
    this.socket = socket;
    this.localPort = localPort;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    splice.acceptFrom(server, this::connect);
  }

  Path socket() {
    return socket;
  }

  /** Ends all connections. */
  @Override
  public void close() throws IOException {
    server.close();
    splice.close();
    Files.deleteIfExists(socket);
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), localPort));
  }
}
