using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Words that say that something is over, or in somebody's hands already.</summary>
internal static partial class StateWords
{
    private static readonly string[] Over = ["✅ Resolved", "✅Resolved", "Resolved:", "[RESOLVED", "已恢复", "恢复正常"];

    private static readonly string[] InHands = ["人工处理中", "人工介入中", "已有人处理"];

    public static bool SaysOver(string text) => Over.Any(word => text.Contains(word, StringComparison.Ordinal));

    public static bool SaysInHands(string text) => InHands.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>What a field for the state says; null when it says neither.</summary>
    public static bool? IsFiring(string state) => FiringState().IsMatch(state) ? true : OverState().IsMatch(state) ? false : null;

    /// <summary>A line that begins a part of alerts of the same state.</summary>
    public static bool? Section(string line) => SectionLine().Match(line) is { Success: true } section ? section.Groups["firing"].Success : null;

    [GeneratedRegex(@"^\W{0,4}(firing|alerting|triggered|active|problem|告警|报警|触发|已触发|未恢复|异常|故障)", RegexOptions.IgnoreCase)]
    private static partial Regex FiringState();

    [GeneratedRegex(@"^\W{0,4}(resolved|recovered|ok|normal|closed|inactive|恢复|已恢复|已解决|正常|已关闭)", RegexOptions.IgnoreCase)]
    private static partial Regex OverState();

    [GeneratedRegex(@"^[^\p{L}\p{Nd}\n]{0,6}(alerts?\s)?((?<firing>firing|告警中)|resolved|已恢复)(\s?[(（\[]?[:：]?\s?\d{0,4}[)）\]]?)?[:：]?[^\p{L}\p{Nd}\n]{0,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex SectionLine();
}
