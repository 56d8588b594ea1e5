internal import Batch
internal import Glibc

/// Options of the commands that are about many reports.
struct NightOptions {
  var only: [String] = []
  var onlyFailed: String?
  var jobs: Int?
  var shard: String?

  var workspaces: String?

  mutating func take(_ words: inout Words) throws(UsageError) {
    try words.option("only", "khóa", "Chỉ các báo cáo có khóa (hoặc tên mẫu) này; dùng được nhiều lần.", &only)
    try words.option(
      "only-failed", "lần-chạy", "Chỉ các báo cáo hỏng: số của một lần chạy, hoặc tệp failed.csv.", &onlyFailed)
    try words.option("jobs", "số", "Số luồng làm việc (mặc định: số nhân của máy).", &jobs)
    try words.option(
      "shard", "i/n", "Chỉ phần i trên n của các báo cáo, viết i/n (mặc định: theo Slurm hoặc Kubernetes).", &shard)
    try words.option(
      "workspaces", "thư-mục", "Thư mục có nhiều hồ sơ: lần lượt làm mọi hồ sơ trong đó, mỗi hồ sơ một sổ.", &workspaces
    )
    try words.check(validate)
  }

  func validate() throws(UsageError) {
    if let jobs, !(1...256).contains(jobs) { throw UsageError("--jobs phải từ 1 đến 256") }
    if let shard, Shard(shard) == nil { throw UsageError("--shard viết như 2/4") }
  }

  var wantedShard: Shard? { shard.flatMap { Shard($0) } ?? Shard.scheduled(Self.environment) }

  /// Puts these options into a request.
  func apply(to request: inout NightRequest) throws {
    request.jobs = jobs ?? max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    request.shard = wantedShard
    request.only = only
    guard let onlyFailed else { return }
    guard let keys = NightBooks(request).failedKeys(onlyFailed) else {
      throw UsageError("không đọc được danh sách báo cáo hỏng “\(onlyFailed)”")
    }
    request.only += keys
    request.selectsNothing = request.only.isEmpty
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// Options of `render --all` alone.
struct NightRunOptions {
  var all = false
  var selection = NightOptions()
  var force = false
  var maxFailures: String?
  var prune = false
  var seconds = 120
  var pages = NightRequest.usualPages
  var memory = NightRequest.usualMegabytes
  var log = "auto"

  mutating func take(_ words: inout Words) throws(UsageError) {
    try words.flag("all", "Lập mọi báo cáo của kỳ; báo cáo không đổi thì giữ nguyên.", &all)
    try selection.take(&words)
    try words.flag("force", "Lập lại cả những báo cáo không đổi.", &force)
    try words.option("max-failures", "N hoặc P%", "Dừng khi số báo cáo hỏng vượt N, hoặc P%.", &maxFailures)
    try words.flag("prune", "Xóa tệp của những báo cáo không còn trong kỳ.", &prune)
    try words.option("seconds-per-report", "giây", "Thời gian tối đa cho một báo cáo, tính bằng giây.", &seconds)
    try words.option("pages-per-report", "trang", "Số trang tối đa của một báo cáo.", &pages)
    try words.option("memory-per-report", "MiB", "Bộ nhớ tối đa mà một báo cáo được dùng, tính bằng MiB.", &memory)
    try words.option("log", "cách-ghi", "Nhật ký: auto, text, json hoặc none.", &log)
    try words.check(validate)
  }

  func validate() throws(UsageError) {
    if let maxFailures, FailureLimit(maxFailures) == nil { throw UsageError("--max-failures viết như 20 hoặc 5%") }
    guard (1...86_400).contains(seconds) else { throw UsageError("--seconds-per-report phải từ 1 đến 86400") }
    guard (1...1_000_000).contains(pages) else { throw UsageError("--pages-per-report phải từ 1 đến 1000000") }
    guard (1...65_536).contains(memory) else { throw UsageError("--memory-per-report phải từ 1 đến 65536 (MiB)") }
    guard LogStyle(rawValue: log) != nil else { throw UsageError("--log phải là auto, text, json hoặc none") }
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
