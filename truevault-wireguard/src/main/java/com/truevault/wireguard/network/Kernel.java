package com.truevault.wireguard.network;

import com.truevault.peer.InterfacePlan;
import java.io.IOException;

/** One WireGuard interface. Calls come from one thread at a time. */
public interface Kernel {

  /** The number the system gave the interface; another one once it was made anew; 0 if none. */
  int index();

  /**
   * What is there at this moment.
   *
   * @throws IOException if there is no such interface, or it cannot be read
   */
  InterfaceState read() throws IOException;

  /**
   * Gives the interface its addresses, its MTU and, where the operator left that to the agent, its
   * key and port, and turns it on. What is right already is not touched.
   *
   * @param state as it was just read
   * @return whether anything had to be done
   * @throws IOException if the system refuses
   */
  boolean prepare(InterfacePlan plan, InterfaceState state) throws IOException;

  /**
   * Changes exactly the named peers. If it ends half-way, some of the change was made.
   *
   * @throws IOException if the system refuses
   */
  void change(Difference difference) throws IOException;
}
