/// The version of the program: in `--version`, in every PDF and in every record of a run.
public enum Version {
  public static let number = "0.1.0"
  public static let text = "baocao \(number)"
}
