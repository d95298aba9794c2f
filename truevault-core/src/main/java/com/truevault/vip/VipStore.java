package com.truevault.vip;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.EmailAddress;
import java.util.Optional;

/** The VIP list; addresses are unique by canonical form. */
public interface VipStore {

  /**
   * Adds an entry.
   *
   * @throws VipListedException if the address is on the list
   */
  void add(VipEntry entry);

  /** The entry of that address, active or not. */
  Optional<VipEntry> find(EmailAddress email);

  /** The entry that URLs call that. */
  Optional<VipEntry> findByPublicId(String publicId);

  /** All entries by ascending id. */
  Page<VipEntry> list(PageRequest page);

  /** Replaces notes and activity; false if there is no such entry. */
  boolean update(VipEntry entry);

  /** Removes an entry; false if there was none. */
  boolean remove(String publicId);
}
