package io.logsink.supervisor;

/** A program that ends with a service running, whose process id it prints. */
final class JvmThatEnds {
  private JvmThatEnds() {}

  public static void main(String[] arguments) throws InterruptedException {
    Recording recording = new Recording();
    ServiceSettings service =
        Rig.script(ServiceOutput.valueOf(arguments[0]), "echo $$; while :; do sleep 0.05; done");
    Supervisor _ = Rig.start(service, recording);
    recording.await("start", seen -> !seen.texts(Rig.WEB).isEmpty());
    System.out.println(recording.texts(Rig.WEB).getFirst());
    System.exit(0);
  }
}
