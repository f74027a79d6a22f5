/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import java.util.Objects;

/**
 * A subject and the context that it is in.
 *
 * @param context begins with a dot; empty for the default context
 * @param name the subject's name in its context; may be empty, where only the context matters
 */
public record Subject(String context, String name) {
  public Subject {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(name, "name");
  }

  /** Reads {@code name} or {@code :.context:name}. */
  public static Subject parse(String text) {
    if (text.startsWith(":.")) {
      int end = text.indexOf(':', 1);
      if (end > 0) {
        return new Subject(text.substring(1, end), text.substring(end + 1));
      }
    }
    return new Subject("", text);
  }

  /**
   * A subject that a schema of this one refers to: in the same context, unless it names its own.
   */
  public Subject resolve(String reference) {
    Subject subject = parse(reference);
    return subject.context().isEmpty() ? new Subject(context, subject.name()) : subject;
  }

  /** As the API takes it. */
  public String qualified() {
    return context.isEmpty() ? name : ":" + context + ":" + name;
  }
}
