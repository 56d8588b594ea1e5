import Batch
import Findings
import Foundation
import Testing
import Vietnamese

let resources = Resources(home: root.path())

func render(
  _ workspace: URL, to output: URL, format: String? = nil, draft: Bool = false, home: Resources = resources
) throws -> Outcome {
  let request = RenderRequest(
    workspace: workspace.path(), period: try #require(Period.quarter(4, 2021)), format: format, output: output.path(),
    isDraft: draft)
  return ReportRun(request, home).run()
}

/// One word of a page with its box in points from the upper left corner, as poppler sees it.
struct Word {
  var page: Int
  /// On a page wider than it is high.
  var isOnLandscape = false
  var left, top, right, bottom: Double
  var text: String
}

/// All words of a PDF, in reading order.
func words(of file: String) throws -> [Word] {
  var words: [Word] = []
  var page = 0
  var isLandscape = false
  let size = /<page width="([\d.]+)" height="([\d.]+)"/
  let pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/
  for line in try tool("pdftotext", "-bbox", file, "-").split(separator: "\n") {
    if let match = line.firstMatch(of: size), let width = Double(match.1), let height = Double(match.2) {
      page += 1
      isLandscape = width > height
    }
    if let match = line.firstMatch(of: pattern), let left = Double(match.1), let top = Double(match.2),
      let right = Double(match.3), let bottom = Double(match.4)
    {
      words.append(
        Word(
          page: page, isOnLandscape: isLandscape, left: left, top: top, right: right, bottom: bottom,
          text: String(match.5)))
    }
  }
  return words
}

extension [Word] {
  /// The first place where these words follow each other.
  func run(_ text: String) -> [Word]? {
    let wanted = text.split(separator: " ").map(String.init)
    return indices.first { start in
      start + wanted.count <= count && zip(self[start...], wanted).allSatisfy { $0.text == $1 }
    }.map { Array(self[$0..<$0 + wanted.count]) }
  }
}

func mm(_ points: Double) -> Double { points * 25.4 / 72 }
