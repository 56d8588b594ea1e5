// swift-tools-version: 6.2

import PackageDescription

// A package of its own: libFuzzer brings its own `main`, and the rooms under test are built with its counters. Their sources are links.
// `run.sh` builds and runs it.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Fuzz",
  targets: [
    .target(name: "Findings", swiftSettings: house),
    .target(name: "Vietnamese", swiftSettings: house),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1"),
    .target(name: "Workbooks", dependencies: ["Vietnamese", "CZip", "CExpat"], swiftSettings: house),
    .target(name: "Records", dependencies: ["Findings", "Vietnamese", "Workbooks"], swiftSettings: house),
    .target(name: "Graphics", swiftSettings: house),
    .target(name: "Facts", dependencies: ["Vietnamese"], swiftSettings: house),
    .target(name: "Documents", dependencies: ["Graphics"], swiftSettings: house),
    .target(
      name: "Configuration",
      dependencies: ["Findings", "Graphics", "Vietnamese", "CYAML"],
      swiftSettings: house),
    .systemLibrary(name: "CMarkdown", pkgConfig: "libcmark-gfm"),
    .target(
      name: "Templates",
      dependencies: ["Findings", "Facts", "Documents", "Graphics", "Vietnamese", "Configuration", "CMarkdown"],
      swiftSettings: house),
    .executableTarget(name: "FuzzReader", dependencies: ["Findings", "Records"], swiftSettings: house),
    .executableTarget(name: "FuzzDetector", dependencies: ["Vietnamese"], swiftSettings: house),
    .executableTarget(name: "FuzzNumbers", dependencies: ["Vietnamese"], swiftSettings: house),
    .executableTarget(name: "FuzzDates", dependencies: ["Vietnamese"], swiftSettings: house),
    .executableTarget(name: "FuzzWorkbook", dependencies: ["Workbooks"], swiftSettings: house),
    .executableTarget(
      name: "FuzzTemplates", dependencies: ["Documents", "Facts", "Findings", "Templates"], swiftSettings: house),
    .executableTarget(name: "FuzzYAML", dependencies: ["Configuration", "Findings"], swiftSettings: house),
  ]
)
