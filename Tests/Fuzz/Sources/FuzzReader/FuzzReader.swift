import Findings
import Records

/// The first byte chooses the table, the rest is its file. Whatever it is: findings with places inside the file, and rows that keep the
/// promises of a dataset.
func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let table = TableName.allCases[Int(start[0]) % TableName.allCases.count]
  var options = DatasetOptions()
  options.requiredTables = []
  let units = Array("ma_to_chuc,ten,loai\nSNV,Sở Nội vụ,đảng bộ cơ sở\n".utf8)
  let organisations = SourceFile(name: "data/to-chuc.csv", bytes: units)
  var files = [SourceFile(name: "data/\(table.rawValue).csv", bytes: bytes)]
  if table != .organisations { files.append(organisations) }
  let (dataset, findings) = DatasetReader(options).read(files: files)
  for finding in findings.sorted {
    let size = finding.location.file == files[0].name ? bytes.count : units.count
    if let offset = finding.location.byteOffset { precondition(0...size ~= offset, "offset outside the file") }
    if let excerpt = finding.excerpt {
      precondition(excerpt.start >= 0 && excerpt.length >= 0, "negative mark")
      precondition(excerpt.start + excerpt.length <= excerpt.line.count, "mark outside the line")
    }
    _ = FindingText(language: .vietnamese).render(finding)
    _ = FindingJSON.render(finding)
  }
  precondition(Set(dataset.organisations.map(\.code)).count == dataset.organisations.count, "two rows with one key")
  for count in dataset.memberCounts { precondition(dataset.organisation(count.organisation) != nil, "no organisation") }
  for rating in dataset.ratings { precondition(dataset.organisation(rating.organisation) != nil, "no organisation") }
  _ = dataset.dump()
  return 0
}

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzReader_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzReader($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
