package com.truevault.health;

import com.truevault.server.ServerStore;

/** Where servers and everything about their health rest. */
public record HealthStores(
    ServerStore servers, HealthStore health, AlarmStore alarms, MaintenanceWindowStore windows) {}
