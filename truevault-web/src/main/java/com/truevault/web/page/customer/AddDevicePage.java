package com.truevault.web.page.customer;

import java.util.List;

/** The one form between wanting a device and having it. */
public record AddDevicePage(List<ServerChoice> servers, Room room) {}
