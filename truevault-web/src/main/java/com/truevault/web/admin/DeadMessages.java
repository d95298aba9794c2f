package com.truevault.web.admin;

import com.truevault.outbox.Deliveries;
import com.truevault.outbox.Delivery;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dead messages of several files as one list: file after file, each oldest first. */
final class DeadMessages {
  private final Deliveries deliveries;
  private final List<DataFile> files;

  DeadMessages(Deliveries deliveries, List<DataFile> files) {
    this.deliveries = deliveries;
    this.files = files;
  }

  /** A cursor is the place of a file and the last number seen in it, such as {@code 1-204}. */
  PageJson<DeadMessageJson> list(Listing listing) {
    int file = place(listing.cursor());
    long after = after(listing.cursor());
    List<Delivery> found = new ArrayList<>();
    for (; file < files.size(); file++, after = 0) {
      int wanted = listing.limit() - found.size();
      if (wanted == 0) {
        return page(found, file + "-0");
      }
      Page<Delivery> page = deliveries.dead(files.get(file), new PageRequest(after, wanted));
      found.addAll(page.items());
      if (page.next() != 0) {
        return page(found, file + "-" + page.next());
      }
    }
    return page(found, null);
  }

  private int place(String cursor) {
    if (cursor.isEmpty()) {
      return 0;
    }
    if (!cursor.matches("[0-8]-[0-9]{1,18}")) {
      throw Listing.unknownCursor();
    }
    return cursor.charAt(0) - '0';
  }

  private static long after(String cursor) {
    return cursor.isEmpty() ? 0 : Long.parseLong(cursor.substring(2));
  }

  private static PageJson<DeadMessageJson> page(List<Delivery> found, @Nullable String next) {
    return new PageJson<>(found.stream().map(DeadMessageJson::from).toList(), next);
  }
}
