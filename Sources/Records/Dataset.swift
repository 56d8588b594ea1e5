public import Vietnamese

/// Everything read from `data/`, typed, in file order.
///
/// Rows that could not be used are not in it; the findings of reading say which and why.
public struct Dataset: Sendable {
  public internal(set) var tables: Tables
  /// The places of organisations by their codes.
  public internal(set) var organisationIndex = FirstPlaces()
  /// Finds the rating of an organisation in a period.
  public internal(set) var ratingIndex = RatingIndex([])
  /// How it was read and is to be checked.
  public let options: DatasetOptions
  /// The files read, in the order of `TableName`.
  public internal(set) var files: [FileSummary] = []

  /// The name of a file and how many of its rows are used.
  public struct FileSummary: Sendable, Hashable {
    public var table: TableName
    public var name: String
    public var rows: Int
  }

  /// All tables with the way back to their cells.
  public struct Tables: Sendable {
    public var organisations = Table<Organisation>()
    public var memberCounts = Table<MemberCount>()
    public var campaigns = Table<Campaign>()
    public var models = Table<Model>()
    public var ratings = Table<Rating>()
    public var guidance = Table<GuidanceDocument>()
    public var socialWorks = Table<SocialWork>()
    public var rewards = Table<Reward>()
    public var photos = Table<Photo>()
    public var articles = Table<Article>()
    public var visits = Table<SiteVisits>()
    public var submissions = Table<Submission>()

    public init() {}
  }

  public init(tables: Tables, options: DatasetOptions = DatasetOptions()) {
    self.tables = tables
    self.options = options
    rebuildIndexes()
  }

  /// A dataset made in code, for tests and tools.
  public init(
    organisations: [Organisation] = [], memberCounts: [MemberCount] = [], campaigns: [Campaign] = [],
    models: [Model] = [], ratings: [Rating] = [], guidance: [GuidanceDocument] = [], socialWorks: [SocialWork] = [],
    rewards: [Reward] = [], photos: [Photo] = [], articles: [Article] = [], visits: [SiteVisits] = [],
    submissions: [Submission] = [], options: DatasetOptions = DatasetOptions()
  ) {
    var tables = Tables()
    tables.organisations = Table(organisations)
    tables.memberCounts = Table(memberCounts)
    tables.campaigns = Table(campaigns)
    tables.models = Table(models)
    tables.ratings = Table(ratings)
    tables.guidance = Table(guidance)
    tables.socialWorks = Table(socialWorks)
    tables.rewards = Table(rewards)
    tables.photos = Table(photos)
    tables.articles = Table(articles)
    tables.visits = Table(visits)
    tables.submissions = Table(submissions)
    self.init(tables: tables, options: options)
  }

  public var organisations: Rows<Organisation> { tables.organisations.rows }
  public var memberCounts: Rows<MemberCount> { tables.memberCounts.rows }
  public var campaigns: [Campaign] { tables.campaigns.rows.all }
  public var models: Rows<Model> { tables.models.rows }
  public var ratings: Rows<Rating> { tables.ratings.rows }
  public var guidance: [GuidanceDocument] { tables.guidance.rows.all }
  public var socialWorks: Rows<SocialWork> { tables.socialWorks.rows }
  public var rewards: Rows<Reward> { tables.rewards.rows }
  public var photos: [Photo] { tables.photos.rows.all }
  public var articles: [Article] { tables.articles.rows.all }
  public var visits: [SiteVisits] { tables.visits.rows.all }
  public var submissions: Rows<Submission> { tables.submissions.rows }

  /// The organisation with this code.
  public func organisation(_ code: String) -> Organisation? { organisationIndex[code].map { organisations[$0] } }

  /// The rating of `organisation` in exactly this period.
  public func rating(of organisation: String, in period: Period, _ subject: RatingSubject) -> Rating? {
    ratingIndex.row(of: organisation, in: period, subject).map { ratings[$0] }
  }

  /// Called after rows were taken out. Of rows with one code the first counts.
  mutating func rebuildIndexes() {
    organisationIndex = FirstPlaces(tables.organisations.rows.lazy.map(\.code))
    ratingIndex = RatingIndex(tables.ratings.rows)
    files = Self.summaries(tables)
  }

  private static func summaries(_ tables: Tables) -> [FileSummary] {
    func one<Row>(_ table: Table<Row>) -> FileSummary? {
      table.isPresent ? FileSummary(table: Row.schema.name, name: table.fileName, rows: table.rows.count) : nil
    }
    let all = [
      one(tables.organisations), one(tables.memberCounts), one(tables.campaigns), one(tables.models),
      one(tables.ratings), one(tables.guidance), one(tables.socialWorks), one(tables.rewards), one(tables.photos),
      one(tables.articles), one(tables.visits), one(tables.submissions),
    ]
    return all.compactMap { $0 }
  }
}
