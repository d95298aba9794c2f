package com.truevault.device;

import com.truevault.outbox.Message;
import com.truevault.outbox.MessageHandler;
import com.truevault.outbox.Outgoing;
import com.truevault.server.ServerKey;
import com.truevault.server.Servers;
import com.truevault.store.DataFile;
import com.truevault.user.Departures;
import com.truevault.user.UserId;
import java.util.List;

/** What happens to devices when something they rest on goes or changes. */
public final class DeviceCleanup {
  private DeviceCleanup() {}

  /** The handlers that write the devices file. */
  public static List<MessageHandler> handlers(
      DeviceStore store, ConfigurationStore configurations, Devices devices) {
    return List.of(new UserDeleted(store, devices), new ServerChanged(configurations));
  }

  private record UserDeleted(DeviceStore store, Devices devices) implements MessageHandler {
    @Override
    public String topic() {
      return Departures.TOPIC;
    }

    @Override
    public DataFile target() {
      return DataFile.DEVICES;
    }

    /** What an erased person left would stay for good. */
    @Override
    public boolean isDispensable() {
      return false;
    }

    @Override
    public void apply(Message message, Outgoing out) {
      UserId user = new UserId(Long.parseLong(message.value("user")));
      store.ofUser(user).forEach(device -> devices.remove(out, "system", device));
    }
  }

  private record ServerChanged(ConfigurationStore configurations) implements MessageHandler {
    @Override
    public String topic() {
      return Servers.TOPIC;
    }

    @Override
    public DataFile target() {
      return DataFile.DEVICES;
    }

    @Override
    public void apply(Message message, Outgoing out) {
      configurations.dropFor(new ServerKey(message.subject()));
    }
  }
}
