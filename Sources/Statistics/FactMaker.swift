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
  private let names: NameBook

  public init(_ dataset: Dataset, rules: CountingRules = CountingRules()) {
    self.dataset = dataset
    self.rules = rules
    ledger = Ledger(dataset)
    names = NameBook(dataset, ledger)
  }

  /// The facts of `scope`, as `Schema.root` describes them.
  ///
  /// - Parameter uses: what somebody will look at. Subjects nobody looks at are not counted and stand as missing.
  public func facts(
    _ scope: Scope, period: Period, office: Office, paper: Paper, imprint: Imprint = Imprint(),
    night: NightSummary? = nil, uses: FactMask = .everything
  ) -> Record {
    func ifUsed(_ subject: String, _ record: (FactMask) -> Record?) -> Fact {
      guard let place = Schema.root.place(of: subject), let uses = uses[place] else { return .missing }
      return record(uses).map(Fact.record) ?? .missing
    }
    func isUsed(_ subject: String) -> Bool { Schema.root.place(of: subject).map { uses[$0] != nil } ?? false }
    let frame = TimeFrame(period)
    /// What is needed of a table whose lists are in `subject`: the list of organisations shows figures of it.
    func need(_ subject: String) -> Selection.Need {
      isUsed(subject) ? .whole : isUsed("to_chuc") ? .figures : .nothing
    }
    let needs = Selection.Needs(models: need("mo_hinh"), socialWorks: need("an_sinh"))
    let selection = Selection(scope, dataset, ledger, on: frame.end, needs: needs)
    let campaign = CampaignFacts.current(dataset.campaigns, at: frame.end)
    lazy var models = ModelFacts(selection, dataset, ledger, frame, campaign, rules)
    lazy var ratings = RatingFacts(selection, dataset, ledger, frame, rules)
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
        ifUsed("don_vi") { _ in UnitFacts(scope, dataset, ledger, frame, campaign, book)?.record() },
        campaign.map { .record(CampaignFacts.record($0)) } ?? .missing,
        ifUsed("to_chuc") { _ in OrganisationFacts(selection, dataset, ledger, frame, rules, models, ratings).record()
        },
        ifUsed("dang_vien") { _ in MemberFacts(selection, frame, rules).record() },
        ifUsed("mo_hinh") { models.record($0) },
        ifUsed("van_ban_chi_dao") { _ in GuidanceFacts(selection, frame, campaign, rules).record() },
        ifUsed("an_sinh") { SocialFacts(selection, names, frame, rules).record($0) },
        ifUsed("xep_loai") { ratings.record($0) },
        ifUsed("khen_thuong") { RewardFacts(selection, names, frame, rules).record($0) },
        ifUsed("nop_bao_cao") { _ in SubmissionFacts(selection, ledger, frame, today: paper.date).record() },
        ifUsed("truyen_thong") { _ in MediaFacts(selection, dataset, frame).record() },
        .record(OfficeFacts.imprint(imprint)),
        night.map { .record(NightFacts.record($0)) } ?? .missing,
      ])
  }

  /// Codes of the organisations that sent their report of `period` late or not at all, in official order; none where nobody keeps
  /// watch. These get a reminder.
  public func lateUnits(_ period: Period) -> [String] {
    guard ledger.submissionPeriods.contains(period) else { return [] }
    return SubmissionFacts(Selection(.committee, dataset, ledger, on: period.end), ledger, TimeFrame(period)).lateCodes
  }
}
