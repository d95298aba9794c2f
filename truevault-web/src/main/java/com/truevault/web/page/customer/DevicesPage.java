package com.truevault.web.page.customer;

import java.util.List;

/** All devices of the user. */
public record DevicesPage(List<DeviceCard> devices, Room room) {}
