package com.truevault.wireguard.lab;

/** A node behind the servers that shows one page and echoes datagrams. */
public final class WebPage {
  private final Node node;

  WebPage(Node node, String text) {
    this.node = node;
    node.startJava(PageProcess.class, node.address(), text);
  }

  /** Where the page is. */
  public String url() {
    return "http://" + node.address() + "/";
  }

  /** Where datagrams to port 7 are echoed. */
  public String address() {
    return node.address();
  }
}
