import ArgumentParser

@main
struct Baocao: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "baocao")
}
