import Vietnamese

/// Numbers and money: no trap, and what was read prints and reads back.
func fuzzNumbers(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  for kind in [NumberKind.count, .decimal, .percent] {
    for convention in [NumberConvention.unknown, .vietnamese, .english] {
      guard let value = NumberInput.parse(text, as: kind, convention: convention).value else { continue }
      precondition(ExactDecimal.parse(value.description) == value, "a number does not read back")
      _ = NumberFormat.string(value)
    }
  }
  if let amount = MoneyInput.parse(text).value {
    precondition(MoneyInput.parse(String(amount)).value == amount || amount < 0, "an amount does not read back")
  }
  _ = MoneyInput.parse(text, defaultUnit: .million, convention: .vietnamese)
  _ = NumberInput.evidence(text)
  _ = YesNoInput.parse(text)
  return 0
}

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzNumbers_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzNumbers($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
