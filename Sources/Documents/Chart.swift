public import Graphics

/// A chart as what to show: kinds, names, values and their printed labels. Shapes, hatches and scales are typesetting's.
public struct Chart: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Bars side by side per category.
    case bars
    case stackedBars
    case horizontalBars
    case lines
    case pie
    case ring
  }

  /// One series: a value per category (nil where there is none) and the label printed at it.
  public struct Series: Sendable, Hashable {
    public var name: String
    /// For the geometry only: the figure itself is the exact text in `labels`.
    public var values: [Double?]
    public var labels: [String]

    public init(name: String, values: [Double?], labels: [String]) {
      self.name = name
      self.values = values
      self.labels = labels
    }
  }

  public var kind: Kind
  public var categories: [String]
  public var series: [Series]
  /// Unit at the value axis, for example “mô hình”.
  public var unit: String
  public var caption: [Inline]
  public var label: String?
  /// nil: chosen by typesetting.
  public var height: Length?

  public init(
    kind: Kind, categories: [String], series: [Series], unit: String = "", caption: [Inline] = [],
    label: String? = nil, height: Length? = nil
  ) {
    self.kind = kind
    self.categories = categories
    self.series = series
    self.unit = unit
    self.caption = caption
    self.label = label
    self.height = height
  }
}
