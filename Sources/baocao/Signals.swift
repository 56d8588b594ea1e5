internal import Batch
internal import Glibc

/// SIGTERM and SIGINT as wishes: the first lets the reports at hand finish, a second ends the program at once.
///
/// A thread waits for the signals; nothing is done inside a handler, where almost nothing may be done.
enum Signals {
  /// To be called before any other thread is started, because threads inherit what is blocked.
  static func watch(_ stop: StopFlag) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    guard pthread_sigmask(SIG_BLOCK, &set, nil) == 0 else { return }
    let waiting = set
    BackgroundThread.start {
      var set = waiting
      var hasStopped = false
      while true {
        var signal: Int32 = 0
        guard sigwait(&set, &signal) == 0 else { continue }
        let code: Batch.ExitCode = signal == SIGINT ? .interrupted : .terminated
        if hasStopped { _exit(code.rawValue) }
        hasStopped = true
        stop.stop(code)
      }
    }
  }
}
