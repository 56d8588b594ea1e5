import Workbooks

/// Any bytes as a workbook: a sheet of bounded size whose lines are its rows, or an error; never a trap.
func fuzzWorkbook(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var limits = WorkbookLimits()
  limits.unpackedBytes = 1 << 22
  limits.tableBytes = 1 << 20
  for name in [nil, "Năm 2021"] {
    guard let sheet = try? Workbook.sheet(name, of: bytes, limits: limits) else { continue }
    precondition(sheet.csv.count <= limits.tableBytes + (1 << 16), "a sheet beyond its limit")
    precondition(String(validating: sheet.csv, as: UTF8.self) != nil, "a sheet that is no text")
  }
  return 0
}

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzWorkbook_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzWorkbook($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
