/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import io.tidewater.testing.process.Ports;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A worker's MBeans, as an operator's tool sees them: by JMX, from outside. */
final class WorkerBeans {
  private final int port = Ports.free();

  /** What makes a JVM show its MBeans, to this machine only. */
  String[] jvmFlags() {
    String prefix = "-Dcom.sun.management.jmxremote";
    return new String[] {
      prefix + ".port=" + port,
      prefix + ".rmi.port=" + port,
      prefix + ".host=127.0.0.1",
      prefix + ".authenticate=false",
      prefix + ".ssl=false",
      "-Djava.rmi.server.hostname=127.0.0.1"
    };
  }

  /** The attributes of all MBeans that a pattern of names matches, joined. */
  // What JMX deserializes comes from a worker that the test itself has started on loopback.
  @SuppressWarnings("BanJNDI")
  Map<String, Object> attributes(String pattern) throws IOException, JMException {
    JMXServiceURL url =
        new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi");
    Map<String, Object> attributes = new TreeMap<>();
    try (JMXConnector connector = JMXConnectorFactory.connect(url)) {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      Set<ObjectName> names = beans.queryNames(new ObjectName(pattern), null);
      for (ObjectName name : names) {
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
          attributes.put(attribute.getName(), beans.getAttribute(name, attribute.getName()));
        }
      }
    }
    return attributes;
  }
}
