package com.truevault.web.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.List;

/** What an administrator can have done at PayPal. Calls may block for seconds. Thread-safe. */
public interface PayPalDesk {
  /** Stands where no PayPal is. */
  PayPalDesk NONE =
      new PayPalDesk() {
        @Override
        public List<String> test() {
          throw absent();
        }

        @Override
        public List<String> plan() {
          throw absent();
        }

        @Override
        public void apply() {
          throw absent();
        }
      };

  /**
   * Signs in.
   *
   * @return what the app may not do, in words; empty if it may do all that is needed
   * @throws TrueVaultException UNAVAILABLE if PayPal does not answer, else what it refused
   */
  List<String> test();

  /** What is missing at PayPal, in words; empty if nothing. */
  List<String> plan();

  /** Does what is missing. */
  void apply();

  private static TrueVaultException absent() {
    return new TrueVaultException(
        ErrorKind.CONFLICT,
        "paypal-absent",
        "this host takes no money by PayPal; run truevault serve");
  }
}
