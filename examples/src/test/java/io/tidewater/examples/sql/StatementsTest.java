/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {
  @Test
  void splitsAtSemicolons() {
    assertThat(Statements.of("select 1; select 2 ;\n select 3"))
        .containsExactly("select 1", "select 2", "select 3");
  }

  @Test
  void dropsWhatSaysNothing() {
    assertThat(Statements.of(" ;; -- only a remark\n; /* and; another */ ")).isEmpty();
  }

  @Test
  void keepsSemicolonsInQuotes() {
    assertThat(Statements.of("select ';' as `a;b`, \"c;\\\";d\"; select 'it''s;'"))
        .containsExactly("select ';' as `a;b`, \"c;\\\";d\"", "select 'it''s;'");
  }

  @Test
  void keepsSemicolonsInComments() {
    assertThat(Statements.of("select 1 -- one; not two\n+ 1; /* ; */ select 2"))
        .containsExactly("select 1 -- one; not two\n+ 1", "/* ; */ select 2");
  }

  @Test
  void takesTextThatIsNeverClosed() {
    assertThat(Statements.of("select 'open; end")).containsExactly("select 'open; end");
    assertThat(Statements.of("select 1 /* open; end")).containsExactly("select 1 /* open; end");
  }
}
