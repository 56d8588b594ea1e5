internal import ArgumentParser
internal import Batch
internal import Glibc

/// Options of the commands that are about many reports.
struct NightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Chỉ các báo cáo có khóa (hoặc tên mẫu) này; dùng được nhiều lần.", valueName: "khóa"))
  var only: [String] = []
  @Option(
    name: .customLong("only-failed"),
    help: ArgumentHelp("Chỉ các báo cáo hỏng: số của một lần chạy, hoặc tệp failed.csv.", valueName: "lần-chạy"))
  var onlyFailed: String?
  @Option(help: ArgumentHelp("Số luồng làm việc (mặc định: số nhân của máy).", valueName: "số"))
  var jobs: Int?
  @Option(
    help: ArgumentHelp(
      "Chỉ phần i trên n của các báo cáo, viết i/n (mặc định: theo Slurm hoặc Kubernetes).", valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "Thư mục có nhiều hồ sơ: lần lượt làm mọi hồ sơ trong đó, mỗi hồ sơ một sổ.", valueName: "thư-mục"))
  var workspaces: String?

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs phải từ 1 đến 256") }
    if let shard, Shard(shard) == nil { throw ValidationError("--shard viết như 2/4") }
  }

  var wantedShard: Shard? { shard.flatMap { Shard($0) } ?? Shard.scheduled(Self.environment) }

  /// Puts these options into a request.
  func apply(to request: inout NightRequest) throws {
    request.jobs = jobs ?? max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    request.shard = wantedShard
    request.only = only
    guard let onlyFailed else { return }
    guard let keys = NightBooks(request).failedKeys(onlyFailed) else {
      throw ValidationError("không đọc được danh sách báo cáo hỏng “\(onlyFailed)”")
    }
    request.only += keys
    request.selectsNothing = request.only.isEmpty
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// Options of `render --all` alone.
struct NightRunOptions: ParsableArguments {
  @Flag(help: "Lập mọi báo cáo của kỳ; báo cáo không đổi thì giữ nguyên.")
  var all = false
  @OptionGroup var selection: NightOptions
  @Flag(help: "Lập lại cả những báo cáo không đổi.")
  var force = false
  @Option(
    name: .customLong("max-failures"),
    help: ArgumentHelp("Dừng khi số báo cáo hỏng vượt N, hoặc P%.", valueName: "N hoặc P%"))
  var maxFailures: String?
  @Flag(help: "Xóa tệp của những báo cáo không còn trong kỳ.")
  var prune = false
  @Option(
    name: .customLong("seconds-per-report"),
    help: ArgumentHelp("Thời gian tối đa cho một báo cáo, tính bằng giây.", valueName: "giây"))
  var seconds = 120
  @Option(
    name: .customLong("pages-per-report"), help: ArgumentHelp("Số trang tối đa của một báo cáo.", valueName: "trang"))
  var pages = NightRequest.usualPages
  @Option(
    name: .customLong("memory-per-report"),
    help: ArgumentHelp("Bộ nhớ tối đa mà một báo cáo được dùng, tính bằng MiB.", valueName: "MiB"))
  var memory = NightRequest.usualMegabytes
  @Option(name: .customLong("log"), help: ArgumentHelp("Nhật ký: auto, text, json hoặc none.", valueName: "cách-ghi"))
  var log = "auto"

  mutating func validate() throws {
    if let maxFailures, FailureLimit(maxFailures) == nil { throw ValidationError("--max-failures viết như 20 hoặc 5%") }
    guard (1...86_400).contains(seconds) else { throw ValidationError("--seconds-per-report phải từ 1 đến 86400") }
    guard (1...1_000_000).contains(pages) else { throw ValidationError("--pages-per-report phải từ 1 đến 1000000") }
    guard (1...65_536).contains(memory) else { throw ValidationError("--memory-per-report phải từ 1 đến 65536 (MiB)") }
    guard LogStyle(rawValue: log) != nil else { throw ValidationError("--log phải là auto, text, json hoặc none") }
  }

  var isAsked: Bool {
    all || !selection.only.isEmpty || selection.onlyFailed != nil || selection.workspaces != nil
  }

  func apply(to request: inout NightRequest) throws {
    try selection.apply(to: &request)
    request.isForced = force
    request.maxFailures = maxFailures.flatMap { FailureLimit($0) }
    request.prunes = prune
    request.secondsPerReport = seconds
    request.pagesPerReport = pages
    request.megabytesPerReport = memory
  }
}
