package com.truevault.web.jetty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/**
 * Makes connections on which the header of a request must arrive in time. The idle timeout alone
 * would start anew with each byte that a client drips in.
 */
final class HttpFactory extends HttpConnectionFactory {
  private final Duration headerTimeout;

  HttpFactory(HttpConfiguration configuration, Duration headerTimeout) {
    super(configuration);
    this.headerTimeout = headerTimeout;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    Connection connection = super.newConnection(connector, endPoint);
    new Watch(connector, connection).again();
    return connection;
  }

  /** Looks twice in each period whether bytes came that made no request. */
  private final class Watch implements Runnable {
    private final Connector connector;
    private final Connection connection;
    private long messages;
    private long bytes;
    private int unfinished;

    Watch(Connector connector, Connection connection) {
      this.connector = connector;
      this.connection = connection;
    }

    void again() {
      long millis = Math.max(1, headerTimeout.toMillis() / 2);
      connector.getScheduler().schedule(this, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      EndPoint endPoint = connection.getEndPoint();
      if (!endPoint.isOpen()) {
        return;
      }
      long messagesNow = connection.getMessagesIn();
      long bytesNow = connection.getBytesIn();
      boolean isWorking = messagesNow != connection.getMessagesOut();
      if (isWorking || messagesNow != messages) {
        unfinished = 0;
      } else if (bytesNow != bytes || unfinished > 0) {
        unfinished++;
      }
      messages = messagesNow;
      bytes = bytesNow;
      if (unfinished >= 2) {
        endPoint.close();
      } else {
        again();
      }
    }
  }
}
