internal import Facts
internal import Records
internal import Vietnamese

/// What `baocao.yaml` says of the office, the document and the web site, as facts.
enum OfficeFacts {
  static func office(_ office: Office) -> Record {
    Record(
      Schema.office,
      [
        office.name, office.superior, office.headline, office.mark, office.place, office.address, office.phone,
        office.mail,
      ].map(Fact.plain))
  }

  static func paper(_ paper: Paper) -> Record {
    Record(
      Schema.paper,
      [
        .optional(paper.number), .optional(paper.date), .list(paper.authority.map(Fact.plain)), .plain(paper.post),
        .plain(paper.signer), .list(paper.recipients.map(Fact.plain)), .optional(paper.urgency),
        .optional(paper.circulation), .optional(paper.typist), .flag(paper.isDraft),
        paper.draftNumber.map { .integer($0, nil) } ?? .missing, .flag(paper.hasContact),
        .flag(paper.leavesSecrecyRoom),
      ])
  }

  static func scope(_ scope: Scope, _ office: Office, _ names: NameBook) -> Record {
    let (code, name) =
      switch scope {
      case .committee: (office.code, office.name)
      case .organisation(let code):
        (code, names.name(code))
      case .sector(let sector): (sector, "khối \(sector)")
      case .group(let group): (group, "nhóm \(group)")
      }
    return Record(Schema.scope, [.plain(scope.kindName), .plain(code), .plain(name)])
  }

  static func imprint(_ imprint: Imprint) -> Record {
    Record(
      Schema.site,
      [
        .plain(imprint.name), .plain(imprint.licence), .optional(imprint.licensedOn), .plain(imprint.editor),
        .plain(imprint.address), .plain(imprint.phone), .plain(imprint.mail),
      ])
  }
}

/// The campaign a report speaks of.
enum CampaignFacts {
  /// The one that runs on `date`; of several the one that began last, then the later row.
  static func current(_ campaigns: [Campaign], at date: CivilDate) -> Campaign? {
    campaigns.filter { $0.span.containsDate(date) }
      .max { ($0.span.start, $0.row) < ($1.span.start, $1.row) }
  }

  static func record(_ campaign: Campaign) -> Record {
    Record(Schema.campaign, [.plain(campaign.name), .period(campaign.span), .plain(campaign.launchedBy)])
  }
}
