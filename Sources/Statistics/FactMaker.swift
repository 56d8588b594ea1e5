public import Facts
public import Records
public import Vietnamese

/// Rows -> facts: the figures of one scope and period.
///
///     let facts = FactMaker(dataset, rules: rules).facts(.committee, period: period, office: office, paper: paper)
///
/// Made once per dataset; `facts` may be called from many workers at once.
public struct FactMaker: Sendable {
  let dataset: Dataset
  let rules: CountingRules
  private let ledger: Ledger
  private let book = PeerBook()

  public init(_ dataset: Dataset, rules: CountingRules = CountingRules()) {
    self.dataset = dataset
    self.rules = rules
    ledger = Ledger(dataset)
  }

  /// The facts of `scope`, as `Schema.root` describes them.
  public func facts(
    _ scope: Scope, period: Period, office: Office, paper: Paper, imprint: Imprint = Imprint()
  ) -> Record {
    let selection = Selection(scope, dataset, ledger)
    let frame = TimeFrame(period)
    let campaign = CampaignFacts.current(dataset.campaigns, at: frame.end)
    let names = NameBook(dataset, ledger)
    let models = ModelFacts(selection, dataset, ledger, frame, campaign, rules)
    let ratings = RatingFacts(selection, dataset, ledger, frame, rules)
    return Record(
      Schema.root,
      [
        .record(OfficeFacts.office(office)),
        .record(OfficeFacts.paper(paper)),
        .record(OfficeFacts.scope(scope, office, names)),
        .period(period),
        period.previous.map(Fact.period) ?? .missing,
        period.sameLastYear.map(Fact.period) ?? .missing,
        .date(frame.end),
        UnitFacts(scope, dataset, ledger, frame, campaign, book).map { .record($0.record()) } ?? .missing,
        campaign.map { .record(CampaignFacts.record($0)) } ?? .missing,
        .record(OrganisationFacts(selection, dataset, ledger, frame, rules, models, ratings).record()),
        .record(MemberFacts(selection, frame, rules).record()),
        .record(models.record()),
        .record(GuidanceFacts(selection, frame, campaign, rules).record()),
        .record(SocialFacts(selection, names, frame, rules).record()),
        .record(ratings.record()),
        .record(RewardFacts(selection, names, frame, rules).record()),
        .record(SubmissionFacts(selection, ledger, frame).record()),
        .record(MediaFacts(selection, dataset, frame).record()),
        .record(OfficeFacts.imprint(imprint)),
      ])
  }

  /// Codes of the organisations that sent their report of `period` late or not at all, in official order; none where nobody keeps
  /// watch. These get a reminder.
  public func lateUnits(_ period: Period) -> [String] {
    SubmissionFacts(Selection(.committee, dataset, ledger), ledger, TimeFrame(period)).lateCodes
  }
}
