package nl.oogst.study;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Follows a run through its last steps, line by line, with the debugger's interface of the JDK: the
 * program itself knows nothing of it. Stops the run at a line, with all its threads, and kills it.
 */
final class StepsOfPublishing implements Closeable {
  /** What publishing is made of, from the first thing it does to the lock that it gives free. */
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "nl.oogst.release.Staging",
          Set.of("publish", "move", "closeRestricted", "close"),
          "nl.oogst.release.CurrentPointer",
          Set.of("with", "write"),
          "nl.oogst.release.ReleaseFiles",
          Set.of("force", "forceFolder", "replace"),
          "nl.oogst.release.RunLock",
          Set.of("close"));

  private final ListeningConnector connector;
  private final Map<String, Connector.Argument> arguments;
  private final String address;
  private VirtualMachine machine;

  StepsOfPublishing() throws IOException, IllegalConnectorArgumentsException {
    connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(one -> one.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue("127.0.0.1");
    arguments.get("timeout").setValue("120000");
    address = connector.startListening(arguments);
  }

  /** The option with which the run finds this follower. */
  String option() {
    return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address="
        + address.replaceFirst("^[^:]*:", "127.0.0.1:");
  }

  /**
   * Lets it run to a step, and kills it there.
   *
   * @return the last step that was reached
   */
  int follow(Process process, int last)
      throws IOException, IllegalConnectorArgumentsException, InterruptedException {
    machine = connector.accept(arguments);
    for (String name : METHODS.keySet()) {
      ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
      loaded.addClassFilter(name);
      loaded.enable();
    }
    machine.resume();
    int reached = 0;
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
            return reached;
          } else if (event instanceof ClassPrepareEvent loaded) {
            stopAtLines(loaded.referenceType());
          } else if (event instanceof BreakpointEvent && ++reached == last) {
            process.toHandle().destroyForcibly();
            return reached;
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      return reached;
    }
  }

  private void stopAtLines(ReferenceType type) {
    for (Method method : type.methods()) {
      if (METHODS.get(type.name()).contains(method.name())) {
        try {
          for (Location line : method.allLineLocations()) {
            EventRequest stop = machine.eventRequestManager().createBreakpointRequest(line);
            stop.setSuspendPolicy(EventRequest.SUSPEND_ALL);
            stop.enable();
          }
        } catch (AbsentInformationException e) {
          throw new IllegalStateException("compiled without line numbers", e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connector.stopListening(arguments);
    } catch (IllegalConnectorArgumentsException e) {
      throw new IOException(e);
    }
  }
}
