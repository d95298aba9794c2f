package com.truevault.web.page;

/** Which navigation a page carries. */
public enum Area {
  SITE,
  CUSTOMER,
  ADMIN
}
