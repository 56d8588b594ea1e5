extension Dataset {
  /// All rows as text, for tests and for people who look for a difference: one block a table, one line a row with its line in the file
  /// and every value that is given.
  public func dump() -> String {
    [
      Self.dump(tables.organisations), Self.dump(tables.memberCounts), Self.dump(tables.campaigns),
      Self.dump(tables.models), Self.dump(tables.ratings), Self.dump(tables.guidance), Self.dump(tables.socialWorks),
      Self.dump(tables.rewards), Self.dump(tables.photos), Self.dump(tables.articles), Self.dump(tables.visits),
      Self.dump(tables.submissions),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func dump<Row: TableRow>(_ table: Table<Row>) -> String {
    guard table.isPresent else { return "" }
    let lines = table.rows.map { row in
      let values = Mirror(reflecting: row).children.compactMap { child in
        child.label.flatMap { label in label == "row" ? nil : text(child.value).map { "\(label)=\($0)" } }
      }
      return "  \(row.row): " + values.joined(separator: " ")
    }
    return (["\(Row.schema.name.rawValue) (\(table.rows.count))"] + lines).joined(separator: "\n") + "\n"
  }

  /// Nil for values that are not given.
  private static func text(_ value: Any) -> String? {
    switch value {
    case let text as String: text.isEmpty ? nil : "“\(text)”"
    case let item as any ListValue: "“\(item.name)”"
    default:
      switch Mirror(reflecting: value) {
      case let mirror where mirror.displayStyle == .optional: mirror.children.first.flatMap { text($0.value) }
      default: "\(value)"
      }
    }
  }
}

/// What a dump shows: the values, not how tightly they are kept.
extension Rating: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "row": row, "period": period, "organisation": organisation, "subject": subject, "level": level as Any,
        "score": score as Any, "total": total as Any, "rated": rated as Any, "excellent": excellent as Any,
        "good": good as Any, "completed": completed as Any, "failed": failed as Any, "unrated": unrated as Any,
        "excellentShare": excellentShare as Any, "goodShare": goodShare as Any,
        "completedShare": completedShare as Any, "failedShare": failedShare as Any, "date": date as Any,
        "decision": decision, "note": note,
      ], displayStyle: .struct)
  }
}

extension MemberCount: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "row": row, "organisation": organisation, "period": period, "total": total, "full": full as Any,
        "probationary": probationary as Any, "women": women as Any, "admitted": admitted as Any, "note": note,
      ], displayStyle: .struct)
  }
}

extension SocialWork: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "row": row, "code": code, "date": date, "programme": programme, "form": form,
        "organisation": organisation as Any, "beneficiaries": beneficiaries, "quantity": quantity as Any,
        "unit": unit, "amount": amount, "content": content, "note": note,
      ], displayStyle: .struct)
  }
}

extension Model: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "row": row, "code": code, "name": name, "organisation": organisation, "campaign": campaign as Any,
        "field": field, "kind": kind, "level": level, "stage": stage, "registeredOn": registeredOn,
        "startedOn": startedOn as Any, "effectiveOn": effectiveOn as Any, "recognisedOn": recognisedOn as Any,
        "replicatedOn": replicatedOn as Any, "stoppedOn": stoppedOn as Any, "content": content, "result": result,
        "address": address, "note": note,
      ], displayStyle: .struct)
  }
}
