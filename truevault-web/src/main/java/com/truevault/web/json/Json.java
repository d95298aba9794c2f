package com.truevault.web.json;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON text from and to records. Reading follows RFC 8259 to the letter: no comments, no coercion,
 * no unknown, missing or repeated fields, at most {@value #MAX_DEPTH} levels. A component may be
 * absent or null only if its type is {@code @Nullable}. Names are those of the components, enum
 * constants are lower-case with underscores, instants are ISO-8601 UTC with milliseconds. Writing
 * puts null for an absent value and escapes what HTML would read. Thread-safe.
 */
public final class Json {
  /** How deep arrays and objects may nest. */
  public static final int MAX_DEPTH = 20;

  private static final Codec TEXTS = new MapCodec(ScalarCodec.TEXT);

  private Json() {}

  /**
   * Reads a record from UTF-8 text.
   *
   * @throws InvalidFieldsException naming every field that is missing, unknown or of a wrong type
   * @throws TrueVaultException of kind INVALID if the text is not JSON
   */
  public static <T extends Record> T read(Class<T> type, byte[] utf8) {
    return read(type, decode(utf8));
  }

  /** Reads a record from text; see {@link #read(Class, byte[])}. */
  public static <T extends Record> T read(Class<T> type, String text) {
    return type.cast(read(RecordCodec.of(type), text));
  }

  /**
   * Reads an object whose names are data and whose values are texts.
   *
   * @throws InvalidFieldsException naming every value that is no text
   * @throws TrueVaultException of kind INVALID if the text is not JSON
   */
  public static Map<String, String> readTexts(byte[] utf8) {
    Map<String, String> texts = new LinkedHashMap<>();
    ((Map<?, ?>) read(TEXTS, decode(utf8)))
        .forEach((name, value) -> texts.put((String) name, (String) value));
    return texts;
  }

  private static Object read(Codec codec, String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(MAX_DEPTH);
    Input input = new Input(reader);
    Object value;
    try {
      value = codec.read(input);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw malformed();
      }
    } catch (MalformedJsonException | EOFException | JsonParseException failure) {
      throw malformed();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    input.throwFindings();
    return Objects.requireNonNull(value);
  }

  /** Writes a record, list, map, text, number, flag or null as UTF-8. */
  public static byte[] bytes(@Nullable Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes a record, list, map, text, number, flag or null. */
  public static String text(@Nullable Object value) {
    Output output = new Output();
    JsonWriter writer = new JsonWriter(output);
    writer.setHtmlSafe(true);
    writer.setSerializeNulls(true);
    try {
      Codecs.ANY.write(writer, value);
      writer.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return output.toString();
  }

  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException failure) {
      throw malformed();
    }
  }

  private static TrueVaultException malformed() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "malformed-json",
        "body is not valid JSON of at most " + MAX_DEPTH + " levels; send one JSON object");
  }
}
