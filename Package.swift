// swift-tools-version: 6.2

import PackageDescription

/// Every target of ours: Swift 6 mode, explicit `any`, imports that do not leak, and no warning let through.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that call C: every such call is written `unsafe`, so `grep unsafe` lists what an auditor must read.
let housePlusC: [SwiftSetting] = house + [.strictMemorySafety()]

let package = Package(
  name: "baocao",
  products: [
    .executable(name: "baocao", targets: ["baocao"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // Without the flags of pkg-config, which would link it: it is loaded when it is needed.
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // glibc's own; Swift's module of the C library leaves its settings of the heap out.
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

    // What Cairo's archive calls instead of glibc's snprintf in the shipped program (scripts/static-libraries.sh); nothing of ours imports it.
    .target(name: "CSnprintf"),
    // What it calls instead of zlib where the program is built with DEFLATE=libdeflate; else empty.
    .target(name: "CDeflate"),

    .target(name: "Hashing", dependencies: ["CNettle"], swiftSettings: housePlusC),
    .target(name: "Findings", swiftSettings: house),
    .target(name: "Vietnamese", swiftSettings: house),
    .target(name: "Graphics", swiftSettings: house),
    .target(name: "Facts", dependencies: ["Vietnamese"], swiftSettings: house),
    .target(name: "Workbooks", dependencies: ["Vietnamese", "CZip", "CExpat"], swiftSettings: housePlusC),
    .target(name: "Records", dependencies: ["Findings", "Vietnamese", "Workbooks"], swiftSettings: house),
    .target(name: "Statistics", dependencies: ["Facts", "Records", "Vietnamese"], swiftSettings: house),
    .target(name: "Documents", dependencies: ["Graphics"], swiftSettings: house),
    .target(
      name: "Configuration", dependencies: ["Findings", "Graphics", "Vietnamese", "CYAML"], swiftSettings: housePlusC),
    .target(
      name: "Templates",
      dependencies: [
        "Findings", "Facts", "Documents", "Graphics", "Vietnamese", "Configuration", "CMarkdown",
      ],
      swiftSettings: housePlusC),
    .target(
      name: "Typesetting", dependencies: ["Documents", "Findings", "Graphics", "CHarfBuzz"],
      swiftSettings: housePlusC),
    .target(name: "Lint", dependencies: ["Documents", "Findings", "Graphics"], swiftSettings: house),
    .target(
      name: "PDF", dependencies: ["Graphics", "CCairo", "CSnprintf", "CDeflate", "CFreeType", "CHarfBuzz"],
      swiftSettings: housePlusC),
    .target(
      name: "Batch",
      dependencies: [
        "Findings", "Vietnamese", "Graphics", "Facts", "Records", "Statistics", "Documents",
        "Configuration", "Templates", "Typesetting", "PDF",
        "Hashing", "Lint",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "baocao",
      dependencies: [
        "Batch", "Facts", "Findings", "Lint", "Vietnamese", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),

    // Numbers for tests with seeds, and nothing else.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: house),
    .testTarget(name: "HouseTests", swiftSettings: house),
    .testTarget(name: "HashingTests", dependencies: ["Hashing"], swiftSettings: house),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"], swiftSettings: house),
    .testTarget(name: "VietnameseTests", dependencies: ["Vietnamese", "SeededRandom"], swiftSettings: house),
    .testTarget(name: "GraphicsTests", dependencies: ["Graphics", "SeededRandom"], swiftSettings: house),
    .testTarget(name: "FactsTests", dependencies: ["Facts", "Vietnamese"], swiftSettings: house),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["Workbooks"], exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "Findings", "Vietnamese", "SeededRandom"], swiftSettings: house),
    .testTarget(
      name: "StatisticsTests",
      dependencies: ["Statistics", "Facts", "Records", "Findings", "Vietnamese", "SeededRandom"],
      swiftSettings: house),
    .testTarget(
      name: "TemplatesTests",
      dependencies: [
        "Templates", "Findings", "Facts", "Documents", "Graphics", "Vietnamese", "Statistics", "SeededRandom",
      ],
      swiftSettings: house),
    .testTarget(
      name: "TypesettingTests",
      dependencies: ["Typesetting", "Documents", "Findings", "Graphics", "SeededRandom"],
      swiftSettings: house),
    .testTarget(
      name: "LintTests",
      dependencies: ["Lint", "Documents", "Findings", "Graphics", "Templates", "Typesetting"], swiftSettings: house),
    .testTarget(name: "CSnprintfTests", dependencies: ["CSnprintf", "SeededRandom"], swiftSettings: house),
    .testTarget(
      name: "PDFTests", dependencies: ["PDF", "Graphics", "CHarfBuzz", "SeededRandom"], swiftSettings: house),
    .testTarget(
      name: "BatchTests",
      dependencies: [
        "Batch", "Findings", "Vietnamese", "Graphics", "Facts", "Records", "Statistics",
        "Documents", "Templates", "Typesetting", "PDF", "Lint",
      ],
      swiftSettings: house),
  ]
)
