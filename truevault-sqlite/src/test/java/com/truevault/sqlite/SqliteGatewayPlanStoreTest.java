package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.billing.GatewayPlanStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteGatewayPlanStoreTest implements GatewayPlanStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
