import Configuration
import Findings

/// Any text as YAML: a tree within its bounds, or findings whose marks lie in their lines.
func fuzzYAML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let (tree, findings) = YAMLTree.parse(SourceFile(path: "baocao.yaml", text: text).source)
  if let tree { precondition(depth(tree) <= YAMLTree.maximumDepth + 1, "a tree beyond its bound") }
  for finding in findings {
    if let excerpt = finding.excerpt {
      precondition(excerpt.start >= 0 && excerpt.length >= 0, "negative mark")
      // What ends too early is marked behind the end of its line.
      precondition(excerpt.start <= excerpt.line.count, "mark outside the line")
    }
    _ = FindingText(language: .vietnamese).render(finding)
  }
  return 0
}

private func depth(_ node: YAMLNode) -> Int {
  _ = node.text
  return switch node.kind {
  case .scalar: 1
  case .sequence(let nodes): 1 + (nodes.map(depth).max() ?? 0)
  case .mapping(let entries): 1 + (entries.map { depth($0.value) }.max() ?? 0)
  }
}

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzYAML_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzYAML($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
