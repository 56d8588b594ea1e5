import Vietnamese

/// Dates and periods: no trap, and what was read prints and reads back.
func fuzzDates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  if let date = DateInput.parse(text).value {
    precondition(DateInput.parse(date.iso).value == date, "a date does not read back")
    if date.year >= 1000 { precondition(DateInput.parse(date.short).value == date, "a short date does not read back") }
    precondition(CivilDate(ordinal: date.ordinal) == date, "the number of a day leads elsewhere")
  }
  for cutOff in [CutOff.calendar, .closing(day: 14)] {
    guard let period = PeriodInput.parse(text, defaultYear: 2021, cutOff: cutOff).value else { continue }
    precondition(PeriodInput.parse(period.code, cutOff: cutOff).value == period, "a period does not read back")
    precondition(
      PeriodInput.parse(period.name, cutOff: cutOff).value == period, "the name of a period does not read back")
    precondition(period.start <= period.end, "a period ends before it begins")
  }
  return 0
}

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzDates_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzDates($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
