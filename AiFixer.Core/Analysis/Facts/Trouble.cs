using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Facts;

/// <summary>How loggers say that something is wrong.</summary>
internal static partial class Trouble
{
    public static FrozenSet<string> Worst { get; } =
        "error err fatal critical crit panic alert emergency emerg severe 错误 严重".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Levels { get; } =
        Worst.Concat("warn warning 警告".Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    public static bool InWords(string line) => Words().IsMatch(line);

    [GeneratedRegex(@"\b(error|exception|fatal|panic|fail(ed|ure|ing)?|refused|denied|timed? ?out|unable to|cannot|crash(ed|ing)?)\b|错误|失败|异常|超时|拒绝",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
