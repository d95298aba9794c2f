package com.truevault.web.asset;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files below {@code com/truevault/web/assets} at {@code /assets/}, and the browser
 * libraries at {@code /assets/lib/}. A page asks {@link #url} for the address, which changes with
 * the content, so that browsers may keep the file for a year. Thread-safe.
 */
public final class Assets implements Routes {
  private static final String ROOT = "com/truevault/web/assets/";
  private static final String WEB_JARS = "META-INF/resources/webjars/";
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lib/qrcode.min.js", WEB_JARS + "qrcodejs/07f829d/qrcode.min.js",
          "lib/nacl-fast.min.js", WEB_JARS + "tweetnacl/0.14.5/nacl-fast.min.js");

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  @Override
  public void define(Router router) {
    router
        .get("/assets/{name*}", this::answer)
        .access(Access.ANYONE)
        .summary("Answers a style sheet, script, picture or font");
  }

  /**
   * The address of a file, which names its content.
   *
   * @param name the path below {@code /assets/}, such as {@code app.css} or {@code
   *     lib/qrcode.min.js}
   * @throws IllegalArgumentException if there is no such file
   */
  public String url(String name) {
    Asset asset =
        find(name).orElseThrow(() -> new IllegalArgumentException("no asset is called " + name));
    return "/assets/" + name + "?v=" + asset.hash();
  }

  private Response answer(Request request) {
    Asset asset =
        find(request.pathParameter("name"))
            .orElseThrow(
                () ->
                    new TrueVaultException(
                        ErrorKind.NOT_FOUND, "not-found", "nothing is found at this address"));
    boolean isVersioned = request.query().text("v", "").equals(asset.hash());
    return asset.response().cache(isVersioned ? "public, max-age=31536000, immutable" : "no-cache");
  }

  private Optional<Asset> find(String name) {
    Asset known = assets.get(name);
    if (known == null && AssetName.isPlain(name)) {
      known = load(name);
      if (known != null) {
        assets.put(name, known);
      }
    }
    return Optional.ofNullable(known);
  }

  private static @Nullable Asset load(String name) {
    FileType type = FileType.find(name).orElse(null);
    if (type == null) {
      return null;
    }
    String resource = LIBRARIES.getOrDefault(name, ROOT + name);
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        return null;
      }
      return new Asset(type, in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
