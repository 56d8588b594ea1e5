extension Period {
  /// A short stable code for file names and keys: `2021-M03`, `2021-Q4`, `2021-H1`, `2021-9M`, `2021`, `2021-2025`,
  /// and `NK2025-2030` for a term. `PeriodInput` reads every code back to its period.
  public var code: String {
    switch kind {
    case .month(let number): "\(year)-M\(number < 10 ? "0" : "")\(number)"
    case .quarter(let number): "\(year)-Q\(number)"
    case .half(let number): "\(year)-H\(number)"
    case .nineMonths: "\(year)-9M"
    case .year: "\(year)"
    case .campaign(let last): "\(year)-\(last)"
    case .term(let last): "NK\(year)-\(last)"
    }
  }

  /// As prose names it: `quý IV năm 2021`, `6 tháng đầu năm 2021`, `giai đoạn 2021-2025`.
  public var name: String {
    switch kind {
    case .month(let number): "tháng \(CivilDate.paddedMonth(number)) năm \(year)"
    case .quarter(let number): "quý \(Self.roman(number)) năm \(year)"
    case .half(let number): "6 tháng \(number == 1 ? "đầu" : "cuối") năm \(year)"
    case .nineMonths: "9 tháng năm \(year)"
    case .year: "năm \(year)"
    case .campaign(let last): "giai đoạn \(year)-\(last)"
    case .term(let last): "nhiệm kỳ \(year)-\(last)"
    }
  }

  /// For column heads: `quý IV/2021`, `tháng 3/2021`; the full name where no shorter one is usual.
  public var shortName: String {
    switch kind {
    case .month(let number): "tháng \(CivilDate.paddedMonth(number))/\(year)"
    case .quarter(let number): "quý \(Self.roman(number))/\(year)"
    default: name
    }
  }

  /// I, II, III, IV.
  static func roman(_ quarter: Int) -> String {
    switch quarter {
    case 1: "I"
    case 2: "II"
    case 3: "III"
    default: "IV"
    }
  }
}
