internal import Findings
internal import Logging

enum LogFormat {
  case text
  case json
  /// Text with the priority journald reads at the head of a line (`<3>`, sd-daemon(3)).
  case journal
}

/// Log records as lines on the standard error stream. No time of ours: journald, Slurm and Kubernetes stamp each line.
struct LogLines: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]
  private let format: LogFormat

  init(_ format: LogFormat) {
    self.format = format
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    switch format {
    case .json:
      let parts =
        [("level", event.level.rawValue), ("event", "\(event.message)")] + fields.map { ($0.key, "\($0.value)") }
      let body = parts.map { "\(FindingJSON.quote($0.0)):\(FindingJSON.quote($0.1))" }.joined(separator: ",")
      Terminal.err("{\(body)}")
    case .text, .journal:
      let head = format == .journal ? "<\(Self.priority(event.level))>" : "\(event.level.rawValue) "
      Terminal.err(head + (["\(event.message)"] + fields.map { "\($0.key)=\($0.value)" }).joined(separator: " "))
    }
  }

  /// syslog(3).
  private static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .critical: 2
    case .error: 3
    case .warning: 4
    case .notice: 5
    case .info: 6
    case .debug, .trace: 7
    }
  }
}
