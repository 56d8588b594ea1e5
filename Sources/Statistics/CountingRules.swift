public import Records
public import Vietnamese

/// How figures are worked out where offices differ. From `baocao.yaml`; the defaults are the manual's.
public struct CountingRules: Sendable, Hashable {
  /// Decimals of a percentage, one precision for a whole report.
  public var shareScale: Int
  /// Whether the shares of one table are made to add to 100. By default each is rounded by itself, as published reports do, and the
  /// table says what they add to when that is not 100.
  public var shareRule: Shares.Rule
  public var cap: ExcellentCap

  public init(
    shareScale: Int = 2, shareRule: Shares.Rule = .asIs, cap: ExcellentCap = ExcellentCap()
  ) {
    self.shareScale = shareScale
    self.shareRule = shareRule
    self.cap = cap
  }
}
