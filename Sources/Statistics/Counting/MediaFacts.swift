internal import Facts
internal import Records
internal import Vietnamese

/// Photos, articles and visits of the web site.
struct MediaFacts {
  private let photos: [Photo]
  private let dataset: Dataset
  private let frame: TimeFrame

  init(_ selection: Selection, _ dataset: Dataset, _ frame: TimeFrame) {
    photos = selection.photos
    self.dataset = dataset
    self.frame = frame
  }

  func record() -> Record {
    Record(
      Schema.media,
      [
        latestVisits.map { .record(visits($0)) } ?? .missing,
        .records(articles(.related)), .records(articles(.latest)),
        .records(
          photos.map { photo in
            Record(
              Schema.photo, [.plain(photo.code), .plain(photo.file), .plain(photo.caption), .plain(photo.author)])
          }),
      ])
  }

  /// The last count of the period or before: later ones belong to later reports.
  private var latestVisits: SiteVisits? {
    dataset.visits.filter { $0.date <= frame.end }.max { ($0.date, $0.row) < ($1.date, $1.row) }
  }

  private func visits(_ visits: SiteVisits) -> Record {
    let source = Source(file: TableName.visits.file, rows: [visits.row], formula: "như trong tệp")
    return Record(
      Schema.visits,
      [.date(visits.date)]
        + [
          visits.today, visits.yesterday, visits.thisWeek, visits.lastWeek, visits.thisMonth, visits.lastMonth,
        ].map { .integer($0, source) })
  }

  private func articles(_ group: ArticleGroup) -> [Record] {
    dataset.articles.filter { $0.group == group }.sorted { ($0.date, $0.row) < ($1.date, $1.row) }
      .map { Record(Schema.article, [.plain($0.title), .date($0.date), .plain($0.link)]) }
  }
}
