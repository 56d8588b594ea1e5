/// How the program ends: the contract with schedulers and scripts. Every ending goes through here.
public enum ExitCode: Int32, Sendable, Hashable, CaseIterable {
  /// Done, or nothing to do.
  case done = 0
  /// Finished, but some reports failed for their data.
  case dataFailed = 1
  /// Wrong use, wrong configuration, or a template error.
  case configuration = 2
  /// Warnings under `--deny warnings`.
  case warningsDenied = 3
  /// Input that is not there yet.
  case inputMissing = 10
  /// Another run holds the lock.
  case locked = 11
  /// Verification failed.
  case verificationFailed = 12
  /// Transient input or output failure: retrying helps.
  case transient = 75
  /// Stopped by SIGINT, state saved.
  case interrupted = 130
  /// Stopped by SIGTERM, state saved.
  case terminated = 143
}

extension FileError {
  /// The ending that fits a failure to write, or to read a file the run cannot do without.
  public var exitCode: ExitCode {
    switch kind {
    case .missing, .notAFile, .refused, .tooLarge, .lineTooLong: .configuration
    case .transient, .changed: .transient
    }
  }
}
