package com.truevault.benchmarks;

import com.truevault.device.NewDevice;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.PeerLists;
import com.truevault.secret.SigningKey;
import com.truevault.user.User;
import com.truevault.wireguard.list.PeerListWriter;
import com.truevault.wireguard.list.SignedList;
import java.nio.file.Path;
import java.util.List;

/**
 * A change that reaches a list of 10,000 peers: noticed, issued, written and signed; beside signing
 * the same bytes alone.
 */
final class ListBuilding implements Benchmark {
  private static final int USERS = 1_000;
  private static final int DEVICES = 10;
  private static final int LOOKS = 1_000;
  private static final double TARGET = 50;

  @Override
  public String name() {
    return "lists";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    try (Shop shop = new Shop(folder.resolve("data"))) {
      List<User> users = shop.customers(USERS);
      Keys keys = new Keys(7);
      for (User user : users) {
        for (NewDevice device : keys.devices(DEVICES)) {
          shop.vault().devices().add(user, device);
        }
      }
      PeerLists lists = shop.vault().peerLists();
      SigningKey key = shop.vault().nodeKeys().signing();
      byte[] text = PeerListWriter.bytes(lists.require(Shop.SERVER));
      Rounds.Medians millis =
          new Rounds(20, 31)
              .alternate(
                  round -> millis(() -> SignedList.sign(text, key)),
                  round -> changed(shop, users.get(round % USERS), key));
      return List.of(
          Result.time(
              "list of " + USERS * DEVICES + " peers after a change, signed", millis, TARGET),
          Result.count("lists issued by 1,000 looks at nothing new", issuedByLooking(lists)),
          Result.alone("one look at nothing new", millis(() -> look(lists)) * 1e6 / LOOKS));
    }
  }

  private static double changed(Shop shop, User user, SigningKey key) {
    shop.vault().users().block("benchmark", user, "round");
    double millis =
        millis(
            () -> {
              shop.vault().peerLists().publish();
              PeerList list = shop.vault().peerLists().require(Shop.SERVER);
              SignedList.sign(PeerListWriter.bytes(list), key);
            });
    shop.vault().users().unblock("benchmark", user);
    shop.vault().peerLists().publish();
    return millis;
  }

  private static long issuedByLooking(PeerLists lists) {
    ListVersion before = lists.require(Shop.SERVER).version();
    look(lists);
    return lists.require(Shop.SERVER).version().equals(before) ? 0 : 1;
  }

  private static void look(PeerLists lists) {
    for (int i = 0; i < LOOKS; i++) {
      lists.publish();
    }
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
