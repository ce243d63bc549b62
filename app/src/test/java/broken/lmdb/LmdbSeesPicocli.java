package broken.lmdb;

import picocli.CommandLine;

/** A backend must not know the command line. */
final class LmdbSeesPicocli {
  String usage(CommandLine line) {
    return line.getUsageMessage();
  }
}
