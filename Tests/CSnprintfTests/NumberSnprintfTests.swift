import CSnprintf
import Glibc
import SeededRandom
import Testing

/// What a call of snprintf leaves behind: its value, and the bytes of a buffer that was full of `#`.
struct Written: Equatable {
  var value: Int32
  var bytes: [CChar]
}

/// The format with the arguments written by glibc and by our function, into `size` of 80 bytes.
func written(_ format: String, _ arguments: [any CVarArg], size: Int = 80) -> (expected: Written, ours: Written) {
  func write(_ print: (UnsafeMutablePointer<CChar>, CVaListPointer) -> Int32) -> Written {
    var bytes = [CChar](repeating: 35, count: 80)
    let value = bytes.withUnsafeMutableBufferPointer { buffer in
      withVaList(arguments) { print(buffer.baseAddress!, $0) }
    }
    return Written(value: value, bytes: bytes)
  }
  return (write { vsnprintf($0, size, format, $1) }, write { number_vsnprintf($0, size, format, $1) })
}

/// glibc's own function is the oracle: the same text, the same value, the same bytes behind the text.
@Suite struct NumberSnprintfTests {
  static let decimalFormats = ["%f", "%.18f", "%.0f", "%.1f", "%.3f", "%.10f"]
  static let integerFormats = [
    "%d", "%u", "%x", "%o", "%5d", "%05d", "%03o", "%04x", "%02x", "%010u", "%32d", "%40d", "%1d",
  ]
  static let longFormats = ["%ld", "%lu", "%lx", "%lo", "%010ld", "%25lu"]

  static let doubles: [Double] = [
    0, -0.0, 0.1, -0.1, 0.5, 1.5, 2.5, -2.5, 1, 12.25, 595.276, 841.89, 0.0625, 1.0 / 128, 3.0 / 128, 0.99999949999,
    0.9999995, 0.0000005,
    0.00000049999999, 1e-5, 1e-18, 5e-19, 4.9e-19, 1e-30, 1e-40, 1e15, 9_007_199_254_740_991, 9_007_199_254_740_992,
    4_503_599_627_370_496.5,
    1e18, 1e19, 1e300, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .leastNormalMagnitude,
    .greatestFiniteMagnitude,
    18_446_744_073_709.551615, 18_446_744_073_709.552, -123.456,
  ]

  @Test(arguments: decimalFormats) func `decimals are those of glibc`(format: String) {
    for number in Self.doubles {
      let (expected, ours) = written(format, [number])
      #expect(ours == expected, "\(format) of \(number)")
    }
  }

  @Test func `halves go to the even digit`() {
    // Multiples of 2^-7 end in 5 at the seventh digit: an exact tie for six decimals.
    for step in 0..<20_000 {
      let number = Double(step) / 128
      let (expected, ours) = written("%f", [number])
      #expect(ours == expected, "\(number)")
    }
  }

  @Test(arguments: decimalFormats) func `decimals of any bits are those of glibc`(format: String) {
    var random = SeededGenerator(seed: 20_260_101)
    for round in 0..<20_000 {
      // Half of them of any size, half of the size of positions on a page.
      let number =
        round % 2 == 0 ? Double(bitPattern: random.next()) : Double.random(in: -1_000...1_000, using: &random)
      let (expected, ours) = written(format, [number])
      #expect(ours == expected, "\(format) of bits \(number.bitPattern)")
    }
  }

  @Test(arguments: [0, 3, 17, 18, 19, 60, -1] as [Int32]) func `decimals may be an argument`(decimals: Int32) {
    for number in Self.doubles.filter({ abs($0) < 1e15 }) {
      let (expected, ours) = written("%.*f", [decimals, number])
      #expect(ours == expected, "\(decimals) decimals of \(number)")
    }
  }

  @Test(arguments: integerFormats) func `integers are those of glibc`(format: String) {
    var random = SeededGenerator(seed: 20_260_102)
    let edges: [Int32] = [0, 1, -1, 9, 10, -10, 255, 4_096, 65_535, .max, .min]
    for number in edges
      + (0..<5_000).map({ _ in Int32(truncatingIfNeeded: random.next()) >> Int32.random(in: 0..<31, using: &random) })
    {
      let (expected, ours) = written(format, [number])
      #expect(ours == expected, "\(format) of \(number)")
    }
  }

  @Test(arguments: longFormats) func `long integers are those of glibc`(format: String) {
    var random = SeededGenerator(seed: 20_260_103)
    let edges: [Int] = [0, -1, 10, .max, .min, Int(Int32.max) + 1]
    for number in edges
      + (0..<5_000).map({ _ in Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<63, using: &random) })
    {
      let (expected, ours) = written(format, [number])
      #expect(ours == expected, "\(format) of \(number)")
    }
  }

  @Test(arguments: [0, 1, 2, 4, 8, 32, 33, 60, -3, -40] as [Int32]) func `a width may be an argument`(width: Int32) {
    for format in ["%*d", "%0*x", "%0*d", "%*u"] {
      for number in [0, 7, -7, 9, 10, 4_095, 4_096, 65_535, 65_536, .max, .min] as [Int32] {
        let (expected, ours) = written(format, [width, number])
        #expect(ours == expected, "\(format) of \(width), \(number)")
      }
    }
  }

  @Test func `a text that does not fit is cut as glibc cuts it`() {
    for size in 0...9 {
      for (format, argument) in [("%d", Int32(123_456)), ("%f", 1.5), ("%04x", Int32(0xABC)), ("%.18f", 0.01)]
        as [(String, any CVarArg)]
      {
        let (expected, ours) = written(format, [argument], size: size)
        #expect(ours == expected, "\(format) into \(size) bytes")
      }
    }
  }

  @Test func `every other format is glibc's`() {
    let calls: [(String, [any CVarArg])] = [
      ("", []), ("%%", []), ("đoạn", []), ("%d ", [Int32(5)]), (" %d", [Int32(5)]), ("%d %d", [Int32(5), Int32(-6)]),
      ("%c", [Int32(65)]),
      ("%+d", [Int32(5)]), ("% d", [Int32(5)]), ("%-6d|", [Int32(5)]), ("%-6d", [Int32(5)]), ("%#x", [Int32(255)]),
      ("%X", [Int32(255)]),
      ("%.4d", [Int32(5)]), ("%8.4d", [Int32(5)]), ("%i", [Int32(5)]), ("%hd", [Int32(70_000)]), ("%lld", [Int64.min]),
      ("%zu", [UInt.max]),
      ("%8.2f", [2.5]), ("%08f", [-2.5]), ("%+f", [2.5]), ("%g", [0.0001]), ("%e", [12_345.678]), ("%a", [1.5]),
      ("%F", [2.5]),
      ("%.f", [2.5]), ("%.19f", [0.1]), ("%.30f", [0.1]), ("%1000d", [Int32(1)]), ("%099d", [Int32(1)]),
      ("%00d", [Int32(1)]),
    ]
    for (format, arguments) in calls {
      let (expected, ours) = written(format, arguments)
      #expect(ours == expected, "\(format)")
    }
    let (expected, ours) = "tỉnh".withCString { written("%s", [$0]) }
    #expect(ours == expected)
  }
}
