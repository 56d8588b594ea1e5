internal import Documents

/// The one door from pages to charts and figures.
enum Illustrations {
  static func chart(
    _ chart: Chart, measure: Double, room: Double, format: Format, context: TextContext, _ setter: inout TextSetter
  ) -> Fragment {
    ChartSetter.set(chart, measure: measure, room: room, format: format, context: context, text: &setter)
  }

  static func figure(
    _ figure: Figure, measure: Double, room: Double, format: Format, context: TextContext, _ setter: inout TextSetter
  ) -> Fragment {
    FigureSetter.set(figure, measure: measure, room: room, format: format, context: context, text: &setter)
  }
}
