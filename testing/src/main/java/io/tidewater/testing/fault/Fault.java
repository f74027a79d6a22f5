/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.io.IOException;
import java.time.Duration;

/** What can happen to a request on its way to a server and to the answer on its way back. */
public sealed interface Fault {
  /** Carries one exchange through, as far as this fault lets it. */
  void carry(Exchange exchange) throws IOException;

  /** No fault: the server gets the request and the client the answer. */
  record None() implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.forward();
      exchange.passAnswerOn();
    }
  }

  /** The server does the work and answers, but the client's connection breaks instead. */
  record CutAnswer() implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.forward();
      exchange.cut();
    }
  }

  /** The client's connection breaks and the server never hears of the request. */
  record DropRequest() implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.cut();
    }
  }

  /** The client gets an error status, such as 503, and the server never hears of the request. */
  record Refuse(int status) implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.answer(status);
    }
  }

  /** The server does the work, and the client gets an error status, such as 502, instead. */
  record Deny(int status) implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.forward();
      exchange.answer(status);
    }
  }

  /** The request reaches the server late. */
  record DelayRequest(Duration delay) implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.pause(delay);
      exchange.forward();
      exchange.passAnswerOn();
    }
  }

  /** The server does the work at once, but its answer reaches the client late. */
  record DelayAnswer(Duration delay) implements Fault {
    @Override
    public void carry(Exchange exchange) throws IOException {
      exchange.forward();
      exchange.pause(delay);
      exchange.passAnswerOn();
    }
  }

  /** The steps of one exchange. */
  interface Exchange {
    /** Sends the request to the server and waits for the whole answer. */
    void forward() throws IOException;

    /** Gives the client the server's answer. */
    void passAnswerOn() throws IOException;

    /** Gives the client an answer that is not the server's. */
    void answer(int status) throws IOException;

    /** Breaks the client's connection. */
    void cut() throws IOException;

    void pause(Duration delay) throws IOException;
  }
}
