using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Logs;

/// <summary>Whether a line sounds like trouble.</summary>
internal static partial class LogTone
{
    public static bool SoundsBad(string line) => Bad().IsMatch(line);

    [GeneratedRegex(
        @"\b(error|err|fatal|panic|critical|crit|exception|traceback|fail(ed|ure|s|ing)?|denied|refused|timed? ?out|unavailable|rejected|exceeded|killed|aborted|corrupt(ed)?|cannot|could not|unable)\b|(Error|Exception)\b|错误|失败|异常|超时|拒绝|不可用|崩溃",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bad();
}
