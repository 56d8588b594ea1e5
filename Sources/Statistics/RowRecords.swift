internal import Facts

/// The records of a list over rows of the data: each value is read from its row when somebody asks for it.
///
/// Not generic over the rows: the closures know them, and a generic class would be called through its witnesses for every value.
/// `Sendable` because it holds constants only.
final class RowRecords: RecordMaker, @unchecked Sendable {
  /// The value of one field of record `row`.
  typealias Field = @Sendable (_ row: Int) -> Fact

  private let fields: [Field]

  private init(_ fields: [Field]) { self.fields = fields }

  override func value(_ place: Int, of row: Int) -> Fact { fields[place](row) }

  /// The list of `count` records. Precondition: one closure per field of `type`, in its order.
  static func list(_ type: RecordType, count: Int, _ fields: [Field]) -> Fact {
    precondition(fields.count == type.fields.count, "\(type.name): \(fields.count) values")
    let maker = RowRecords(fields)
    return .list((0..<count).map { .record(Record(type, maker: maker, row: $0)) })
  }
}
